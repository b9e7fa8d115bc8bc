package org.ninelives.notify.email.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What becomes of mails between the event and the server: storms are gathered, what waits is
 * bounded, a server that is away is tried again after growing pauses, and what got too old is given
 * up. Mails leave in the order in which they were posted, but for those that only some recipients
 * could not get yet.
 *
 * <p>A machine: inputs and the time go in, effects come out in order. Not thread-safe.
 */
public final class Outbox {

    /** The deadline when there is nothing to wait for. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final String STOPPING = "the daemon stops";

    private final Deque<Letter> queue = new ArrayDeque<>();
    private final Digest digest = new Digest();
    private final Account account = new Account();
    private Optional<OutboxSettings> settings = Optional.empty();
    private Optional<Attempt> underWay = Optional.empty();
    private long attempts;
    private int failures;
    private Optional<Long> pausedUntilNanos = Optional.empty();
    private Optional<Long> closeByNanos = Optional.empty();
    private boolean closed;

    private record Attempt(long number, Letter letter, long deadlineNanos) {}

    /** Takes one input. */
    public void handle(long nowNanos, Input input, Consumer<Effect> effects) {
        if (closed) {
            return;
        }
        switch (input) {
            case Input.Configure configure -> configure(configure.settings(), effects);
            case Input.Post post ->
                    settings.ifPresent(s -> post(s, nowNanos, post.mail(), effects));
            case Input.Delivered delivered -> delivered(nowNanos, delivered, effects);
            case Input.Tick tick -> {}
            case Input.Close close -> {
                pausedUntilNanos = Optional.empty();
                queue.forEach(letter -> letter.hurry(nowNanos));
                closeByNanos = Optional.of(nowNanos + close.limitNanos());
            }
        }
        settings.ifPresent(s -> proceed(s, nowNanos, effects));
        closeWhenDone(nowNanos, effects);
    }

    /** When the next {@link Input.Tick} is due, or {@link #NEVER}. */
    public long deadlineNanos() {
        if (settings.isEmpty() || closed) {
            return NEVER;
        }
        long next = Math.min(digest.deadlineNanos(), closeByNanos.orElse(NEVER));
        if (underWay.isPresent()) {
            return Math.min(next, underWay.get().deadlineNanos());
        }
        for (Letter letter : queue) {
            long due = Math.max(letter.notBeforeNanos(), pausedUntilNanos.orElse(Long.MIN_VALUE));
            next = Math.min(next, Math.min(due, expiryNanos(settings.get(), letter)));
        }
        return next;
    }

    /** What it has done so far. */
    public Tally tally() {
        return account.tally(queue.size() + digest.size());
    }

    private void configure(Optional<OutboxSettings> next, Consumer<Effect> effects) {
        settings = next;
        // Whoever mends the configuration wants to see at once whether that helped.
        pausedUntilNanos = Optional.empty();
        failures = 0;
        if (next.isEmpty()) {
            abandon(effects);
            giveUpAll("mail is no longer configured", effects);
        }
        next.ifPresent(s -> shrink(s, s.queueMax(), effects));
    }

    private void post(OutboxSettings s, long nowNanos, Mail mail, Consumer<Effect> effects) {
        if (digest.passes(s.digest(), nowNanos, mail)) {
            enqueue(s, nowNanos, mail, effects);
        }
    }

    private void enqueue(OutboxSettings s, long nowNanos, Mail mail, Consumer<Effect> effects) {
        shrink(s, s.queueMax() - 1, effects);
        queue.add(new Letter(mail, nowNanos));
    }

    /** The newest state matters most, so the oldest mail goes first; not one under way. */
    private void shrink(OutboxSettings s, int size, Consumer<Effect> effects) {
        Iterator<Letter> oldest = queue.iterator();
        while (queue.size() > size && oldest.hasNext()) {
            Letter letter = oldest.next();
            if (!isUnderWay(letter)) {
                oldest.remove();
                account.lost("the queue of " + s.queueMax() + " is full", letter.mail(), effects);
            }
        }
    }

    private boolean isUnderWay(Letter letter) {
        return underWay.filter(attempt -> attempt.letter() == letter).isPresent();
    }

    private void delivered(long nowNanos, Input.Delivered delivered, Consumer<Effect> effects) {
        Optional<Attempt> ended = underWay.filter(a -> a.number() == delivered.number());
        if (ended.isPresent() && settings.isPresent()) {
            underWay = Optional.empty();
            ended(settings.get(), nowNanos, ended.get().letter(), delivered.outcome(), effects);
        }
    }

    private void ended(
            OutboxSettings s,
            long nowNanos,
            Letter letter,
            Outcome outcome,
            Consumer<Effect> effects) {
        switch (outcome) {
            case Outcome.Taken taken -> {
                serverAnswers(effects);
                taken(s, nowNanos, letter, taken.refusals(), effects);
            }
            case Outcome.Rejected rejected -> {
                serverAnswers(effects);
                queue.remove(letter);
                account.rejected(rejected.reply(), letter.mail(), effects);
            }
            case Outcome.Failed failed -> failed(s, nowNanos, failed.reason(), effects);
        }
    }

