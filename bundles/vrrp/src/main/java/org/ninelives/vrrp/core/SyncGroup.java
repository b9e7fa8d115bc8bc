package org.ninelives.vrrp.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Virtual routers that change their state together. The group has no state of its own that could
 * get out of step: what it is and what its members have to do is computed from them whenever one of
 * them has changed.
 *
 * <ul>
 *   <li>As long as one member has a fault, all that run are in FAULT.
 *   <li>Mastership is taken when all members run and each of them would take it, then by all.
 *   <li>When one gives it up, all do, in the same way.
 *   <li>As long as one stands by, none is master.
 * </ul>
 *
 * <p>Members are told what happens by {@link VirtualRouter#handle} as if they were alone. Not
 * thread-safe; one thread serves the group and all its members.
 */
public final class SyncGroup {

    /**
     * A virtual router of the group.
     *
     * @param name of the instance, for the operator
     * @param effects takes its effects when another member has caused them; must not call back
     */
    public record Member(String name, VirtualRouter router, Consumer<? super Effect> effects) {
        public Member {
            Objects.requireNonNull(name);
            Objects.requireNonNull(router);
            Objects.requireNonNull(effects);
        }

        Membership membership() {
            return router.membership();
        }
    }

    private final String name;
    private final Consumer<? super GroupEffect> effects;

    private List<Member> members = List.of();
    private State state = State.INIT;
    private boolean held;
    private boolean settling;

    public SyncGroup(String name, Consumer<? super GroupEffect> effects) {
        this.name = Objects.requireNonNull(name);
        this.effects = Objects.requireNonNull(effects);
    }

    public String name() {
        return name;
    }

    /** FAULT if a member is, INIT if none runs, MASTER if all that run are, otherwise BACKUP. */
    public State state() {
        return state;
    }

    /**
     * Sets the members; those that stay are left as they are unless a new one has a fault. Who
     * joins a group that is master becomes master unless it stands by, who joins one that is not
     * gives it up; who leaves goes on alone. A router that changes groups has to leave before it
     * joins.
     *
     * @throws IllegalArgumentException if a router is in another group
     */
    public void setMembers(long nowNanos, List<Member> changed) {
        List<Member> before = members;
        changed.forEach(this::checkFree);
        members = List.copyOf(changed);
        settling = true;
        for (Member member : before) {
            if (find(members, member.router()).isEmpty()) {
                member.membership().end(nowNanos, member.effects());
            }
        }
        for (Member member : members) {
            member.membership().begin(new Bond(member));
        }
        boolean staysBackup =
                members.stream()
                        .filter(member -> find(before, member.router()).isPresent())
                        .anyMatch(member -> member.router().state() == State.BACKUP);
        spreadFaults(nowNanos);
        if (staysBackup || isHeldBack()) {
            leaveMaster(nowNanos, Retreat.RESIGN, "");
        } else if (isAny(State.MASTER)) {
            becomeMaster(nowNanos, "");
        }
        settling = false;
        tell("its members are other ones now");
        effects.accept(GroupEffect.DEADLINES_MOVED);
    }

    private void settle(Member actor, State before) {
        if (settling) {
            return;
        }
        VirtualRouter cause = actor.router();
        long nowNanos = actor.membership().nowNanos();
        settling = true;
        boolean leaves = before == State.MASTER && cause.state() == State.BACKUP;
        tellSyncing(hasRunningFault() ? State.FAULT : cause.state(), leaves);
        spreadFaults(nowNanos);
        String why = ": " + actor.name() + ": " + cause.reason();
        if (leaves) {
            leaveMaster(nowNanos, actor.membership().lastRetreat(), why);
        } else if (isHeldBack()) {
            leaveMaster(nowNanos, Retreat.RESIGN, why);
        } else if (isAny(State.MASTER)) {
            becomeMaster(nowNanos, why);
        }
        settling = false;
        tell(actor.name() + ": " + cause.reason());
        effects.accept(GroupEffect.DEADLINES_MOVED);
    }

    /** The others follow into this state. */
    private void tellSyncing(State to, boolean fromMaster) {
        boolean follow = to == State.FAULT || to == State.MASTER || fromMaster;
        if (follow && to != state) {
            effects.accept(new GroupEffect.Syncing(to));
        }
    }

    private void spreadFaults(long nowNanos) {
        for (Member member : members) {
            member.membership().companionsHave(nowNanos, faultsBeside(member), member.effects());
        }
    }

    private void becomeMaster(long nowNanos, String why) {
        for (Member member : members) {
            if (member.router().state() == State.BACKUP) {
                member.membership().follow(nowNanos, words() + why, member.effects());
            }
        }
    }

    private void leaveMaster(long nowNanos, Retreat how, String why) {
        for (Member member : members) {
            if (member.router().state() == State.MASTER) {
                member.membership().follow(nowNanos, how, words() + why, member.effects());
            }
        }
    }

    /** Tells the state if it is another one now. */
    private void tell(String reason) {
        State before = state;
        boolean heldBefore = held;
        state = derived();
        held = state == State.FAULT && members.stream().noneMatch(SyncGroup::hasRealFault);
        if (state != before || (heldBefore && !held)) {
            effects.accept(new GroupEffect.StateChanged(before, state, reason, held));
        }
    }

    private State derived() {
        if (isAny(State.FAULT)) {
            return State.FAULT;
        }
        if (isAny(State.BACKUP)) {
            return State.BACKUP;
        }
        return isAny(State.MASTER) ? State.MASTER : State.INIT;
    }

    private boolean isAny(State wanted) {
        for (Member member : members) {
            if (member.router().state() == wanted) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeldBack() {
        return members.stream().anyMatch(member -> member.membership().standsBy());
    }

    private boolean hasRunningFault() {
        return (isAny(State.FAULT) || isAny(State.BACKUP) || isAny(State.MASTER))
                && members.stream().anyMatch(member -> !member.membership().ownFaults().isEmpty());
    }

    private static boolean hasRealFault(Member member) {
        return member.membership().ownFaults().stream().anyMatch(Fault::isReal);
    }

    private List<Fault> faultsBeside(Member one) {
        List<Fault> list = new ArrayList<>();
        for (Member member : members) {
            if (member.router() != one.router()) {
                for (Fault fault : member.membership().ownFaults()) {
                    list.add(new Fault(fault.kind(), member.name() + ": " + fault.words()));
                }
            }
        }
        return list;
    }

    private void checkFree(Member joining) {
        if (joining.membership().exists() && find(members, joining.router()).isEmpty()) {
            throw new IllegalArgumentException(
                    "%s is in another sync group already".formatted(joining.name()));
        }
    }

    private static Optional<Member> find(List<Member> list, VirtualRouter router) {
        return list.stream().filter(member -> member.router() == router).findAny();
    }

    private String words() {
        return "sync group " + name;
    }

    /** What ties one member to the others. */
    private final class Bond implements Companions {

        private final Member own;

        Bond(Member own) {
            this.own = own;
        }

        @Override
        public void starting() {
            if (state == State.INIT
                    && members.stream().allMatch(m -> m.membership().ownFaults().isEmpty())) {
                state = State.BACKUP;
                effects.accept(
                        new GroupEffect.StateChanged(State.INIT, State.BACKUP, "started", false));
            }
        }

        @Override
        public boolean areMaster() {
            for (Member member : members) {
                if (member.router() != own.router()
                        && member.membership().isTrueMaster(own.membership().nowNanos())) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean agree() {
            for (Member member : members) {
                if (member.router() != own.router()
                        && !member.membership().wantsMaster(own.membership().nowNanos())) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public List<Fault> faults() {
            return faultsBeside(own);
        }

        @Override
        public void changed(State before) {
            settle(own, before);
        }

        @Override
        public void announceToo() {
            for (Member member : members) {
                if (member.router() != own.router()) {
                    member.membership().announceToo(own.membership().nowNanos(), member.effects());
                }
            }
            effects.accept(GroupEffect.DEADLINES_MOVED);
        }

        @Override
        public String group() {
            return name;
        }
    }
}
