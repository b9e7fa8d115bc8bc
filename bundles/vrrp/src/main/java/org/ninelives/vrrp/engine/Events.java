package org.ninelives.vrrp.engine;

import java.util.concurrent.TimeUnit;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.vrrp.core.Effect;
import org.ninelives.vrrp.core.GroupEffect;
import org.ninelives.vrrp.core.Remark;
import org.ninelives.vrrp.core.SplitBrain;
import org.ninelives.vrrp.core.State;

/** Says in the words of listeners what the core has told. */
final class Events {

    /** What the end of a virtual router is told as. */
    enum Ending {
        /** The daemon stops. */
        STOP(VrrpState.STOP),
        /** A reload has removed it; keepalived tells a fault. */
        REMOVED(VrrpState.FAULT),
        /** The same, where {@code notify_deleted} asks for it. */
        DELETED(VrrpState.DELETED);

        private final VrrpState told;

        Ending(VrrpState told) {
            this.told = told;
        }
    }

    private Events() {}

    /**
     * A change of state.
     *
     * @param ending what INIT is told as
     * @param quiet whether nobody need hear of it
     */
    static VrrpEvent of(
            VrrpSubject subject,
            Effect.StateChanged change,
            Ending ending,
            boolean quiet,
            int priority) {
        return new VrrpEvent.InstanceState(
                subject,
                state(change.from(), VrrpState.INIT),
                state(change.to(), ending.told),
                change.reason(),
                priority,
                quiet,
                change.text(subject.name()));
    }

    /** A change of state of a group; the parameters are those of the other one. */
    static VrrpEvent of(
            VrrpSubject subject, GroupEffect.StateChanged change, Ending ending, boolean quiet) {
        VrrpState to = state(change.to(), ending.told);
        return new VrrpEvent.GroupState(
                subject,
                state(change.from(), VrrpState.INIT),
                to,
                change.reason(),
                quiet,
                "VRRP_Group(" + subject.name() + ") Entering " + to + " state");
    }

    static VrrpEvent of(VrrpSubject subject, Effect.Reclaimed reclaimed, int priority) {
        IpAddress source = reclaimed.source();
        return new VrrpEvent.LowerPriorityHeard(
                subject,
                source.toString(),
                reclaimed.priority(),
                priority,
                "("
                        + subject.name()
                        + ") is master still, after hearing "
                        + source
                        + " with priority "
                        + reclaimed.priority());
    }

    static VrrpEvent of(VrrpSubject subject, SplitBrain told) {
        String text = told.text(subject.name());
        return switch (told) {
            case SplitBrain.Raised raised ->
                    new VrrpEvent.SplitBrain(subject, true, raised.evidence(), text);
            case SplitBrain.Cleared cleared ->
                    new VrrpEvent.SplitBrain(subject, false, cleared.winner(), text);
        };
    }

    static VrrpEvent of(VrrpSubject subject, Remark.PriorityChange change, State state) {
        return new VrrpEvent.PriorityChanged(
                subject,
                state(state, VrrpState.INIT),
                change.from(),
                change.to(),
                change.text(subject.name()));
    }

    /** A timer ran late. */
    static VrrpEvent late(VrrpSubject subject, State state, long lateNanos, String text) {
        return new VrrpEvent.Late(
                subject,
                state(state, VrrpState.INIT),
                TimeUnit.NANOSECONDS.toMillis(lateNanos),
                text);
    }

    /** What a state is told as, given what INIT is told as. */
    private static VrrpState state(State state, VrrpState init) {
        return switch (state) {
            case INIT -> init;
            case BACKUP -> VrrpState.BACKUP;
            case MASTER -> VrrpState.MASTER;
            case FAULT -> VrrpState.FAULT;
        };
    }
}
