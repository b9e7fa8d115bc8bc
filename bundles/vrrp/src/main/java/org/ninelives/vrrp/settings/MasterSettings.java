package org.ninelives.vrrp.settings;

import java.util.Optional;

/**
 * How a virtual router behaves as master, and before it becomes one.
 *
 * @param initiallyMaster its state is written as MASTER; that decides nothing here
 * @param accept packets to the virtual addresses are taken in though this node does not own them;
 *     otherwise the firewall drops them. Always true for priority 255
 * @param promoteSecondaries the interface's {@code promote_secondaries} is set while needed
 * @param extraAnnouncements further periodic announcements; none when empty
 * @param witness who must answer before a claim, within the time that the router settings know too;
 *     nobody when empty
 */
public record MasterSettings(
        boolean initiallyMaster,
        boolean accept,
        boolean promoteSecondaries,
        Optional<ExtraAnnouncements> extraAnnouncements,
        Optional<Witness> witness) {

    /** What holds when nothing is written. */
    public static final MasterSettings DEFAULT =
            new MasterSettings(false, true, false, Optional.empty(), Optional.empty());
}
