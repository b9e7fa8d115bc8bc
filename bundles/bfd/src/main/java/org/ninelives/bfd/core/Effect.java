package org.ninelives.bfd.core;

import java.util.Objects;

/** What a session asks of the world, or tells it. Effects are performed in the order they come. */
public sealed interface Effect {

    PollStarted POLL_STARTED = new PollStarted();

    /**
     * Send a packet.
     *
     * @param packet belongs to the session, which fills it anew for the next one
     */
    record SendPacket(ControlPacket packet) implements Effect {}

    /**
     * The state is another one.
     *
     * @param diagnostic the own one from now on
     * @param remoteDiagnostic the number the neighbour sent last, 0..31
     */
    record StateChanged(State from, State to, Diagnostic diagnostic, int remoteDiagnostic)
            implements Effect {
        public StateChanged {
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
            Objects.requireNonNull(diagnostic);
        }
    }

    /**
     * The detection time has passed without a packet.
     *
     * @param silentNanos since the last packet
     * @param overdueNanos by how much that is longer than the detection time
     */
    record Expired(long silentNanos, long overdueNanos) implements Effect {}

    /** The detection time is another one, in microseconds; 0 before anything was heard. */
    record DetectionTimeChanged(long beforeMicros, long afterMicros) implements Effect {}

    /** The session asks the neighbour to confirm new times, RFC 5880 section 6.5. */
    record PollStarted() implements Effect {}
}
