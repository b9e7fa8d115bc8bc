package org.ninelives.check.bfd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckedServer;
import org.ninelives.api.check.FollowMethod;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.testkit.FakeTrackers;
import org.ninelives.testkit.network.CheckText;

/** What is read from {@code BFD_CHECK}, and what a session means. */
class BfdCheckTest {

    private static final CheckedServer SERVER = CheckedServer.of(IpAddress.of("192.0.2.10"), 25);

    private final BfdCheck type = new BfdCheck();

    BfdCheckTest() {
        type.addSource(FakeTrackers.of(TrackerKind.BFD, "peer"));
    }

    @Test
    void aServerFollowsItsSession() {
        CheckText read = read("name peer");
        assertThat(read.problems()).isEmpty();
        assertThat(read.followed().keyword()).isEqualTo("BFD_CHECK");
        assertThat(read.followed().alpha()).isFalse();
        FollowMethod follow = read.followed().follow();
        assertThat(follow.kind()).isEqualTo(TrackerKind.BFD);
        assertThat(follow.tracker()).isEqualTo("peer");
        assertThat(follow.judge(Finding.GOOD))
                .isEqualTo(CheckResult.passed("BFD check of [peer] is UP"));
        assertThat(follow.judge(Finding.BAD))
                .isEqualTo(CheckResult.failed("BFD check of [peer] is DOWN"));
        assertThat(follow.judge(Finding.ABSENT).passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"alpha, false, true", "alpha off, true, false", "'', true, true"})
    void alphaIsItsOwnOrThatOfTheServer(String line, boolean ofServer, boolean alpha) {
        CheckedServer plain = SERVER;
        CheckedServer server =
                new CheckedServer(
                        plain.address(),
                        plain.port(),
                        plain.delayLoop(),
                        plain.retry(),
                        plain.delayBeforeRetry(),
                        plain.warmup(),
                        plain.connectTimeout(),
                        ofServer,
                        false,
                        plain.virtualHost());
        CheckText read = CheckText.read(type, "name peer\n" + line, server, "");
        assertThat(read.followed().alpha()).isEqualTo(alpha);
    }

    @ParameterizedTest
    @CsvSource({
        "name pear, there is no bfd_instance pear",
        "alpha, name: is missing; write the name of a bfd_instance; this BFD_CHECK is left out"
    })
    void withoutASessionThereIsNoCheck(String line, String complaint) {
        CheckText read = read(line);
        assertThat(read.checks()).isEmpty();
        assertThat(read.problems()).singleElement().asString().contains(complaint);
    }

    @Test
    void whatIsWrongIsSaidAndTheRestHolds() {
        CheckText read = read("name peer\nalpha maybe");
        assertThat(read.problems()).singleElement().asString().contains("alpha: maybe is none of");
        assertThat(read.followed().alpha()).isFalse();
    }

    private CheckText read(String text) {
        return CheckText.read(type, text);
    }
}
