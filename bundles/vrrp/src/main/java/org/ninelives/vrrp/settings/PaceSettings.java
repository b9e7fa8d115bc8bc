package org.ninelives.vrrp.settings;

import java.util.List;

/**
 * How fast addresses may be announced.
 *
 * @param arpIntervalNanos least gap between two gratuitous ARPs on an interface of no group, 0 for
 *     none ({@code vrrp_garp_interval})
 * @param neighbourIntervalNanos the same for unsolicited neighbour advertisements ({@code
 *     vrrp_gna_interval})
 * @param groups interfaces that share a pace
 */
public record PaceSettings(
        long arpIntervalNanos, long neighbourIntervalNanos, List<GarpGroup> groups) {

    /** As fast as they come. */
    public static final PaceSettings NONE = new PaceSettings(0, 0, List.of());

    public PaceSettings {
        groups = List.copyOf(groups);
    }
}
