package org.ninelives.lvs.core;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckStanding;
import org.ninelives.api.check.CheckStanding.Verdict;
import org.ninelives.api.check.Weighting;
import org.ninelives.lvs.settings.RealServerSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;

/**
 * A virtual server as the manual would tell it: everything is worked out anew from what is known,
 * and only what has a memory (the quorum, operators' wishes, connections) is kept.
 */
final class NaiveVirtualServer {

    private final Function<CheckKey, CheckStanding> standings;
    private Wishes wishes;

    /** Servers that are drained, with the time at which that ends. */
    private final Map<String, Long> drains = new HashMap<>();

    private final Set<String> drained = new HashSet<>();
    private VirtualServerSettings settings;
    private boolean quorum;
    private boolean master;

    NaiveVirtualServer(
            long nowNanos,
            VirtualServerSettings settings,
            Function<CheckKey, CheckStanding> standings,
            Wishes wishes) {
        this.settings = settings;
        this.standings = standings;
        this.wishes = wishes;
        names().forEach(name -> wishes(name).drain().ifPresent(d -> drain(nowNanos, name, d)));
        weigh();
    }

    VirtualServerSettings settings() {
        return settings;
    }

    void configure(long nowNanos, VirtualServerSettings next) {
        Set<String> before = Set.copyOf(names());
        settings = next;
        drains.keySet().retainAll(names());
        drained.retainAll(names());
        names().stream()
                .filter(name -> !before.contains(name))
                .forEach(name -> wishes(name).drain().ifPresent(d -> drain(nowNanos, name, d)));
        weigh();
    }

    void wish(long nowNanos, Wishes next) {
        Wishes before = wishes;
        wishes = next;
        for (String name : names()) {
            Optional<DrainWish> drain = wishes(name).drain();
            ServerWishes had = before.servers().getOrDefault(name, ServerWishes.NONE);
            if (!drain.equals(had.drain())) {
                drained.remove(name);
                drains.remove(name);
                drain.ifPresent(wanted -> drain(nowNanos, name, wanted));
            }
        }
        weigh();
    }

    private ServerWishes wishes(String server) {
        return wishes.servers().getOrDefault(server, ServerWishes.NONE);
    }

    private void drain(long nowNanos, String server, DrainWish wanted) {
        Duration limit = wanted.limit().isZero() ? settings.drainTimeout() : wanted.limit();
        drains.put(server, limit.isZero() ? Long.MAX_VALUE : nowNanos + limit.toNanos());
    }

    void counted(String server, long connections) {
        if (connections == 0 && drains.containsKey(server)) {
            drained.add(server);
        }
    }

    void timePasses(long nowNanos) {
        drains.forEach(
                (server, endsNanos) -> {
                    if (endsNanos <= nowNanos) {
                        drained.add(server);
                    }
                });
    }

    void master(boolean now) {
        master = now;
    }

    /** A check may have told something else. */
    void weigh() {
        long weight = 0;
        for (RealServerSettings each : settings.realServers()) {
            weight += alive(each) ? weight(each) : 0;
        }
        quorum =
                weight > 0
                        && (quorum
                                ? weight >= settings.quorum() - settings.hysteresis()
                                : weight >= settings.quorum() + settings.hysteresis());
    }

    boolean quorum() {
        return quorum;
    }

    boolean alive(RealServerSettings server) {
        if (wishes(server.name()).disabled()) {
            return false;
        }
        for (int number = 0; number < server.checks().size(); number++) {
            Check check = server.checks().get(number);
            Verdict verdict = standing(server, number).verdict();
            if (verdict == Verdict.FAILED || (verdict == Verdict.UNKNOWN && check.alpha())) {
                return false;
            }
        }
        return true;
    }

    private CheckStanding standing(RealServerSettings server, int number) {
        return standings.apply(new CheckKey(settings.name(), server.name(), number));
    }

    private long weight(RealServerSettings server) {
        if (drains.containsKey(server.name())) {
            return 0;
        }
        OptionalInt wanted = wishes(server.name()).weight();
        if (wanted.isPresent()) {
            return wanted.getAsInt();
        }
        long weight = server.weight();
        long added = 0;
        for (int number = 0; number < server.checks().size(); number++) {
            switch (standing(server, number).weighting()) {
                case Weighting.Set set -> weight = set.weight();
                case Weighting.Add add -> added += add.offset();
            }
        }
        return Math.clamp(weight + added, 0, Integer.MAX_VALUE);
    }

    /** Who stands in the kernel: the server's address, and its weight. */
    Map<String, Long> table() {
        Map<String, Long> table = new HashMap<>();
        if (wishes.disabled() || (settings.follows().isPresent() && !master)) {
            return table;
        }
        boolean serving = quorum || settings.sorryServer().isEmpty();
        for (RealServerSettings each : settings.realServers()) {
            boolean draining = drains.containsKey(each.name());
            if (drained.contains(each.name())) {
                continue;
            }
            if (alive(each) && (serving || draining)) {
                table.put(each.name(), weight(each));
            } else if (each.inhibitOnFailure()) {
                table.put(each.name(), 0L);
            }
        }
        settings.sorryServer()
                .ifPresent(
                        sorry -> {
                            if (!quorum) {
                                table.put(sorry.name(), 1L);
                            } else if (sorry.inhibit()) {
                                table.putIfAbsent(sorry.name(), 0L);
                            }
                        });
        return table;
    }

    /** Whether nobody has wished for anything, so that a fresh start comes to the same. */
    boolean isUntouched() {
        return wishes.equals(Wishes.NONE);
    }

    List<String> names() {
        return settings.realServers().stream().map(RealServerSettings::name).toList();
    }
}
