package org.ninelives.vrrp.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One seed: a random cluster, a time of trouble, a time of peace, and what must be true then. */
final class SimulatedCase {

    private static final long SECOND = 1_000_000_000L;
    private static final int[] PRIORITIES = {1, 50, 100, 100, 101, 150, 254};
    private static final int TROUBLES = 24;
    private static final long HOUR_MILLIS = 3_600_000;

    /** Less than the shortest window. */
    private static final long CLOCK_ERROR_MILLIS = 500;

    private final Random random;
    private final SimulatedLan lan;
    private final List<SimulatedNode> nodes = new ArrayList<>();
    private final int version;
    private final long unitNanos;

    /** Nothing is cut, lost or paused, so that a second master has no excuse. */
    private final boolean calm;

    private Optional<SimulatedEditions> editions = Optional.empty();

    SimulatedCase(long seed) {
        random = new Random(seed);
        // Monotonic clocks count from anywhere; where wall clocks jump to is of no importance.
        lan = new SimulatedLan(seed, random, random.nextLong(-SECOND * SECOND, SECOND * SECOND));
        version = random.nextInt(2, 4);
        calm = random.nextInt(4) == 0;
        unitNanos = version == 2 || random.nextBoolean() ? SECOND : SECOND / 100;
    }

    /** Runs it and answers the number of inputs handled. */
    long run() {
        boolean twoOwners = !calm && random.nextInt(16) == 0;
        int segments = random.nextInt(4) == 0 ? 2 : 1;
        int size = random.nextInt(2, 5);
        boolean preempt = random.nextInt(3) > 0;
        for (int id = 0; id < size; id++) {
            boolean owner = (id == 0 && random.nextInt(8) == 0) || (twoOwners && id < 2);
            boolean deaf = twoOwners && random.nextBoolean();
            nodes.add(
                    new SimulatedNode(
                            lan,
                            random,
                            segments,
                            settings(owner, owner || preempt, owner && deaf)));
        }
        if (random.nextInt(6) == 0) {
            sign(new SimulatedEditions(random, calm));
        }
        nodes.forEach(node -> lan.plan(soon(3), node::start));
        if (calm) {
            lan.allowNoAlarm();
            lan.disturb(0, random.nextInt(10), 1 + random.nextLong(unitNanos / 20));
        } else {
            lan.disturb(random.nextInt(30), random.nextInt(10), 1 + random.nextLong(unitNanos / 2));
        }
        for (int i = 0; i < TROUBLES; i++) {
            lan.run(soon(3));
            trouble(nodes.get(random.nextInt(size)));
        }
        lan.run(soon(10));
        settle();
        return lan.inputs();
    }

    private RouterSettings settings(RouterSettings before) {
        return settings(before.isOwner(), before.preempt(), before.ownerIgnoresAdverts());
    }

