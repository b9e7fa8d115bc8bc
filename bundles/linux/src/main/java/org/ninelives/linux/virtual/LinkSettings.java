package org.ninelives.linux.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.KernelSettings;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.sysctl.LinuxKernelSettings;

/** The settings of the kernel that are held for one virtual interface. */
final class LinkSettings implements AutoCloseable {

    private static final String REVERSE_PATH =
            "packets to virtual addresses are dropped where the filter by reverse path is on for"
                    + " all interfaces";

    private final LinuxKernelSettings settings;
    private final ReversePath reversePath;
    private final List<KernelSettings.Hold> holds = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean joined;

    /**
     * Sets what is needed and can be set.
     *
     * @param ours whether it goes with its settings in the end, so that those need not be put back
     * @param withoutFilter the names of all virtual interfaces of ours
     */
    LinkSettings(
            LinuxKernelSettings settings,
            ReversePath reversePath,
            InterfaceName link,
            InterfaceName parent,
            boolean ipv6,
            boolean ours,
            Set<String> withoutFilter) {
        this.settings = settings;
        this.reversePath = reversePath;
        try {
            reversePath.join(withoutFilter);
            joined = true;
        } catch (SystemException e) {
            problems.add(e.getMessage() + ": " + REVERSE_PATH);
        }
        Need.ofParent(link, parent).forEach(need -> meet(need, this::hold));
        Need.ofLink(link, ipv6).forEach(need -> meet(need, ours ? this::set : this::hold));
    }

    /** One way to meet a need. */
    @FunctionalInterface
    private interface Way {
        void meet(Need need) throws SystemException;
    }

    private void meet(Need need, Way way) {
        boolean missing = settings.read(need.setting()).isEmpty();
        if (missing && need.strength() == Need.Strength.IF_THERE) {
            return;
        }
        try {
            way.meet(need);
        } catch (SystemException e) {
            problems.add(e.getMessage() + ": " + need.otherwise());
        }
    }

    private void set(Need need) throws SystemException {
        settings.set(need.setting(), need.value());
    }

    private void hold(Need need) throws SystemException {
        int now = settings.read(need.setting()).orElse(need.value());
        boolean more = need.strength() == Need.Strength.AT_LEAST;
        holds.add(settings.hold(need.setting(), more ? Math.max(now, need.value()) : need.value()));
    }

    /** What could not be set, why, and what comes of it. */
    List<String> problems() {
        return problems;
    }

    /** Puts back what nobody else needs. */
    @Override
    public void close() {
        holds.reversed().forEach(KernelSettings.Hold::close);
        holds.clear();
        if (joined) {
            joined = false;
            reversePath.leave();
        }
    }
}
