package org.ninelives.vrrp.wire;

/**
 * {@code old_unicast_checksum}: the dealings with the checksum keepalived up to 1.3.6 gave version
 * 3 unicast adverts, summed as if they went to the multicast group.
 */
public enum OldChecksum {
    /** A peer whose adverts carry it is answered with it. */
    AUTOMATIC,
    /** All adverts are sent with it. */
    FORCED,
    /** It is wrong. */
    NEVER
}
