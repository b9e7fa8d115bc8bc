package org.ninelives.notify.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.ninelives.notify.webhook.core.Patience;

class CourierTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int BROKEN = 0;

    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final Semaphore sends = new Semaphore(0);
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final Courier courier = new Courier("place", new Patience(2), this::send, pauses::add);

    /** Answers only when the test has said what. */
    private int send(String json) throws IOException, InterruptedException {
        int answer = answers.take();
        sent.add(json + " " + answer);
        sends.release();
        if (answer == BROKEN) {
            throw new IOException("connection refused");
        }
        return answer;
    }

    @Test
    void eventsAreToldInOrderAndTheLastBeforeTheEnd() {
        courier.tell("a");
        courier.tell("b");
        answers.addAll(List.of(200, 204));
        courier.close(LONG);
        assertThat(sent).containsExactly("a 200", "b 204");
        assertThat(pauses).isEmpty();
    }

    @Test
    void aServerThatIsDownIsTriedAgainAfterAWhile() throws Exception {
        courier.tell("a");
        answers.addAll(List.of(BROKEN, 503, 200));
        awaitSent(3);
        courier.close(LONG);
        assertThat(sent).containsExactly("a 0", "a 503", "a 200");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void afterOneWasGivenUpEachIsTriedOnceUntilOneArrives() throws Exception {
        courier.tell("a");
        courier.tell("b");
        courier.tell("c");
        courier.tell("d");
        answers.addAll(List.of(500, 500, 500, 500, 200, 500, 200));
        awaitSent(7);
        courier.close(LONG);
        assertThat(sent)
                .containsExactly("a 500", "a 500", "a 500", "b 500", "c 200", "d 500", "d 200");
    }

    @Test
    void whatTheServerRefusesIsNotTriedAgain() throws Exception {
        courier.tell("a");
        courier.tell("b");
        answers.addAll(List.of(404, 200));
        awaitSent(2);
        courier.close(LONG);
        assertThat(sent).containsExactly("a 404", "b 200");
    }

    @Test
    void aServerThatHangsHoldsUpNobodyForLong() {
        for (int i = 0; i < Courier.QUEUE_MAX + 10; i++) {
            courier.tell("x");
        }
        courier.close(Duration.ofMillis(1));
        assertThat(sent).isEmpty();
    }

    private void awaitSent(int count) throws InterruptedException {
        sends.acquire(count);
    }
}