    private RouterSettings settings(boolean owner, boolean preempt, boolean deaf) {
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
                        random.nextInt(3), burst, 4 * burst, 1, random.nextInt(3), burst / 2),
                deaf,
                preempt || random.nextInt(4) > 0 ? 0 : random.nextInt(1, 255),
                random.nextInt(8) == 0 ? unitNanos / 2 : 0);
    }

    private void trouble(SimulatedNode node) {
        long now = lan.nowNanos();
        if (!node.runs()) {
            node.start(now);
            return;
        }
        if (node.isFrozen()) {
            return;
        }
        SimulatedRouter router = node.routers().get(random.nextInt(node.routers().size()));
        int other = random.nextInt(lan.routers().size());
        // The first eleven befall a network without cuts and pauses, too.
        switch (random.nextInt(calm ? 11 : 17)) {
            case 0 -> node.crash();
            case 1 -> node.stop(now);
            case 2 -> router.setLink(now, !router.linkUp());
            case 3 -> node.grant(now, anyPriority());
            case 4 -> {
                if (random.nextBoolean()) {
                    node.renew();
                }
                node.reload(now, settings(node.settings()));
            }
            case 5 -> router.resign(now);
            case 6 -> router.loseAddresses(now);
            case 7 -> {
                if (node.routers().size() > 1) {
                    node.regroup(now, random.nextBoolean() ? node.routers() : List.of(router));
                }
            }
            case 8, 9 -> node.changeTracker(now, random);
            case 10 -> router.standBy(now, !router.isStandby());
            case 11 -> {
                node.freeze(random.nextBoolean());
                lan.plan(soon(12), node::thaw);
            }
            case 12, 13 -> lan.cut(router.id(), other, random.nextBoolean());
            case 14 -> jump(node);
            default -> {
                boolean apart = random.nextBoolean();
                lan.cut(router.id(), other, apart);
                lan.cut(other, router.id(), apart);
            }
        }
    }

    private void sign(SimulatedEditions with) {
        editions = Optional.of(with);
        nodes.forEach(
                node ->
                        node.sign(
                                with,
                                with.allowsClocksToJump()
                                        ? random.nextLong(CLOCK_ERROR_MILLIS)
                                        : random.nextLong(HOUR_MILLIS)));
    }

    private void jump(SimulatedNode node) {
        boolean far = random.nextBoolean();
        long most = far ? HOUR_MILLIS : 10 * CLOCK_ERROR_MILLIS;
        if (editions.map(SimulatedEditions::allowsClocksToJump).orElse(false)) {
            long millisWrong = random.nextLong(-most, most);
            boolean all = random.nextInt(3) == 0;
            // All of them, where all have asked the same wrong clock.
            (all ? nodes : List.of(node)).forEach(each -> each.setClock(millisWrong));
        }
    }

    /** The roll-out is finished and clocks are right again. */
    private void finishRollOut(long now) {
        for (SimulatedNode node : nodes) {
            node.renew();
            if (!calm && editions.orElseThrow().allowsClocksToJump()) {
                node.setClock(random.nextLong(CLOCK_ERROR_MILLIS));
            }
            if (node.runs()) {
                node.reload(now, node.settings());
            }
        }
    }

    /** Peace: after that there is one master, and nobody who may preempt has a higher priority. */
    private void settle() {
        lan.heal();
        long now = lan.nowNanos();
        for (SimulatedNode node : nodes) {
            node.thaw(now);
            if (!node.runs()) {
                continue;
            }
            node.calm(now, random);
            for (SimulatedRouter router : node.routers()) {
                router.standBy(now, false);
                router.setLink(now, true);
            }
            if (node.routers().size() > 1) {
                node.regroup(now, node.routers());
            }
        }
        if (editions.isPresent()) {
            finishRollOut(now);
            // A router that starts anew with a clock set back is heard when its old stamps expire.
            lan.run(now + (editions.get().windowSeconds() + 2) * SECOND);
        }
        lan.run(lan.nowNanos() + 30 * unitNanos);
        List<SimulatedNode> running = nodes.stream().filter(SimulatedNode::runs).toList();
        if (running.isEmpty()) {
            return;
        }
        for (int segment = 0; segment < running.getFirst().routers().size(); segment++) {
            checkPeace(segment, running);
        }
    }

    private void checkPeace(int segment, List<SimulatedNode> running) {
        List<SimulatedRouter> routers =
                running.stream().map(node -> node.routers().get(segment)).toList();
        List<SimulatedRouter> masters = routers.stream().filter(SimulatedRouter::isMaster).toList();
        List<SimulatedRouter> deaf =
                routers.stream().filter(router -> router.settings().ownerIgnoresAdverts()).toList();
        if (deaf.size() > 1) {
            deaf.forEach(
                    owner ->
                            lan.check(
                                    owner.isMaster() && owner.isAlarmed(),
                                    owner,
                                    "two owners that listen to nobody are a split brain to both"));
            return;
        }
        lan.check(masters.size() == 1, routers.getFirst(), "one master after healing");
        for (SimulatedRouter router : routers) {
            boolean better = router.priority() > masters.getFirst().priority();
            lan.check(!better || !router.settings().preempt(), router, "the best claim is master");
        }
        if (routers.stream().anyMatch(SimulatedRouter::isAlarmed)) {
            lan.run(lan.nowNanos() + routers.getFirst().alarmNanos() + 3 * unitNanos);
            routers.forEach(
                    router ->
                            lan.check(!router.isAlarmed(), router, "an alarm ends with its cause"));
        }
    }

    private int anyPriority() {
        return PRIORITIES[random.nextInt(PRIORITIES.length)];
    }

    private long soon(int unitsMax) {
        return lan.nowNanos() + 1 + random.nextLong(unitsMax * unitNanos);
    }
}
