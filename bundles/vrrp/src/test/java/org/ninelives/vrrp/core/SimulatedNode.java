package org.ninelives.vrrp.core;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ninelives.vrrp.wire.AdvertFormat;

/** One machine: a virtual router on each segment, in a sync group if there are several. */
final class SimulatedNode {

    private static final long EPOCH_MILLIS = 1_800_000_000_000L;

    private final SimulatedLan lan;
    private final List<SimulatedRouter> routers = new ArrayList<>();
    private SyncGroup group;
    private List<SimulatedRouter> grouped = List.of();
    private State groupState = State.INIT;
    private boolean frozen;
    private RouterSettings settings;
    private Optional<SimulatedEditions> editions = Optional.empty();
    private boolean isNew;
    private long millisWrong;

    SimulatedNode(SimulatedLan lan, Random random, int segments, RouterSettings settings) {
        this.lan = lan;
        this.settings = settings;
        List<SimulatedTracker> shared = simulated(SimulatedTracker.any(random));
        for (int segment = 0; segment < segments; segment++) {
            List<SimulatedTracker> trackers = new ArrayList<>(shared);
            if (segments > 1) {
                // What only one member watches may be a fault, but sets no priorities apart.
                trackers.addAll(
                        simulated(
                                TrackerRules.ofMember("G", SimulatedTracker.any(random))
                                        .trackers()));
            }
            routers.add(lan.add(new SimulatedRouter(this, lan, segment, trackers)));
        }
    }

    private List<SimulatedTracker> simulated(List<Tracker> written) {
        List<Tracker> left =
                settings.isOwner() ? TrackerRules.ofOwner(written).trackers() : written;
        return left.stream().map(SimulatedTracker::new).toList();
    }

    /** The process starts: nothing is left of an earlier one but the addresses of the node. */
    void start(long nowNanos) {
        if (runs()) {
            return;
        }
        groupState = State.INIT;
        group = new SyncGroup("G", this::perform);
        routers.forEach(router -> router.create(nowNanos, settings));
        if (routers.size() > 1) {
            regroup(nowNanos, routers);
        }
        routers.forEach(router -> router.begin(nowNanos));
    }

    /** The node is switched off; its addresses go with it. */
    void crash() {
        routers.forEach(SimulatedRouter::crash);
        grouped = List.of();
        frozen = false;
    }

    void stop(long nowNanos) {
        routers.forEach(router -> router.stop(nowNanos));
        crash();
    }

    /** Stands still; a deaf one loses what is sent to it meanwhile, as a stopped machine does. */
    void freeze(boolean deaf) {
        frozen = true;
        routers.forEach(router -> router.freeze(deaf));
    }

    void thaw(long nowNanos) {
        if (frozen) {
            frozen = false;
            routers.forEach(router -> router.thaw(nowNanos));
        }
    }

    /** From now on adverts are signed; the clock may be wrong by so much. */
    void sign(SimulatedEditions signed, long millisWrong) {
        editions = Optional.of(signed);
        setClock(millisWrong);
    }

    /** The operator rolls out the new edition; it counts from the next reload or start on. */
    void renew() {
        isNew = true;
    }

    void setClock(long millis) {
        millisWrong = millis;
    }

    long epochMillis() {
        return EPOCH_MILLIS + lan.nowNanos() / 1_000_000 + millisWrong;
    }

    /** What its adverts look like, if they are signed. */
    Optional<AdvertFormat> format() {
        return editions.map(with -> with.format(isNew, settings));
    }

    /** Something that one of them watches has another result. */
    void changeTracker(long nowNanos, Random random) {
        List<SimulatedTracker> all = routers.get(random.nextInt(routers.size())).trackers();
        if (!all.isEmpty()) {
            all.get(random.nextInt(all.size())).change(random);
            routers.forEach(router -> router.watchAgain(nowNanos));
        }
    }

    /** All results are known, and none is a fault. */
    void calm(long nowNanos, Random random) {
        routers.forEach(router -> router.trackers().forEach(tracker -> tracker.calm(random)));
        routers.forEach(router -> router.watchAgain(nowNanos));
    }

    void grant(long nowNanos, int priority) {
        if (!settings.isOwner()) {
            routers.forEach(router -> router.grant(nowNanos, priority));
        }
    }

    void reload(long nowNanos, RouterSettings changed) {
        settings = changed;
        routers.forEach(router -> router.reload(nowNanos, changed));
    }

    /** Changes who is in the sync group. */
    void regroup(long nowNanos, List<SimulatedRouter> members) {
        expect(nowNanos);
        members.forEach(router -> router.mayFollow(nowNanos));
        grouped = members;
        group.setMembers(nowNanos, members.stream().map(SimulatedRouter::asMember).toList());
        verify();
    }

    boolean runs() {
        return routers.getFirst().runs();
    }

    boolean isFrozen() {
        return frozen;
    }

    RouterSettings settings() {
        return settings;
    }

    List<SimulatedRouter> routers() {
        return routers;
    }

    /** Something happens to one of the routers. */
    void expect(long nowNanos) {
        routers.forEach(router -> router.expect(nowNanos));
    }

    /** It has happened: what must hold now. */
    void verify() {
        routers.forEach(SimulatedRouter::verify);
        Set<State> states = EnumSet.noneOf(State.class);
        grouped.forEach(router -> states.add(router.state()));
        states.remove(State.INIT);
        SimulatedRouter first = routers.getFirst();
        lan.check(states.size() <= 1, first, "a sync group moves as one");
        lan.check(
                !states.contains(State.MASTER)
                        || grouped.stream().noneMatch(SimulatedRouter::isStandby),
                first,
                "a sync group with one that stands by is not master");
        State expected = states.isEmpty() ? State.INIT : states.iterator().next();
        lan.check(groupState == expected, first, "the group has told its state");
        routers.forEach(this::verifyFaults);
    }

    /** In FAULT are those that have a fault, and those that go with them. */
    private void verifyFaults(SimulatedRouter router) {
        boolean faulty =
                grouped.contains(router)
                        ? grouped.stream().anyMatch(SimulatedRouter::expectsFault)
                        : router.expectsFault();
        lan.check(
                router.state() == State.INIT || (router.state() == State.FAULT) == faulty,
                router,
                "faults mean FAULT");
    }

    private void perform(GroupEffect effect) {
        if (effect instanceof GroupEffect.StateChanged change) {
            lan.check(
                    change.from() == groupState
                            && (change.to() != groupState || change.to() == State.FAULT),
                    routers.getFirst(),
                    "the group tells each change once");
            groupState = change.to();
        }
    }
}
