package org.ninelives.lvs.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerBoard;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;

/**
 * Who tracks the quorum of which virtual servers. Virtual routers follow before virtual servers are
 * applied, so those that are about to come may be followed too. Safe for use by several threads.
 */
final class QuorumBoard {

    private final TrackerBoard board;
    private Set<String> applied = Set.of();

    QuorumBoard(Clock clock) {
        board = new TrackerBoard(TrackerKind.VIRTUAL_SERVER, new ToldAlready(), clock);
    }

    /** These may be there soon. */
    synchronized void expect(Collection<String> trackerNames) {
        Set<String> both = new HashSet<>(applied);
        both.addAll(trackerNames);
        board.define(both);
    }

    /** Exactly these are there. */
    synchronized void define(Collection<String> trackerNames) {
        applied = Set.copyOf(trackerNames);
        board.define(applied);
    }

    void found(String trackerName, Finding finding) {
        board.found(trackerName, finding, 0, "");
    }

    void follow(TrackerListener listener, Set<String> trackerNames) {
        board.follow(listener, trackerNames);
    }

    /** Everybody hears of a quorum by an event of its own. */
    private static final class ToldAlready implements EventSink {

        @Override
        public void publish(Event event) {}

        @Override
        public boolean flush(Duration limit) {
            return true;
        }
    }
}
