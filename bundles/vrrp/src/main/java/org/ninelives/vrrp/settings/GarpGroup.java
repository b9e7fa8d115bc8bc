package org.ninelives.vrrp.settings;

import java.util.Set;
import org.ninelives.api.net.InterfaceName;

/**
 * Interfaces that share one pace of announcements, as they share a switch ({@code garp_group}).
 *
 * @param interfaces its members; each is in one group only
 * @param arpIntervalNanos least gap between two gratuitous ARPs over all of them, 0 for none
 * @param neighbourIntervalNanos the same for unsolicited neighbour advertisements
 */
public record GarpGroup(
        Set<InterfaceName> interfaces, long arpIntervalNanos, long neighbourIntervalNanos) {

    public GarpGroup {
        interfaces = Set.copyOf(interfaces);
    }
}
