package org.ninelives.notify.email.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.MailStatus;
import org.ninelives.notify.email.core.Mail;
import org.ninelives.notify.email.core.OutboxSettings;
import org.ninelives.notify.email.core.Outcome;
import org.ninelives.notify.email.core.Recipient;
import org.ninelives.notify.email.core.Refusal;
import org.ninelives.notify.email.settings.MailSettings;
import org.ninelives.notify.email.settings.ServerSettings;
import org.ninelives.notify.email.settings.TlsMode;
import org.ninelives.notify.email.settings.Trust;
import org.ninelives.notify.email.smtp.Courier;

class PostmanTest {

    private static final Outcome TAKEN = new Outcome.Taken(List.of());
    private static final Instant NOW = Instant.ofEpochMilli(1_234_567);
    private static final Duration LIMIT = Duration.ofMillis(50);

    private final BlockingQueue<FakeCourier> couriers = new LinkedBlockingQueue<>();
    private final List<String> losses = new CopyOnWriteArrayList<>();
    private final Postman postman =
            new Postman(
                    settings -> new FakeCourier(), losses::add, Clock.fixed(NOW, ZoneOffset.UTC));
    private final MailBean bean = new MailBean(postman, () -> MailSettings.NONE);

    /** Comes back when the test says so. */
    private final class FakeCourier implements Courier {
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private final CompletableFuture<Boolean> abandoned = new CompletableFuture<>();
        private volatile Mail mail;

        @Override
        public Outcome deliver(Mail given, List<Recipient> recipients) {
            mail = given;
            couriers.add(this);
            return outcome.join();
        }

        @Override
        public void abandon() {
            abandoned.complete(true);
            outcome.complete(new Outcome.Failed("ended"));
        }
    }

    @AfterEach
    void end() {
        postman.close(LIMIT);
    }

    @Test
    void mailsGoOneAfterTheOtherAndAreCounted() throws InterruptedException {
        postman.configure(delivery(60));
        postman.post(mail("A"));
        postman.post(mail("B"));

        FakeCourier first = couriers.take();
        assertThat(first.mail.topic()).isEqualTo("A");
        await().until(() -> bean.getQueued() == 2);
        assertThat(couriers).isEmpty();

        first.outcome.complete(TAKEN);
        FakeCourier second = couriers.take();
        assertThat(second.mail.topic()).isEqualTo("B");
        second.outcome.complete(new Outcome.Taken(List.of(new Refusal("dev@a", "550 no", true))));
        await().until(() -> bean.getSent() == 2);
        assertThat(bean.getStatus())
                .isEqualTo(
                        new MailStatus(
                                "mx:25",
                                0,
                                2,
                                0,
                                1,
                                0,
                                "dev@a: 550 no",
                                NOW.toEpochMilli(),
                                NOW.toEpochMilli()));
    }

    @Test
    void aMailThatIsLostIsToldAndCounted() throws InterruptedException {
        postman.configure(delivery(60));
        postman.post(mail("A"));
        couriers.take().outcome.complete(new Outcome.Rejected("554 no"));

        await().until(() -> bean.getFailed() == 1);
        assertThat(losses).containsExactly("mail 'A' is given up: 554 no");
    }

    @Test
    void aFailureIsTriedAgainWhenItsPauseIsOver() throws InterruptedException {
        postman.configure(delivery(0));
        postman.post(mail("A"));
        couriers.take().outcome.complete(new Outcome.Failed("Connection refused"));

        couriers.take().outcome.complete(TAKEN);
        await().until(() -> bean.getSent() == 1);
        assertThat(bean.getStatus().lastError()).isEqualTo("Connection refused");
    }

    @Test
    void theStopWaitsForAMailUnderWay() throws InterruptedException {
        postman.configure(delivery(60));
        postman.post(mail("A"));
        FakeCourier courier = couriers.take();
        CompletableFuture<Void> stop =
                CompletableFuture.runAsync(() -> postman.close(Duration.ofMinutes(1)));

        courier.outcome.complete(TAKEN);

        stop.join();
        assertThat(bean.getSent()).isEqualTo(1);
        assertThat(losses).isEmpty();
    }

    @Test
    void theStopGivesUpWhatTakesTooLong() throws InterruptedException {
        postman.configure(delivery(60));
        postman.post(mail("A"));
        FakeCourier courier = couriers.take();

        postman.close(LIMIT);

        assertThat(courier.abandoned).isCompleted();
        assertThat(losses).containsExactly("1 mail is given up: the daemon stops");
    }

    @Test
    void withoutConfigurationThereIsNothingToStop() {
        postman.configure(Optional.empty());
        postman.post(mail("A"));

        postman.close(Duration.ofDays(1));

        assertThat(bean.getStatus()).isEqualTo(new MailStatus("", 0, 0, 0, 0, 0, "", 0, 0));
    }

    private static Mail mail(String topic) {
        return new Mail(Instant.EPOCH, "lb01", topic, "=> body <=\n");
    }

    private static Optional<MailSettings.Delivery> delivery(int retrySeconds) {
        long retryNanos = Duration.ofSeconds(retrySeconds).toNanos();
        long longNanos = Duration.ofHours(1).toNanos();
        return Optional.of(
                new MailSettings.Delivery(
                        new Recipient("", "root@lb01"),
                        new ServerSettings(
                                "mx",
                                25,
                                "lb01",
                                longNanos,
                                TlsMode.OFF,
                                new Trust.WellKnown(),
                                Optional.empty()),
                        new OutboxSettings(
                                List.of(new Recipient("", "ops@a"), new Recipient("", "dev@a")),
                                10,
                                new OutboxSettings.Retries(retryNanos, retryNanos, longNanos),
                                new OutboxSettings.DigestSettings(0, 1),
                                longNanos)));
    }
}
