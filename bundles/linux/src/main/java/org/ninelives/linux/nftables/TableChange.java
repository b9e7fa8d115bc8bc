package org.ninelives.linux.nftables;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.ninelives.api.system.FirewallState.Dropped;
import org.ninelives.api.system.FirewallState.Relay;

/** Which elements go and which come when a table gets another content of the same shape. */
record TableChange(
        List<Dropped> oldAddresses,
        List<Dropped> newAddresses,
        List<Relay> oldRelays,
        List<Relay> newRelays) {

    static TableChange between(TableContent from, TableContent to) {
        return new TableChange(
                without(from.dropped(), to.dropped()),
                without(to.dropped(), from.dropped()),
                without(from.relays(), to.relays()),
                without(to.relays(), from.relays()));
    }

    private static <T> List<T> without(Collection<T> these, Set<T> those) {
        return these.stream().filter(element -> !those.contains(element)).toList();
    }

    boolean isEmpty() {
        return elements() == 0;
    }

    int elements() {
        return oldAddresses.size() + newAddresses.size() + oldRelays.size() + newRelays.size();
    }
}
