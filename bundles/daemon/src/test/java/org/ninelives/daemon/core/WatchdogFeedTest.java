package org.ninelives.daemon.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ninelives.daemon.core.WatchdogFeed.Step;

class WatchdogFeedTest {

    private static final long SECOND = 1_000_000_000L;

    /** The clock of a JVM may begin anywhere, below zero too. */
    private static final long START = Long.MAX_VALUE - 3 * SECOND;

    private final WatchdogFeed feed = new WatchdogFeed(10 * SECOND);

    private Step due(long seconds) {
        return feed.due(START + seconds * SECOND);
    }

    private Step answered(long seconds) {
        return feed.answered(START + seconds * SECOND);
    }

    @Test
    void aLoopThatAnswersFeedsEachHalfOfTheInterval() {
        assertThat(feed.periodNanos()).isEqualTo(5 * SECOND);
        for (int seconds = 0; seconds < 60; seconds += 5) {
            assertThat(due(seconds)).isEqualTo(Step.ASK);
            assertThat(answered(seconds + 1)).isEqualTo(Step.FEED);
        }
    }

    @Test
    void aLoopThatIsBusyForHalfTheIntervalFeedsStill() {
        due(0);
        assertThat(answered(5)).isEqualTo(Step.FEED);
    }

    @Test
    void aLoopThatIsLaterDoesNot() {
        due(0);
        assertThat(answered(6)).isEqualTo(Step.WAIT);
        assertThat(due(10)).isEqualTo(Step.ASK);
    }

    @Test
    void aLoopThatHangsIsAskedOnceAndToldOnce() {
        due(0);
        assertThat(due(5)).isEqualTo(Step.TELL);
        assertThat(due(10)).isEqualTo(Step.WAIT);
        assertThat(due(15)).isEqualTo(Step.WAIT);
    }

    @Test
    void aLoopThatComesBackFeedsWithItsNextAnswer() {
        due(0);
        due(5);
        assertThat(answered(7)).as("far too late").isEqualTo(Step.WAIT);
        assertThat(due(10)).isEqualTo(Step.ASK);
        assertThat(answered(10)).isEqualTo(Step.FEED_AGAIN);
        assertThat(due(15)).isEqualTo(Step.ASK);
        assertThat(answered(15)).isEqualTo(Step.FEED);
    }

    @Test
    void aLoopThatIsAlwaysLateNeverFeeds() {
        due(0);
        for (int seconds = 0; seconds < 60; seconds += 10) {
            assertThat(due(seconds + 5)).isIn(Step.TELL, Step.WAIT);
            assertThat(answered(seconds + 8)).isEqualTo(Step.WAIT);
            assertThat(due(seconds + 10)).isEqualTo(Step.ASK);
        }
    }

    @Test
    void anAnswerOfALoopThatIsGoneDoesNotCount() {
        due(0);
        feed.forget();
        assertThat(answered(1)).isEqualTo(Step.WAIT);
        assertThat(due(5)).isEqualTo(Step.ASK);
        assertThat(answered(5)).isEqualTo(Step.FEED);
    }

    @Test
    void theShortestIntervalHasAPeriodToo() {
        assertThat(new WatchdogFeed(1).periodNanos()).isPositive();
    }
}
