package org.ninelives.api.ipvs;

import org.ninelives.api.net.IpAddress;

/**
 * What tells one destination of a service from another.
 *
 * @param port 0..65535
 */
public record DestinationKey(IpAddress address, int port) {}
