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

    /** What is wanted since it has changed last is dropped already, and perhaps more. */
    private boolean widened;

    /** What the machine has taken last. */
    private FirewallState applied = FirewallState.NONE;

    /** The machine has refused since, and that is told. */
    private boolean refused;

    Filter(Loop loop, TurnLog log) {
        this.loop = loop;
        this.log = log;
    }

    void setOptions(FirewallState.Options wanted) {
        note(!wanted.equals(options));
        options = wanted;
    }

    private void note(boolean changed) {
        differs |= changed;
        widened &= !changed;
    }

    /** No virtual interface sends IGMP reports that would have to leave by its parent. */
    void setIgmpSilence(boolean silence) {
        note(silence != igmpSilence && relays.stream().anyMatch(Filter::isOfIgmp));
        igmpSilence = silence;
    }

    private static boolean isOfIgmp(FirewallState.Relay relay) {
        return relay.family() == IpAddress.Family.IPV4;
    }

    /** Lets no packets to these addresses of a holder. */
    void drop(Holder holder, Set<FirewallState.Dropped> addresses) {
        Set<FirewallState.Dropped> before =
                addresses.isEmpty() ? dropped.remove(holder) : dropped.put(holder, addresses);
        note(!addresses.equals(before == null ? Set.of() : before));
    }

    /** Lets the group reports of a virtual interface leave by its parent. */
    void relay(FirewallState.Relay relay) {
        note(relays.add(relay));
    }

    void endRelay(FirewallState.Relay relay) {
        note(relays.remove(relay));
    }

    boolean hasWork() {
        return differs;
    }

    /** Before addresses come: what shall be dropped is, and what was dropped is so still. */
    void widen() {
        if (differs && !widened) {
            widened = true;
            Set<FirewallState.Dropped> all = wanted();
            all.addAll(applied.dropped());
            apply(all);
        }
    }

    /** When addresses are gone: what shall be dropped is, and nothing else. */
    void narrow() {
        if (differs) {
            differs = false;
            apply(wanted());
        }
    }

    /** Whether the machine refused what is wanted. */
    boolean isRefused() {
        return refused;
    }

    /** What the machine refused is asked for once more. */
    void tryAgain() {
        note(refused);
    }

    private Set<FirewallState.Dropped> wanted() {
        Set<FirewallState.Dropped> all = new HashSet<>();
        dropped.values().forEach(all::addAll);
        return all;
    }

    private void apply(Set<FirewallState.Dropped> all) {
        FirewallState state = new FirewallState(options, all, relaysNeeded());
        if (state.equals(applied) && !refused) {
            return;
        }
        try {
            loop.firewall().apply(state);
            applied = state;
            if (refused) {
                refused = false;
                log.add(() -> LOG.info("the packet filter does what it is asked for now"));
            }
        } catch (SystemException e) {
            if (!refused) {
                refused = true;
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
