package org.ninelives.api.notify;

/** Something that happened to a virtual router or a sync group. */
public sealed interface VrrpEvent extends Event {

    /** What it happened to. */
    VrrpSubject subject();

    @Override
    default String name() {
        return subject().name();
    }

    /**
     * A virtual router has another state.
     *
     * @param reason a sentence
     * @param priority the effective priority, 1..255
     * @param held nobody need hear of it: FAULT only because results of trackers are awaited, or
     *     the BACKUP of the start where the configuration says so
     */
    record InstanceState(
            VrrpSubject subject,
            VrrpState from,
            VrrpState to,
            String reason,
            int priority,
            boolean held,
            String text)
            implements VrrpEvent {}

    /** A sync group has another state; the parameters are those of {@link InstanceState}. */
    record GroupState(
            VrrpSubject subject,
            VrrpState from,
            VrrpState to,
            String reason,
            boolean held,
            String text)
            implements VrrpEvent {}

    /**
     * The effective priority of a virtual router changed.
     *
     * @param state the state it is in
     */
    record PriorityChanged(VrrpSubject subject, VrrpState state, int from, int to, String text)
            implements VrrpEvent {}

    /**
     * A master heard another one of lower priority and stays master: what hosts and clouds have
     * learned from the other may have to be put right.
     *
     * @param source the address of the other master
     * @param otherPriority its priority
     * @param priority the own effective priority
     */
    record LowerPriorityHeard(
            VrrpSubject subject, String source, int otherPriority, int priority, String text)
            implements VrrpEvent {}

    /**
     * Two nodes seem to be master of one virtual router, or no longer do.
     *
     * @param raised whether it began or ended
     * @param evidence what was seen, a sentence
     */
    record SplitBrain(VrrpSubject subject, boolean raised, String evidence, String text)
            implements VrrpEvent {}

    /**
     * A timer of a virtual router ran so late that others may have missed an advert. Told once a
     * second however many virtual routers that concerns, as a node stands still as a whole.
     *
     * @param state the state it was in meanwhile
     * @param lateMillis how late
     */
    record Late(VrrpSubject subject, VrrpState state, long lateMillis, String text)
            implements VrrpEvent {}
}
