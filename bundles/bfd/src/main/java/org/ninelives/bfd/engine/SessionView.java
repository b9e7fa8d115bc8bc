package org.ninelives.bfd.engine;

import org.ninelives.api.management.BfdCounters;
import org.ninelives.api.management.BfdSessionStatus;

/** A session at one moment. */
record SessionView(BfdSessionStatus status, BfdCounters counters) {

    static SessionView of(RunningSession session) {
        return new SessionView(Snapshot.of(session), session.counters().snapshot());
    }

    /** One that does not run any more, for whoever still holds its bean. */
    static SessionView gone(String name) {
        return new SessionView(
                new BfdSessionStatus(
                        name,
                        "AdminDown",
                        "AdminDown",
                        "",
                        "",
                        "it is not configured any more",
                        "",
                        "",
                        0,
                        false,
                        false,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        false,
                        0),
                new BfdCounters(0, 0, 0, 0, 0, 0));
    }
}
