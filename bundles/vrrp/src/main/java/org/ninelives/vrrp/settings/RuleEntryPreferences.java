package org.ninelives.vrrp.settings;

import java.util.EnumMap;
import java.util.Map;
import org.ninelives.api.net.IpAddress;

/**
 * The preferences of rules that name none: from 16384 downwards in the order of the configuration,
 * for each family. One object for each reading of a configuration.
 */
final class RuleEntryPreferences {

    private static final long FIRST = 16_384;

    private final Map<IpAddress.Family, Long> next = new EnumMap<>(IpAddress.Family.class);

    long next(IpAddress.Family family) {
        return next.merge(family, FIRST, (last, first) -> last - 1);
    }
}
