package org.ninelives.notify.email.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens in whatever order: no mail is forgotten or told twice, and the queue is bounded.
 */
class OutboxInvariantsTest {

    private static final int SEEDS = 500;
    private static final int STEPS = 200;
    private static final List<Recipient> RECIPIENTS =
            List.of(new Recipient("", "ops@a"), new Recipient("", "dev@a"));

    private static final class World {
        private final Random random;
        private final Outbox outbox = new Outbox();
        private final int queueMax;
        private final List<Long> underWay = new ArrayList<>();
        private long now;
        private long posted;
        private long told;
        private boolean closed;

        World(long seed) {
            random = new Random(seed);
            queueMax = 2 + random.nextInt(5);
            handle(new Input.Configure(Optional.of(settings())));
        }

        private OutboxSettings settings() {
            return new OutboxSettings(
                    RECIPIENTS,
                    queueMax,
                    new OutboxSettings.Retries(5, 40, 100 + random.nextInt(100)),
                    new OutboxSettings.DigestSettings(0, 1),
                    30);
        }

        void step() {
            now += random.nextInt(20);
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> post();
                case 3, 4, 5, 6 -> end();
                case 7 -> handle(new Input.Configure(Optional.of(settings())));
                default -> handle(new Input.Tick());
            }
        }

        private void post() {
            posted++;
            handle(new Input.Post(new Mail(Instant.EPOCH, "n", "M" + posted, "b\n")));
        }

        private void end() {
            if (!underWay.isEmpty()) {
                long number = underWay.removeLast();
                handle(new Input.Delivered(number, outcome()));
            }
        }

        private Outcome outcome() {
            return switch (random.nextInt(6)) {
                case 0 -> new Outcome.Failed("away");
                case 1 -> new Outcome.Rejected("no");
                case 2 -> new Outcome.Taken(List.of(new Refusal("ops@a", "no", true)));
                case 3 -> new Outcome.Taken(List.of(new Refusal("dev@a", "later", false)));
                default -> new Outcome.Taken(List.of());
            };
        }

        private void handle(Input input) {
            outbox.handle(now, input, this::perform);
            Tally tally = outbox.tally();
            assertThat(tally.queued()).isBetween(0, queueMax);
            assertThat(tally.sent() + tally.lost() + tally.queued()).isEqualTo(posted);
            assertThat(tally.sent() + tally.lost()).isGreaterThanOrEqualTo(told);
            told = tally.sent() + tally.lost();
            assertThat(outbox.deadlineNanos()).as("it is woken later").isGreaterThan(now);
        }

        private void perform(Effect effect) {
            assertThat(closed).isFalse();
            switch (effect) {
                case Effect.Send send -> {
                    assertThat(send.recipients()).isNotEmpty();
                    underWay.add(send.number());
                }
                case Effect.Abandon abandon -> underWay.remove(abandon.number());
                case Effect.Report report -> assertThat(report.text()).isNotBlank();
                case Effect.Closed end -> closed = true;
            }
            assertThat(underWay).hasSizeLessThanOrEqualTo(1);
        }

        /** The stop comes to an end by its limit alone. */
        void close() {
            handle(new Input.Close(50));
            now += 50;
            handle(new Input.Tick());
            assertThat(closed).isTrue();
            assertThat(outbox.tally().queued()).isZero();
            assertThat(outbox.deadlineNanos()).isEqualTo(Outbox.NEVER);
        }
    }

    @Test
    void everyMailIsSentLostOrQueued() {
        for (long seed = 0; seed < SEEDS; seed++) {
            World world = new World(seed);
            try {
                for (int i = 0; i < STEPS; i++) {
                    world.step();
                }
                world.close();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }
}
