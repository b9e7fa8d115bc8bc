package org.ninelives.lvs.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckStanding;
import org.ninelives.api.check.CheckStanding.Verdict;
import org.ninelives.api.check.Weighting;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.lvs.settings.RealServerSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;

/**
 * Lets all kinds of things befall a virtual server, in an order that follows from a seed, and looks
 * after each whether all is as it must be. Answers what is wrong, or nothing.
 */
public final class SimulationOfSeed implements LongFunction<String> {

    private static final int STEPS = 60;
    private static final int SERVERS_MAX = 5;
    private static final int DRAIN_SECONDS_MAX = 100;
    private static final String SORRY = "192.168.0.9";

    private Random random = new Random(0);
    private final Map<CheckKey, CheckStanding> standings = new HashMap<>();
    private final Map<String, Boolean> toldUp = new HashMap<>();
    private Map<ServiceKey, PooledService> kernel = Map.of();
    private VirtualServer server;
    private NaiveVirtualServer naive;
    private Wishes wishes = Wishes.NONE;
    private long nowNanos;
    private boolean stopped;

    @Override
    public String apply(long seed) {
        random = new Random(seed);
        standings.clear();
        toldUp.clear();
        kernel = Map.of();
        nowNanos = random.nextLong(1L << 40);
        stopped = false;
        wishes = Wishes.NONE;
        try {
            VirtualServerSettings first = settings();
            server = new VirtualServer(first.name(), random.nextBoolean());
            wishes = random.nextBoolean() ? Wishes.NONE : anyWishes();
            naive = new NaiveVirtualServer(nowNanos, first, this::standing, wishes);
            server.handle(nowNanos, new Input.Wished(wishes), effect -> {});
            handle(new Input.Configured(first, this::standing));
            compare("start");
            for (int step = 0; step < STEPS && !stopped; step++) {
                compare(step());
            }
            return "";
        } catch (AssertionError | RuntimeException e) {
            return "seed " + seed + ": " + e;
        }
    }

    private CheckStanding standing(CheckKey key) {
        return standings.getOrDefault(key, CheckStanding.UNKNOWN);
    }

    private VirtualServerSettings settings() {
        Sample sample = Sample.virtualServer().addresses(1 + random.nextInt(2));
        for (int number = 1; number <= SERVERS_MAX; number++) {
            if (random.nextInt(4) > 0) {
                List<Check> checks = new ArrayList<>();
                for (int check = random.nextInt(3); check > 0; check--) {
                    checks.add(Sample.check("CHECK_" + check, random.nextInt(4) == 0));
                }
                sample.server(
                        "192.168.0." + number, random.nextInt(4), random.nextInt(3) == 0, checks);
            }
        }
        sample.scheduler(random.nextBoolean() ? "rr" : "wlc");
        int quorum = 1 + random.nextInt(5);
        sample.quorum(quorum, random.nextInt(quorum));
        if (random.nextBoolean()) {
            sample.sorry(random.nextInt(5) == 0 ? "192.168.0.1" : SORRY, random.nextBoolean());
        }
        if (random.nextInt(4) == 0) {
            sample.follows("VI_1");
        }
        if (random.nextBoolean()) {
            sample.drainTimeout(Duration.ofSeconds(1 + random.nextInt(DRAIN_SECONDS_MAX)));
        }
        if (random.nextBoolean()) {
            sample.omega();
        }
        return sample.settings();
    }

    private String step() {
        int kind = random.nextInt(100);
        if (kind < 50) {
            return tellCheck();
        }
        if (kind < 60) {
            boolean master = random.nextBoolean();
            naive.master(master);
            handle(new Input.Mastership(master));
            return "mastership " + master;
        }
        if (kind < 70) {
            return reload();
        }
        if (kind < 95) {
            return random.nextInt(5) > 0 ? wish() : count();
        }
        if (kind < 99) {
            return timePasses();
        }
        return stop();
    }

    private String tellCheck() {
        CheckKey key = new CheckKey(server.name(), anyName(), random.nextInt(2));
        Weighting weighting =
                switch (random.nextInt(6)) {
                    case 0 -> new Weighting.Set(random.nextInt(5));
                    case 1 -> new Weighting.Add(random.nextInt(9) - 4);
                    default -> Weighting.NONE;
                };
        Verdict verdict = random.nextBoolean() ? Verdict.PASSED : Verdict.FAILED;
        CheckStanding standing = new CheckStanding(verdict, weighting, "so it is");
        standings.put(key, standing);
        naive.weigh();
        handle(new Input.CheckTold(key, standing));
        return "told " + key + " " + standing;
    }

