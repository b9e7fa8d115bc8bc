package org.ninelives.page.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.EventRecord;
import org.ninelives.testkit.FakeBeans;

@Timeout(120)
class LiveTest {

    private static final String THREAD = "status-page-look";

    private final FakeBeans beans = new FakeBeans();
    private final Live live = new Live(beans::forEach, "node");

    @AfterEach
    void close() {
        live.close();
    }

    private void version(String version) {
        beans.with(
                "daemon",
                DaemonMXBean.class,
                Map.of(
                        "getVersion",
                        version,
                        "eventsSince",
                        List.of(new EventRecord(1, 0, "daemon", "d", version, Map.of()))));
    }

    private static void awaitMessage(Watcher watcher, String words) throws InterruptedException {
        Optional<String> message = watcher.next(60_000);
        while (message.isPresent() && !message.get().contains(words)) {
            message = watcher.next(60_000);
        }
        assertThat(message).as(words).isPresent();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(THREAD))
                .count();
    }

    @Test
    void whoComesGetsAllThenChanges() throws Exception {
        version("1");
        Watcher first = live.watch().orElseThrow();
        assertThat(first.next(60_000)).hasValue("event: anew\ndata: []\n\n");
        assertThat(first.next(60_000).orElseThrow()).contains("\"version\":\"1\"");
        assertThat(first.next(60_000).orElseThrow()).contains("event: journal", "\"text\":\"1\"");
        assertThat(first.next(60_000)).hasValue("event: complete\ndata: []\n\n");

        version("2");
        live.happened();
        awaitMessage(first, "\"version\":\"2\"");
        Watcher second = live.watch().orElseThrow();
        awaitMessage(second, "\"version\":\"2\"");
    }

    @Test
    void itLooksByItselfToo() throws Exception {
        version("1");
        Watcher watcher = live.watch().orElseThrow();
        awaitMessage(watcher, "complete");
        version("2");
        awaitMessage(watcher, "\"version\":\"2\"");
    }

    @Test
    void nothingRunsWhileNobodyWatches() {
        assertThat(threads()).isZero();
        Watcher watcher = live.watch().orElseThrow();
        await().until(() -> threads() == 1);
        watcher.end();
        await().atMost(Duration.ofSeconds(60)).until(() -> threads() == 0);
        assertThat(live.watch()).isPresent();
        await().until(() -> threads() == 1);
    }

    @Test
    void soManyMayWatch() {
        for (int i = 0; i < 8; i++) {
            assertThat(live.watch()).isPresent();
        }
        assertThat(live.watch()).isEmpty();
        live.close();
        assertThat(live.watch()).isEmpty();
    }

    @Test
    void whoIsTooSlowIsGivenUp() throws InterruptedException {
        Watcher watcher = new Watcher();
        watcher.begin(List.of("x".repeat(10 << 20)));
        watcher.tell(List.of("y".repeat(1000)));
        assertThat(watcher.hasEnded()).as("what it began with does not count").isFalse();
        assertThat(watcher.next(0)).isPresent();
        assertThat(watcher.next(0)).isPresent();
        for (int i = 0; i < 1100; i++) {
            watcher.tell(List.of("y".repeat(1000)));
        }

        assertThat(watcher.hasEnded()).isTrue();
        assertThat(watcher.next(0)).as("nothing is kept for it").isEmpty();
    }
}
