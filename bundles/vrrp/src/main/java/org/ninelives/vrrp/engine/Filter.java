package org.ninelives.vrrp.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.SystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the packet filter has to do for all holders of this node together. */
final class Filter {

    private static final Logger LOG = LoggerFactory.getLogger(Filter.class);

    private final Loop loop;
    private final TurnLog log;
    private final Map<Holder, Set<FirewallState.Dropped>> dropped = new LinkedHashMap<>();
    private final Set<FirewallState.Relay> relays = new HashSet<>();
    private FirewallState.Options options = FirewallState.Options.DEFAULT;
    private boolean igmpSilence;
    private boolean differs;
    private boolean refusalTold;

    Filter(Loop loop, TurnLog log) {
        this.loop = loop;
        this.log = log;
    }

    void setOptions(FirewallState.Options wanted) {
        differs |= !wanted.equals(options);
        options = wanted;
    }

    /** No virtual interface sends IGMP reports that would have to leave by its parent. */
    void setIgmpSilence(boolean silence) {
        differs |= silence != igmpSilence && relays.stream().anyMatch(Filter::isOfIgmp);
        igmpSilence = silence;
    }

    private static boolean isOfIgmp(FirewallState.Relay relay) {
        return relay.family() == IpAddress.Family.IPV4;
    }

    /** Lets no packets to these addresses of a holder. */
    void drop(Holder holder, Set<FirewallState.Dropped> addresses) {
        Set<FirewallState.Dropped> before =
                addresses.isEmpty() ? dropped.remove(holder) : dropped.put(holder, addresses);
        differs |= !addresses.equals(before == null ? Set.of() : before);
    }

    /** Lets the group reports of a virtual interface leave by its parent. */
    void relay(FirewallState.Relay relay) {
        differs |= relays.add(relay);
    }

    void endRelay(FirewallState.Relay relay) {
        differs |= relays.remove(relay);
    }

    boolean hasWork() {
        return differs;
    }

    /** Makes the packet filter so, if it is not. */
    void work() {
        if (!differs) {
            return;
        }
        differs = false;
        Set<FirewallState.Dropped> all = new HashSet<>();
        dropped.values().forEach(all::addAll);
        try {
            loop.firewall().apply(new FirewallState(options, all, relaysNeeded()));
            refusalTold = false;
        } catch (SystemException e) {
            if (!refusalTold) {
                refusalTold = true;
                String message =
                        "the packet filter does not do what no_accept and virtual interfaces need,"
                                + " so packets to the addresses get through: {}";
                log.add(() -> LOG.error(message, e.getMessage()));
            }
        }
    }

    private Set<FirewallState.Relay> relaysNeeded() {
        Set<FirewallState.Relay> needed = new HashSet<>(relays);
        if (igmpSilence) {
            needed.removeIf(Filter::isOfIgmp);
        }
        return needed;
    }
}