    private String reload() {
        VirtualServerSettings next = random.nextInt(3) == 0 ? naive.settings() : settings();
        Set<String> gone = new HashSet<>(naive.names());
        next.realServers().forEach(each -> gone.remove(each.name()));
        standings.keySet().removeIf(key -> gone.contains(key.realServer()));
        naive.configure(nowNanos, next);
        handle(new Input.Configured(next, this::standing));
        // Should it come again, it is a new one.
        toldUp.keySet().removeAll(gone);
        return "reload";
    }

    /** Operators want something else of one server, or of all of them. */
    private String wish() {
        wishes = random.nextInt(6) == 0 ? Wishes.NONE : anyWishes();
        naive.wish(nowNanos, wishes);
        handle(new Input.Wished(wishes));
        return "wish " + wishes;
    }

    private Wishes anyWishes() {
        Map<String, ServerWishes> wanted = new HashMap<>(wishes.servers());
        wanted.put(anyName(), anyWish());
        return new Wishes(wishes.disabled() != (random.nextInt(10) == 0), wanted);
    }

    private ServerWishes anyWish() {
        return new ServerWishes(
                random.nextBoolean() ? OptionalInt.of(random.nextInt(4)) : OptionalInt.empty(),
                random.nextInt(4) == 0,
                random.nextBoolean()
                        ? Optional.of(
                                new DrainWish(
                                        random.nextInt(3),
                                        Duration.ofSeconds(random.nextInt(3) * 20L)))
                        : Optional.empty());
    }

    private String count() {
        String name = anyName();
        long connections = random.nextInt(2);
        naive.counted(name, connections);
        handle(new Input.ConnectionsCounted(Map.of(name, connections)));
        return "count of " + name;
    }

    private static String name(int number) {
        return "[192.168.0." + number + "]:tcp:80";
    }

    private String anyName() {
        return name(1 + random.nextInt(SERVERS_MAX));
    }

    private String timePasses() {
        nowNanos += Duration.ofSeconds(random.nextInt(30)).toNanos();
        naive.timePasses(nowNanos);
        if (server.deadlineNanos() <= nowNanos) {
            handle(new Input.Tick());
        }
        check(server.deadlineNanos() > nowNanos, "a deadline is left behind");
        return "time passes";
    }

    private String stop() {
        stopped = true;
        if (random.nextBoolean()) {
            handle(new Input.Stop());
        } else {
            remove();
        }
        check(server.isGone(), "it outlives the stop");
        check(server.table().isEmpty(), "the table outlives the stop");
        return "stop";
    }

    private void remove() {
        Set<String> served = names(server.table(), 1);
        boolean drains = !naive.settings().drainTimeout().isZero();
        handle(new Input.Removed());
        check(names(server.table(), 1).isEmpty(), "somebody serves after the removal");
        check(
                names(server.table(), 0).containsAll(drains ? served : Set.of()),
                "connections end with the removal");
        check(drains || server.isGone(), "what nobody drains is left");
        if (random.nextBoolean()) {
            Map<String, Long> none = new HashMap<>();
            server.draining().forEach(each -> none.put(each.name(), 0L));
            handle(new Input.ConnectionsCounted(none));
        } else {
            nowNanos += Duration.ofSeconds(DRAIN_SECONDS_MAX).toNanos();
            handle(new Input.Tick());
        }
    }

    /** Who is in the kernel with so much weight or more. */
    private static Set<String> names(Map<ServiceKey, PooledService> table, int weight) {
        Set<String> names = new HashSet<>();
        for (PooledService service : table.values()) {
            service.destinations().values().stream()
                    .filter(each -> each.weight() >= weight)
                    .forEach(each -> names.add(each.key().toString()));
        }
        return names;
    }

    private void handle(Input input) {
        List<Effect> effects = new ArrayList<>();
        server.handle(nowNanos, input, effects::add);
        for (Effect effect : effects) {
            if (effect instanceof Effect.Happened happened) {
                alternates(happened.event());
            }
        }
        reconcile();
    }

    private void alternates(LvsEvent event) {
        String subject =
                switch (event) {
                    case LvsEvent.RealServerState state -> state.realServer();
                    case LvsEvent.QuorumState state -> "quorum";
                };
        Boolean before = toldUp.put(subject, event.up());
        check(before == null || before != event.up(), subject + " is told twice to be so");
    }

