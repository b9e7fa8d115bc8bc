package org.ninelives.linux.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.KernelSettings;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.sysctl.LinuxKernelSettings;

/**
 * The filter by reverse path that is set for all interfaces. The kernel takes the stricter of it
 * and the interface's own, so a virtual interface can only be without it when the one for all is
 * off; the other interfaces then get its value as their own.
 */
final class ReversePath {

    private static final String RP_FILTER = "rp_filter";
    private static final KernelSetting ALL = setting("all");

    private final LinuxKernelSettings settings;
    private final List<KernelSettings.Hold> holds = new ArrayList<>();
    private int users;

    ReversePath(LinuxKernelSettings settings) {
        this.settings = settings;
    }

    /** Whether there is nothing left to move. */
    boolean isMoved() {
        return users > 0;
    }

    /**
     * Moves the filter to the interfaces there are, unless that is done.
     *
     * @param without the interfaces that shall be without it
     */
    void join(Set<String> without) throws SystemException {
        int strictness = settings.read(ALL).orElse(0);
        if (holds.isEmpty() && strictness > 0) {
            try {
                holdAtLeast("default", strictness);
                for (String link : settings.interfaces()) {
                    if (!without.contains(link)) {
                        holdAtLeast(link, strictness);
                    }
                }
                holds.add(settings.hold(ALL, 0));
            } catch (SystemException e) {
                release();
                throw e;
            }
        }
        users++;
    }

    private void holdAtLeast(String link, int strictness) throws SystemException {
        KernelSetting setting = setting(link);
        OptionalInt own = settings.read(setting);
        if (own.isPresent()) { // The interface may have gone meanwhile.
            holds.add(settings.hold(setting, Math.max(own.getAsInt(), strictness)));
        }
    }

    /** Ends what {@link #join} began; the last one puts the filter back. */
    void leave() {
        users--;
        if (users == 0) {
            release();
        }
    }

    private void release() {
        holds.reversed().forEach(KernelSettings.Hold::close);
        holds.clear();
    }

    private static KernelSetting setting(String link) {
        return KernelSetting.of(IpAddress.Family.IPV4, new InterfaceName(link), RP_FILTER);
    }
}
