package org.ninelives.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.KernelSettings;
import org.ninelives.api.system.SystemException;

/** The settings of a fake machine, and who holds them. */
final class FakeKernelSettings implements KernelSettings {

    private final FakeMachine machine;
    private final Map<KernelSetting, Held> held = new HashMap<>();

    /** A value in force. */
    private static final class Held {
        private final int before;
        private final int value;
        private int holders;

        Held(int before, int value) {
            this.before = before;
            this.value = value;
        }
    }

    FakeKernelSettings(FakeMachine machine) {
        this.machine = machine;
    }

    @Override
    public OptionalInt read(KernelSetting setting) {
        machine.checkThread();
        return machine.settings().value(setting);
    }

    @Override
    public Hold hold(KernelSetting setting, int value) throws SystemException {
        machine.checkThread();
        Held hold = held.get(setting);
        if (hold == null) {
            machine.refusals().checkSetting(setting, value);
            int before =
                    machine.settings()
                            .value(setting)
                            .orElseThrow(
                                    () ->
                                            new SystemException(
                                                    setting + " = " + value, "ENOENT", ""));
            hold = new Held(before, value);
            held.put(setting, hold);
            machine.settings().set(setting, value);
            machine.done(new Deed.SettingChanged(machine.nowNanos(), setting, value));
        }
        hold.holders++;
        return new Hold() {
            private boolean closed;

            @Override
            public void close() {
                if (!closed) {
                    closed = true;
                    release(setting);
                }
            }
        };
    }

    private void release(KernelSetting setting) {
        Held hold = held.get(setting);
        if (hold == null) {
            return; // The loop has been closed.
        }
        hold.holders--;
        if (hold.holders == 0) {
            held.remove(setting);
            putBack(setting, hold);
        }
    }

    private void putBack(KernelSetting setting, Held hold) {
        if (machine.settings().value(setting).equals(OptionalInt.of(hold.value))) {
            machine.settings().set(setting, hold.before);
            machine.done(new Deed.SettingChanged(machine.nowNanos(), setting, hold.before));
        }
    }

    void close() {
        held.forEach(this::putBack);
        held.clear();
    }
}
