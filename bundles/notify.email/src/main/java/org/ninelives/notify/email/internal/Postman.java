package org.ninelives.notify.email.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ninelives.notify.email.core.Effect;
import org.ninelives.notify.email.core.Input;
import org.ninelives.notify.email.core.Mail;
import org.ninelives.notify.email.core.Outbox;
import org.ninelives.notify.email.core.Outcome;
import org.ninelives.notify.email.core.Tally;
import org.ninelives.notify.email.settings.MailSettings;
import org.ninelives.notify.email.smtp.Courier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an {@link Outbox} on a thread of its own, and each delivery on another, so that a server
 * that is slow delays nothing but mail. There is no thread before mail is configured. Safe for use
 * by several threads.
 */
final class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** Long enough to be no load. */
    private static final long IDLE_NANOS = TimeUnit.HOURS.toNanos(1);

    /** After the limit of {@link #close}: for the outbox to say what it gives up. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Function<MailSettings.Delivery, Courier> couriers;
    private final Consumer<String> losses;
    private final Clock clock;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("mail").unstarted(this::run);
    private volatile Standing standing = Standing.NONE;

    // These belong to the thread.
    private final Outbox outbox = new Outbox();
    private final Map<Long, Courier> underWay = new HashMap<>();
    private Optional<MailSettings.Delivery> settings = Optional.empty();
    private boolean closed;

    /**
     * Does nothing yet.
     *
     * @param couriers makes one for each delivery
     * @param losses hears of mail that was given up
     */
    Postman(
            Function<MailSettings.Delivery, Courier> couriers,
            Consumer<String> losses,
            Clock clock) {
        this.couriers = couriers;
        this.losses = losses;
        this.clock = clock;
    }

    /**
     * What there is to know at one moment.
     *
     * @param server host and port; empty where no mail is sent
     * @param errorMillis when the last error was, milliseconds since 1970 UTC; 0 if never
     * @param sentMillis when a mail was sent last; 0 if never
     */
    record Standing(String server, Tally tally, long errorMillis, long sentMillis) {
        static final Standing NONE = new Standing("", Tally.NONE, 0, 0);
    }

    Standing standing() {
        return standing;
    }

    /** Sends by these settings from now on; nothing where there are none. */
    synchronized void configure(Optional<MailSettings.Delivery> next) {
        if (next.isPresent() && thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        inbox.add(
                () -> {
                    settings = next;
                    handle(new Input.Configure(next.map(MailSettings.Delivery::outbox)));
                });
    }

    void post(Mail mail) {
        inbox.add(() -> handle(new Input.Post(mail)));
    }

    /** Tries what waits once more, gives up the rest, and ends. */
    synchronized void close(Duration limit) {
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        inbox.add(() -> handle(new Input.Close(limit.toNanos())));
        try {
            if (!thread.join(limit.plus(LAST_WORDS))) {
                LOG.warn("mail does not come to an end and is left alone");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                Runnable task = inbox.poll(pauseNanos(), TimeUnit.NANOSECONDS);
                if (task == null) {
                    handle(new Input.Tick());
                } else {
                    task.run();
                }
            } catch (InterruptedException e) {
                closed = true;
            } catch (RuntimeException e) {
                LOG.error("mail: an input failed", e);
            }
        }
    }

    private long pauseNanos() {
        long deadline = outbox.deadlineNanos();
        return deadline == Outbox.NEVER
                ? IDLE_NANOS
                : Math.clamp(deadline - System.nanoTime(), 0, IDLE_NANOS);
    }

    private void handle(Input input) {
        outbox.handle(System.nanoTime(), input, this::perform);
        Tally before = standing.tally();
        Tally now = outbox.tally();
        standing =
                new Standing(
                        settings.map(delivery -> delivery.server().name()).orElse(""),
                        now,
                        now.errors() == before.errors() ? standing.errorMillis() : clock.millis(),
                        now.sent() == before.sent() ? standing.sentMillis() : clock.millis());
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Send send -> settings.ifPresent(delivery -> begin(delivery, send));
            case Effect.Abandon abandon ->
                    Optional.ofNullable(underWay.remove(abandon.number()))
                            .ifPresent(Courier::abandon);
            case Effect.Report report -> tell(report);
            case Effect.Closed end -> closed = true;
        }
    }

    private void begin(MailSettings.Delivery delivery, Effect.Send send) {
        Courier courier = couriers.apply(delivery);
        underWay.put(send.number(), courier);
        Thread.ofPlatform()
                .daemon()
                .name("mail-delivery")
                .start(
                        () -> {
                            Outcome outcome = courier.deliver(send.mail(), send.recipients());
                            inbox.add(() -> ended(send.number(), outcome));
                        });
    }

    private void ended(long number, Outcome outcome) {
        underWay.remove(number);
        handle(new Input.Delivered(number, outcome));
    }

    private void tell(Effect.Report report) {
        switch (report.weight()) {
            case DETAIL -> LOG.debug("{}", report.text());
            case NORMAL -> LOG.info("{}", report.text());
            case WARNING -> LOG.warn("{}", report.text());
            case LOSS -> {
                LOG.error("{}", report.text());
                losses.accept(report.text());
            }
        }
    }
}
