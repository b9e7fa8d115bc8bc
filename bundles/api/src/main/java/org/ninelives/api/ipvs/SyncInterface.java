package org.ninelives.api.ipvs;

import org.ninelives.api.net.InterfaceName;
import org.ninelives.config.Position;

/**
 * A virtual router that names the interface on which the kernel synchronises connections.
 *
 * @param instance the name of its block
 * @param position the line of the keyword
 */
public record SyncInterface(String instance, InterfaceName interfaceName, Position position) {}
