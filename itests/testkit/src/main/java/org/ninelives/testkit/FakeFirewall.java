package org.ninelives.testkit;

import org.ninelives.api.system.Firewall;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.SystemException;

/** Remembers what was wanted last, and filters nothing. */
final class FakeFirewall implements Firewall {

    private final FakeMachine machine;

    FakeFirewall(FakeMachine machine) {
        this.machine = machine;
    }

    @Override
    public void apply(FirewallState desired) throws SystemException {
        machine.checkThread();
        if (desired.equals(machine.firewall())) {
            return;
        }
        machine.refusals().checkFirewall();
        machine.firewall(desired);
        machine.done(new Deed.FirewallChanged(machine.nowNanos(), desired));
    }

    void close() {
        machine.firewall(FirewallState.NONE);
    }
}
