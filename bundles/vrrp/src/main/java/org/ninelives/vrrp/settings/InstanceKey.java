package org.ninelives.vrrp.settings;

import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;

/**
 * What makes two configurations mean the same virtual router, so that a reload keeps its state; the
 * name does not count.
 *
 * @param interfaceName the interface it runs on
 * @param virtualRouterId VRID, 1..255
 * @param group the multicast group; empty for unicast
 * @param ordinal 0, or the how manieth of several unicast instances that share a VRID and have
 *     peers of their own
 */
public record InstanceKey(
        InterfaceName interfaceName, int virtualRouterId, Optional<IpAddress> group, int ordinal) {}
