package org.ninelives.api.ipvs;

import java.util.Optional;

/**
 * Whether a client stays with its server.
 *
 * @param seconds how long after its last connection, 1..2678400
 * @param prefixLength clients whose addresses agree so far count as one: 1..32 or 1..128
 * @param engine what tells clients apart instead of their address, such as {@code sip}
 */
public record Persistence(int seconds, int prefixLength, Optional<String> engine) {}
