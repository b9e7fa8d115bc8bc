package org.ninelives.check.http.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ninelives.check.http.core.BadAnswerException;
import org.ninelives.check.http.core.BodyPattern;
import org.ninelives.check.http.core.Expectation;
import org.ninelives.check.http.core.Fault;
import org.ninelives.check.http.core.Judge;
import org.ninelives.check.http.core.StatusCodes;

@Timeout(60)
class SearchesTest {

    /** Takes longer than anybody waits: it tries each way to divide the letters. */
    private static final String ENDLESS = "(x+x+)+y";

    private static Judge judge(String regex, String body) throws BadAnswerException {
        BodyPattern.Words words =
                new BodyPattern.Words(regex, Set.of(), false, 0, Integer.MAX_VALUE);
        Judge judge =
                new Judge(
                        new Expectation(
                                StatusCodes.SUCCESS,
                                Optional.empty(),
                                Optional.of(new BodyPattern(words))));
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        judge.body(bytes, 0, bytes.length);
        return judge;
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    @Test
    void whatIsFoundIsTheVerdict() throws BadAnswerException {
        long deadline = in(Duration.ofSeconds(30));
        assertThat(Searches.fault(judge("w.rld", "hello world"), 200, deadline)).isEmpty();
        assertThat(Searches.fault(judge("moon", "hello world"), 200, deadline)).isPresent();
    }

    @Test
    void aSearchEndsWithItsTime() throws BadAnswerException {
        Optional<Fault> fault =
                Searches.fault(judge(ENDLESS, "x".repeat(200)), 200, in(Duration.ofMillis(20)));
        assertThat(fault.orElseThrow().detail()).contains("was not done in time");
    }

    @Test
    void anInterruptEndsASearchAndHoldsOn() throws Exception {
        Judge judge = judge(ENDLESS, "x".repeat(200));
        FutureTask<Boolean> looking =
                new FutureTask<>(
                        () -> {
                            Searches.fault(judge, 200, in(Duration.ofDays(1)));
                            return Thread.currentThread().isInterrupted();
                        });
        Thread.ofVirtual().start(looking).interrupt();
        assertThat(looking.get(30, TimeUnit.SECONDS)).isTrue();
    }
}
