package org.ninelives.api.notify;

import java.util.List;
import java.util.OptionalInt;
import org.ninelives.api.net.IpPrefix;

/**
 * The virtual router or sync group that an event is about.
 *
 * @param name the name of its block
 * @param virtualRouterId 1..255; empty for a sync group
 * @param interfaceName the interface it runs on; empty for a sync group and where it has none
 * @param addresses its virtual addresses, those that are excluded from adverts too; of a sync group
 *     those of its members
 * @param audience who wants to be told
 */
public record VrrpSubject(
        Kind kind,
        String name,
        OptionalInt virtualRouterId,
        String interfaceName,
        List<IpPrefix> addresses,
        Audience audience) {

    /** In the words of notify scripts. */
    public enum Kind {
        INSTANCE,
        GROUP
    }

    public VrrpSubject {
        addresses = List.copyOf(addresses);
    }
}