    private void serverAnswers(Consumer<Effect> effects) {
        failures = 0;
        pausedUntilNanos = Optional.empty();
        account.serverAnswers(effects);
    }

    private void taken(
            OutboxSettings s,
            long nowNanos,
            Letter letter,
            List<Refusal> refusals,
            Consumer<Effect> effects) {
        for (Recipient recipient : letter.open(s.recipients())) {
            Optional<Refusal> refusal =
                    refusals.stream()
                            .filter(each -> each.address().equals(recipient.address()))
                            .findFirst();
            if (refusal.isEmpty()) {
                letter.take(recipient.address());
            } else {
                account.refused(refusal.get(), letter.mail(), effects);
                if (refusal.get().lasting()) {
                    letter.refuse(recipient.address());
                }
            }
        }
        if (closeByNanos.isPresent() && !letter.open(s.recipients()).isEmpty()) {
            queue.remove(letter);
            account.unfinished(letter, STOPPING, effects);
        } else {
            // Where nobody is left to get it, the next look at the queue takes it out.
            letter.postpone(s.retries(), nowNanos);
        }
    }

    private void failed(OutboxSettings s, long nowNanos, String reason, Consumer<Effect> effects) {
        if (closeByNanos.isPresent()) {
            giveUpAll(STOPPING + ", " + reason, effects);
            return;
        }
        failures++;
        long pauseNanos = s.retries().pauseNanos(failures);
        pausedUntilNanos = Optional.of(nowNanos + pauseNanos);
        account.failed(failures, reason, pauseNanos / NANOS_PER_SECOND, effects);
    }

    private void proceed(OutboxSettings s, long nowNanos, Consumer<Effect> effects) {
        underWay.filter(attempt -> nowNanos >= attempt.deadlineNanos())
                .ifPresent(
                        attempt -> {
                            abandon(effects);
                            failed(s, nowNanos, tooLong(s), effects);
                        });
        if (nowNanos >= digest.deadlineNanos() || closeByNanos.isPresent()) {
            int changes = digest.size();
            digest.take(s.digest(), nowNanos)
                    .ifPresent(
                            mail -> {
                                account.digested(changes);
                                enqueue(s, nowNanos, mail, effects);
                            });
        }
        tidy(s, nowNanos, effects);
        if (underWay.isEmpty() && nowNanos >= pausedUntilNanos.orElse(nowNanos)) {
            queue.stream()
                    .filter(letter -> nowNanos >= letter.notBeforeNanos())
                    .findFirst()
                    .ifPresent(letter -> send(s, nowNanos, letter, effects));
        }
    }

    private static String tooLong(OutboxSettings s) {
        return "a delivery took longer than "
                + Account.seconds(s.deliveryLimitNanos() / NANOS_PER_SECOND);
    }

    private void tidy(OutboxSettings s, long nowNanos, Consumer<Effect> effects) {
        for (Letter letter : List.copyOf(queue)) {
            if (isUnderWay(letter)) {
                continue;
            }
            if (letter.open(s.recipients()).isEmpty()) {
                queue.remove(letter);
                account.done(letter, effects);
            } else if (nowNanos >= expiryNanos(s, letter)) {
                queue.remove(letter);
                account.unfinished(letter, "it got too old", effects);
            }
        }
    }

    private static long expiryNanos(OutboxSettings s, Letter letter) {
        return letter.bornNanos() + s.retries().limitNanos();
    }

    private void send(OutboxSettings s, long nowNanos, Letter letter, Consumer<Effect> effects) {
        attempts++;
        underWay = Optional.of(new Attempt(attempts, letter, nowNanos + s.deliveryLimitNanos()));
        effects.accept(new Effect.Send(attempts, letter.mail(), letter.open(s.recipients())));
    }

    private void closeWhenDone(long nowNanos, Consumer<Effect> effects) {
        if (closeByNanos.isEmpty()) {
            return;
        }
        if (nowNanos >= closeByNanos.get()) {
            abandon(effects);
            giveUpAll(STOPPING, effects);
        }
        if (queue.isEmpty() || settings.isEmpty()) {
            closed = true;
            effects.accept(new Effect.Closed());
        }
    }

    private void abandon(Consumer<Effect> effects) {
        underWay.ifPresent(attempt -> effects.accept(new Effect.Abandon(attempt.number())));
        underWay = Optional.empty();
    }

    private void giveUpAll(String reason, Consumer<Effect> effects) {
        int changes = queue.size() + digest.size();
        queue.clear();
        digest.forget();
        if (changes > 0) {
            account.lostAll(reason, changes, effects);
        }
    }
}
