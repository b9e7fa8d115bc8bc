package org.ninelives.vrrp.core;

import java.util.List;
import java.util.Random;

/** One seed: a random cluster, a time of trouble, a time of peace, and what must be true then. */
final class SimulatedCase {

    private static final long SECOND = 1_000_000_000L;
    private static final int[] PRIORITIES = {1, 50, 100, 100, 101, 150, 254};
    private static final int TROUBLES = 24;

    private final Random random;
    private final SimulatedLan lan;
    private final int version;
    private final long unitNanos;

    SimulatedCase(long seed) {
        random = new Random(seed);
        // Monotonic clocks count from anywhere; where wall clocks jump to is of no importance.
        lan = new SimulatedLan(seed, random, random.nextLong(-SECOND * SECOND, SECOND * SECOND));
        version = random.nextInt(2, 4);
        unitNanos = version == 2 || random.nextBoolean() ? SECOND : SECOND / 100;
    }

    /** Runs it and answers the number of inputs handled. */
    long run() {
        int size = random.nextInt(2, 5);
        boolean preempt = random.nextInt(3) > 0;
        for (int id = 0; id < size; id++) {
            boolean owner = id == 0 && random.nextInt(8) == 0;
            lan.add(new SimulatedRouter(id, settings(owner, owner || preempt), lan));
        }
        lan.routers().forEach(router -> lan.plan(soon(3), at -> router.start(at)));
        lan.disturb(random.nextInt(30), random.nextInt(10), 1 + random.nextLong(unitNanos / 2));
        for (int i = 0; i < TROUBLES; i++) {
            lan.run(soon(3));
            trouble(lan.routers().get(random.nextInt(size)));
        }
        lan.run(soon(10));
        settle();
        return lan.inputs();
    }

    private RouterSettings settings(boolean owner, boolean preempt) {
        long interval = version == 3 && random.nextInt(10) == 0 ? 2 * unitNanos : unitNanos;
        long burst = random.nextInt(3) * unitNanos;
        return new RouterSettings(
                version,
                owner ? RouterSettings.OWNER_PRIORITY : anyPriority(),
                preempt,
                preempt && !owner && random.nextInt(4) == 0 ? 3 * unitNanos : 0,
                interval,
                random.nextInt(10) == 0 ? 2 : 3,
                random.nextInt(10) == 0 ? unitNanos : 0,
                random.nextInt(8) == 0,
                random.nextInt(8) == 0,
                new GarpSettings(
                        random.nextInt(3), burst, 4 * burst, 1, random.nextInt(3), burst / 2));
    }

    private void trouble(SimulatedRouter router) {
        long now = lan.nowNanos();
        if (!router.runs()) {
            router.start(now);
            return;
        }
        if (router.isFrozen()) {
            return;
        }
        int other = random.nextInt(lan.routers().size());
        switch (random.nextInt(12)) {
            case 0 -> router.crash();
            case 1 -> router.stop(now);
            case 2 -> {
                router.freeze(random.nextBoolean());
                lan.plan(soon(12), router::thaw);
            }
            case 3 -> router.setLink(now, !router.linkUp());
            case 4 -> router.grant(now, anyPriority());
            case 5 ->
                    router.reload(
                            now,
                            settings(router.settings().isOwner(), router.settings().preempt()));
            case 6 -> router.resign(now);
            case 7 -> router.loseAddresses(now);
            case 8, 9 -> lan.cut(router.id, other, random.nextBoolean());
            default -> {
                boolean apart = random.nextBoolean();
                lan.cut(router.id, other, apart);
                lan.cut(other, router.id, apart);
            }
        }
    }

    /** Peace: after that there is one master, and nobody who may preempt has a higher priority. */
    private void settle() {
        lan.heal();
        for (SimulatedRouter router : lan.routers()) {
            if (router.isFrozen()) {
                router.thaw(lan.nowNanos());
            }
            if (!router.linkUp() && router.runs()) {
                router.setLink(lan.nowNanos(), true);
            }
        }
        lan.run(lan.nowNanos() + 30 * unitNanos);
        List<SimulatedRouter> running =
                lan.routers().stream().filter(SimulatedRouter::runs).toList();
        List<SimulatedRouter> masters = running.stream().filter(SimulatedRouter::isMaster).toList();
        if (running.isEmpty()) {
            return;
        }
        lan.check(masters.size() == 1, running.getFirst(), "one master after healing");
        for (SimulatedRouter router : running) {
            boolean better = router.priority() > masters.getFirst().priority();
            lan.check(!better || !router.settings().preempt(), router, "the best claim is master");
        }
    }

    private int anyPriority() {
        return PRIORITIES[random.nextInt(PRIORITIES.length)];
    }

    private long soon(int unitsMax) {
        return lan.nowNanos() + 1 + random.nextLong(unitsMax * unitNanos);
    }
}