    /** Makes the changes one by one, as the kernel does. */
    private void reconcile() {
        Map<ServiceKey, PooledService> wanted = server.table();
        Map<ServiceKey, PooledService> now = new LinkedHashMap<>(kernel);
        for (IpvsChange change : TableDiff.changes(kernel, wanted)) {
            make(change, now);
            for (ServiceKey key : wanted.keySet()) {
                if (kernel.containsKey(key) && serves(kernel.get(key)) && serves(wanted.get(key))) {
                    check(serves(now.get(key)), "a moment without service after " + change);
                }
            }
        }
        check(now.equals(wanted), "the changes do not lead to the table");
        kernel = wanted;
    }

    private static boolean serves(PooledService service) {
        return service.destinations().values().stream().anyMatch(each -> each.weight() > 0);
    }

    private static void make(IpvsChange change, Map<ServiceKey, PooledService> table) {
        switch (change) {
            case IpvsChange.AddService add ->
                    check(
                            table.put(
                                            add.service().key(),
                                            new PooledService(add.service(), Map.of()))
                                    == null,
                            "the kernel has it already");
            case IpvsChange.EditService edit ->
                    table.computeIfPresent(
                            edit.service().key(),
                            (key, old) -> new PooledService(edit.service(), old.destinations()));
            case IpvsChange.DeleteService delete ->
                    check(table.remove(delete.key()) != null, "the kernel does not have it");
            case IpvsChange.AddDestination add ->
                    put(table, add.service(), add.destination(), false);
            case IpvsChange.EditDestination edit ->
                    put(table, edit.service(), edit.destination(), true);
            case IpvsChange.DeleteDestination delete ->
                    table.computeIfPresent(
                            delete.service(),
                            (key, old) -> {
                                Map<DestinationKey, IpvsDestination> rest =
                                        new LinkedHashMap<>(old.destinations());
                                check(rest.remove(delete.destination()) != null, "is not there");
                                return new PooledService(old.service(), rest);
                            });
            default -> throw new AssertionError("no change of a table: " + change);
        }
    }

    private static void put(
            Map<ServiceKey, PooledService> table,
            ServiceKey service,
            IpvsDestination destination,
            boolean there) {
        PooledService old = table.get(service);
        Map<DestinationKey, IpvsDestination> more = new LinkedHashMap<>(old.destinations());
        check((more.put(destination.key(), destination) != null) == there, "not as expected");
        table.put(service, new PooledService(old.service(), more));
    }

    private void compare(String step) {
        if (stopped) {
            return;
        }
        check(server.hasQuorum() == naive.quorum(), step + ": quorum is " + server.hasQuorum());
        check(
                server.isSorry() == (!naive.quorum() && naive.settings().sorryServer().isPresent()),
                step + ": the sorry server's turn");
        compareTables(step);
        for (RealServerSettings each : naive.settings().realServers()) {
            boolean alive = server.server(each.name()).orElseThrow().isAlive();
            check(alive == naive.alive(each), step + ": " + each.name() + " is " + alive);
        }
        if (step.equals("reload") && naive.isUntouched() && server.draining().isEmpty()) {
            compareWithFreshStart(step);
        }
    }

    private void compareTables(String step) {
        Map<String, Long> wanted = new HashMap<>(naive.table());
        Set<String> gone = new HashSet<>();
        server.draining().forEach(each -> gone.add(each.name()));
        gone.removeAll(naive.names());
        for (PooledService service : server.table().values()) {
            Map<String, Long> found = new HashMap<>();
            service.destinations()
                    .values()
                    .forEach(
                            each ->
                                    found.put(
                                            "[" + each.key().address() + "]:tcp:80",
                                            (long) each.weight()));
            // Who leaves has weight 0, or apologizes as well.
            found.keySet()
                    .removeIf(
                            name ->
                                    gone.contains(name)
                                            && !wanted.containsKey(name)
                                            && found.get(name) == 0);
            check(found.equals(wanted), step + ": the kernel has " + found + ", not " + wanted);
        }
        check(
                !server.table().isEmpty() || naive.table().isEmpty(),
                step + ": the kernel has nothing");
    }

    private void compareWithFreshStart(String step) {
        VirtualServer fresh = new VirtualServer(server.name(), false);
        fresh.handle(nowNanos, new Input.Configured(naive.settings(), this::standing), e -> {});
        fresh.handle(nowNanos, new Input.Mastership(server.isPresent()), e -> {});
        if (fresh.hasQuorum() == server.hasQuorum()) {
            check(
                    fresh.table().equals(server.table()),
                    step + ": a fresh start has " + fresh.table() + ", not " + server.table());
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
