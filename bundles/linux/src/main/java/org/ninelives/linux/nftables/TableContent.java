package org.ninelives.linux.nftables;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.FirewallState;

/**
 * What one table holds.
 *
 * @param options how it is built
 * @param dropped the addresses of its family
 * @param relays the relays of its family
 */
record TableContent(
        FirewallState.Options options,
        Set<FirewallState.Dropped> dropped,
        Set<FirewallState.Relay> relays) {

    static final TableContent NONE =
            new TableContent(FirewallState.Options.DEFAULT, Set.of(), Set.of());

    static TableContent of(FirewallState state, IpAddress.Family family) {
        return withOptions(
                state.options(),
                select(state.dropped(), dropped -> dropped.address().family() == family),
                select(state.relays(), relay -> relay.family() == family));
    }

    /** Most often all are of one family, and then there is nothing to copy. */
    private static <T> Set<T> select(Set<T> all, Predicate<T> which) {
        long count = all.stream().filter(which).count();
        return count == all.size()
                ? all
                : all.stream().filter(which).collect(Collectors.toUnmodifiableSet());
    }

    /** No table is like another, however it would be built. */
    private static TableContent withOptions(
            FirewallState.Options options,
            Set<FirewallState.Dropped> dropped,
            Set<FirewallState.Relay> relays) {
        return dropped.isEmpty() && relays.isEmpty()
                ? NONE
                : new TableContent(options, dropped, relays);
    }

    /** Whether no table is needed. */
    boolean isEmpty() {
        return dropped.isEmpty() && relays.isEmpty();
    }

    /** Whether the table of the other differs from this one's in its elements alone. */
    boolean isShapedLike(TableContent other) {
        return options.equals(other.options)
                && isEmpty() == other.isEmpty()
                && relays.isEmpty() == other.relays.isEmpty();
    }

    TableContent withoutRelays() {
        return withOptions(options, dropped, Set.of());
    }
}
