package org.ninelives.linux.sysctl;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.KernelSettings;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.safeguard.Safeguard;
import org.ninelives.linux.safeguard.Undo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings by /proc/sys, put back when nobody needs them any more. */
public final class LinuxKernelSettings implements KernelSettings, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxKernelSettings.class);

    private static final Path PROC_SYS = Path.of(Undo.FILES);

    private final SettingFiles files;
    private final SettingLedger ledger = new SettingLedger();
    private final Safeguard safeguard;
    private boolean keepsOnClose;

    /**
     * The settings of this machine.
     *
     * @param safeguard told what each was before
     */
    public LinuxKernelSettings(Safeguard safeguard) {
        this(PROC_SYS, safeguard);
    }

    /**
     * Settings elsewhere.
     *
     * @param root instead of /proc/sys
     */
    LinuxKernelSettings(Path root, Safeguard safeguard) {
        files = new SettingFiles(root);
        this.safeguard = safeguard;
    }

    @Override
    public OptionalInt read(KernelSetting setting) {
        return files.read(setting);
    }

    /** The interfaces that have settings of IPv4. */
    public List<String> interfaces() {
        return files.list("net/ipv4/conf").stream()
                .filter(name -> !name.equals("all") && !name.equals("default"))
                .toList();
    }

    @Override
    public Hold hold(KernelSetting setting, int value) throws SystemException {
        if (ledger.isHeld(setting)) {
            ledger.join(setting);
        } else {
            OptionalInt before = files.read(setting);
            setGuarded(setting, before.orElse(value), value);
            ledger.begin(setting, before.orElse(value), value);
        }
        return new OneHold(setting);
    }

    private void setGuarded(KernelSetting setting, int before, int value) throws SystemException {
        if (before != value) {
            String file = Undo.FILES + setting.path();
            safeguard.put(setting, Undo.file(file, Integer.toString(before)));
            safeguard.flush();
        }
        try {
            set(setting, value);
        } catch (SystemException e) {
            safeguard.drop(setting);
            throw e;
        }
    }

    /** Sets a value for good. */
    public void set(KernelSetting setting, int value) throws SystemException {
        // One that cannot be read is written too, as that tells why.
        if (!files.read(setting).equals(OptionalInt.of(value))) {
            files.write(setting, value);
        }
    }

    private final class OneHold implements Hold {

        private final KernelSetting setting;
        private boolean closed;

        OneHold(KernelSetting setting) {
            this.setting = setting;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                ledger.leave(setting).ifPresent(LinuxKernelSettings.this::putBack);
            }
        }
    }

    /** A setting of an interface that is gone, or that others changed, is left alone. */
    private void putBack(SettingLedger.Restoration restoration) {
        putBackIfOurs(restoration);
        safeguard.drop(restoration.setting());
    }

    private void putBackIfOurs(SettingLedger.Restoration restoration) {
        OptionalInt now = files.read(restoration.setting());
        if (now.isEmpty()
                || now.getAsInt() != restoration.ours()
                || now.getAsInt() == restoration.before()) {
            return;
        }
        try {
            files.write(restoration.setting(), restoration.before());
        } catch (SystemException e) {
            LOG.warn("a setting cannot be put back: {}", e.getMessage());
        }
    }

    /** From now on closing puts nothing back. */
    public void keepOnClose() {
        keepsOnClose = true;
    }

    @Override
    public void close() {
        if (keepsOnClose) {
            return;
        }
        ledger.clear().forEach(this::putBack);
    }
}
