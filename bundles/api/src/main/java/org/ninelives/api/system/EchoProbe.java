package org.ninelives.api.system;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.ninelives.api.net.IpAddress;
import org.osgi.annotation.versioning.ProviderType;

/** Asks hosts whether they answer, by ICMP echo (RFC 792, RFC 4443 section 4). Loop thread only. */
@ProviderType
public interface EchoProbe {

    /**
     * A question.
     *
     * @param target whom to ask
     * @param through the interface to ask through, which a link-local target needs; the routes
     *     decide when empty
     * @param timeout how long to wait for the answer, above zero
     */
    record Question(IpAddress target, Optional<Link> through, Duration timeout) {

        public Question {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("a timeout is above zero: " + timeout);
            }
        }
    }

    /** How it ended. */
    sealed interface Outcome {

        /**
         * The host answered.
         *
         * @param roundTripNanos from asking until the turn in which the answer was read
         */
        record Answered(long roundTripNanos) implements Outcome {}

        /** The time is over. */
        record Silent() implements Outcome {}

        /**
         * The question could not leave: there is no route, the interface is down, the right is
         * missing.
         */
        record Unsent(SystemException cause) implements Outcome {}
    }

    /**
     * Asks once.
     *
     * @param outcome told exactly once, in a later turn, unless the loop ends before
     */
    void ask(Question question, Consumer<Outcome> outcome);
}
