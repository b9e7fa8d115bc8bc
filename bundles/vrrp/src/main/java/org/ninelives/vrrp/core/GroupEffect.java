package org.ninelives.vrrp.core;

import java.util.Objects;

/** What a sync group tells, between the effects of its members. */
public sealed interface GroupEffect {

    DeadlinesMoved DEADLINES_MOVED = new DeadlinesMoved();

    /**
     * Members other than the one that was handled may have another {@link
     * VirtualRouter#deadlineNanos} now; the last effect of each input that has moved one.
     */
    record DeadlinesMoved() implements GroupEffect {}

    /** The members are being brought to one state; the pulled ones follow. */
    record Syncing(State to) implements GroupEffect {

        /** The log line. */
        public String text(String group) {
            return "VRRP_Group(%s) Syncing instances to %s state".formatted(group, to);
        }
    }

    /**
     * The group has another state. At the start in BACKUP it is told before the members' change,
     * otherwise after it.
     *
     * @param reason a sentence for the operator
     * @param held FAULT only because results are awaited: nobody is to be notified. If they come
     *     out badly, a change from FAULT to FAULT tells that it is real now
     */
    record StateChanged(State from, State to, String reason, boolean held) implements GroupEffect {
        public StateChanged {
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
            Objects.requireNonNull(reason);
        }
    }
}
