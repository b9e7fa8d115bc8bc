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
     * @param withoutFilter the names of all virtual interfaces of ours
     */
    LinkSettings(
            LinuxKernelSettings settings,
            ReversePath reversePath,
            InterfaceName link,
            InterfaceName parent,
            boolean ipv6,
            Set<String> withoutFilter) {
        this.settings = settings;
        this.reversePath = reversePath;
        try {
            reversePath.join(withoutFilter);
            joined = true;
        } catch (SystemException e) {
            problems.add(e.getMessage() + ": " + REVERSE_PATH);
        }
        Need.ofParent(link, parent).forEach(this::hold);
        Need.ofLink(link, ipv6).forEach(this::set);
    }

    /** What is of the interface itself goes with it and need not be put back. */
    private void set(Need need) {
        try {
            settings.set(need.setting(), need.value());
        } catch (SystemException e) {
            problems.add(e.getMessage() + ": " + need.otherwise());
        }
    }

    private void hold(Need need) {
        int now = settings.read(need.setting()).orElse(need.value());
        int value = need.more() ? Math.max(now, need.value()) : need.value();
        try {
            holds.add(settings.hold(need.setting(), value));
        } catch (SystemException e) {
            problems.add(e.getMessage() + ": " + need.otherwise());
        }
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
