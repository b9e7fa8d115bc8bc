package org.ninelives.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AsyncLogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> written = new CopyOnWriteArrayList<>();
    private final CountDownLatch writing = new CountDownLatch(1);
    private final CountDownLatch unblock = new CountDownLatch(1);

    @Test
    void linesAreWrittenInOrderAndFlushWaitsForThem() {
        AsyncLog log = started(line -> written.add(line.text()), 100);

        log.add(line("one"));
        log.add(line("two"));

        assertThat(log.flush(PATIENCE)).isTrue();
        assertThat(written).containsExactly("one", "two");
    }

    @Test
    void aBlockedSinkCostsLinesNotTimeAndTheLossIsTold() throws InterruptedException {
        AsyncLog log = started(this::writeWhenUnblocked, 2);
        log.add(line("first"));
        writing.await();

        for (int i = 0; i < 10; i++) {
            log.add(line("queued " + i));
        }
        assertThat(log.flush(Duration.ofMillis(1))).isFalse();
        unblock.countDown();

        assertThat(log.flush(PATIENCE)).isTrue();
        assertThat(written)
                .containsExactly(
                        "first",
                        "suppressed 8 lines: the log is slower than they came",
                        "queued 0",
                        "queued 1");
    }

    @Test
    void aLineThatCouldNotBeWrittenCountsAsLost() {
        AsyncLog log =
                started(
                        line -> {
                            if (line.text().equals("bad")) {
                                throw new IOException("disk full");
                            }
                            written.add(line.text());
                        },
                        100);

        log.add(line("bad"));
        log.add(line("good"));

        assertThat(log.flush(PATIENCE)).isTrue();
        assertThat(written)
                .containsExactly("suppressed 1 lines: the log is slower than they came", "good");
    }

    private void writeWhenUnblocked(LogLine line) throws IOException {
        writing.countDown();
        try {
            unblock.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        written.add(line.text());
    }

    private static AsyncLog started(LogSink sink, int lines) {
        AsyncLog log = new AsyncLog(sink, lines);
        log.start();
        return log;
    }

    private static LogLine line(String text) {
        return new LogLine(0, Severity.INFO, text);
    }
}
