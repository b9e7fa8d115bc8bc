package org.ninelives.notify.email.core;

import java.util.Optional;

/** What happens to an {@link Outbox}. */
public sealed interface Input {

    /** These settings hold from now on; none when no mail is sent any more. */
    record Configure(Optional<OutboxSettings> settings) implements Input {}

    /** There is something to tell. */
    record Post(Mail mail) implements Input {}

    /** A delivery has ended. */
    record Delivered(long number, Outcome outcome) implements Input {}

    /** The deadline has come. */
    record Tick() implements Input {}

    /**
     * The daemon stops: what waits is tried once more.
     *
     * @param limitNanos how long that may take
     */
    record Close(long limitNanos) implements Input {}
}
