package org.ninelives.vrrp.wire;

import org.ninelives.api.net.IpAddress;

/**
 * A router whose adverts were accepted, as an explanation tells of it.
 *
 * @param address where its adverts come from
 * @param checksum the form of the checksum of the last one
 */
public record HeardSender(IpAddress address, ChecksumForm checksum) {}
