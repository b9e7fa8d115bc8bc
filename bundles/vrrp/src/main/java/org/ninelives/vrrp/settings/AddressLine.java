package org.ninelives.vrrp.settings;

import java.util.Optional;

/**
 * One line of a block of addresses.
 *
 * @param address the address
 * @param trackGroup the {@code track_group} whose instances depend on a static address
 */
record AddressLine(VirtualAddress address, Optional<String> trackGroup) {}
