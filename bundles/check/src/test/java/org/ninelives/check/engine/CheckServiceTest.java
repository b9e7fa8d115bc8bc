package org.ninelives.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.ninelives.check.engine.CheckRig.assign;
import static org.ninelives.check.engine.CheckRig.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckListener;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckSchedule;
import org.ninelives.api.check.CheckStanding;
import org.ninelives.api.check.FollowMethod;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.api.management.CheckReport;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.testkit.ConfigurationText;

@Timeout(60)
class CheckServiceTest {

    private static final CheckSchedule HASTY =
            new CheckSchedule(
                    Duration.ofMillis(5),
                    Duration.ofMillis(5),
                    0,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ofMillis(50),
                    Duration.ofMillis(50),
                    1);

    private static final Values NOTHING =
            ConfigurationText.of("", BlockGrammar.none(), BlockGrammar.none()).root();

    private final FakeNetworks networks = new FakeNetworks();
    private final List<String> requests = new ArrayList<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final CheckListener listener =
            (key, standing) -> told.add(key.realServer() + " " + words(standing));
    private final CheckService service =
            new CheckService(networks, 1, () -> requests.add("read anew"));

    CheckServiceTest() {
        service.arrived("LAMP_CHECK", true);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private static String words(CheckStanding standing) {
        return standing.verdict() + " " + standing.reason();
    }

    private static Check.Probed lamp(ProbeMethod method) {
        return new Check.Probed(
                "LAMP_CHECK",
                method,
                ConnectTarget.of(IpAddress.of("192.0.2.1"), 80),
                HASTY,
                false,
                false);
    }

    private String next() throws InterruptedException {
        return told.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void eachCheckReportsItsLooks() throws InterruptedException {
        Semaphore looks = new Semaphore(0);
        CheckAssignment hall =
                assign(
                        "hall",
                        lamp(
                                probe -> {
                                    looks.release();
                                    return CheckResult.failed("dark");
                                }));
        service.follow(List.of(hall), Optional.empty(), listener);

        // When the fourth begins the third has ended.
        looks.acquire(4);
        CheckReport report = service.report(hall.key());

        assertThat(report.ended()).isGreaterThanOrEqualTo(3);
        assertThat(report.keyword()).isEqualTo("LAMP_CHECK");
        assertThat(report.verdict()).isEqualTo("FAILED");
        assertThat(report.lastResult()).isEqualTo("dark");
        assertThat(report.failures()).isEqualTo(report.ended());
        assertThat(report.failuresInRow()).isEqualTo(report.ended());
        assertThat(report.nextLookMillis()).isPositive();
        assertThat(report.delayMillis()).isEqualTo(5);
        assertThat(report.sinceMillis()).isBetween(1L, report.lastLookMillis());
        assertThat(service.table().values())
                .singleElement()
                .satisfies(row -> assertThat(row.sinceMillis()).isPositive());
    }

    @Test
    void aCheckThatIsNotMadeAnyMoreSaysSo() {
        CheckKey gone = new CheckKey("VS", "RS", 1);

        assertThat(service.report(gone)).isEqualTo(CheckReport.gone("VS", "RS", 2));
    }

    @Test
    void looksAreMadeAgainAndAgainAndWhatChangesIsTold() throws InterruptedException {
        int[] looks = new int[1];
        service.follow(
                List.of(
                        assign(
                                "hall",
                                lamp(
                                        probe ->
                                                ++looks[0] % 10 < 5
                                                        ? CheckResult.passed("light")
                                                        : CheckResult.failed("dark")))),
                Optional.empty(),
                listener);

        assertThat(told).containsExactly("hall UNKNOWN ");
        assertThat(next()).isEqualTo("hall UNKNOWN ");
        for (int i = 0; i < 5; i++) {
            assertThat(next()).isEqualTo("hall PASSED light");
            assertThat(next()).isEqualTo("hall FAILED dark");
        }
        assertThat(service.status().ended()).isGreaterThan(40);
    }

    @Test
    void aLookThatWaitsForeverIsInterruptedAndOthersGoOn() throws InterruptedException {
        service.follow(
                List.of(
                        assign(
                                "hall",
                                lamp(
                                        probe -> {
                                            Thread.sleep(Duration.ofDays(1));
                                            return CheckResult.passed("never");
                                        }))),
                Optional.empty(),
                listener);

        next();
        assertThat(next()).isEqualTo("hall FAILED it was not over in its time");
    }

    @Test
    void aNetworkThatIsNotThereFailsEachLookUntilItIs() throws InterruptedException {
        networks.setMissing(true);
        service.follow(
                List.of(
                        assign(
                                "hall",
                                lamp(
                                        probe -> {
                                            probe.echo(8);
                                            return CheckResult.passed("echo");
                                        }))),
                Optional.of("blue"),
                listener);
        next();
        assertThat(next()).isEqualTo("hall FAILED setns blue: ENOENT");

        networks.setMissing(false);
        assertThat(next()).isEqualTo("hall PASSED echo");
        assertThat(networks.log()).startsWith("open blue", "echo 192.0.2.1 8");
    }

    @Test
    void whatIsFollowedIsToldBeforeFollowingReturns() throws InterruptedException {
        FakeSource source = new FakeSource();
        service.add(source);
        service.follow(
                List.of(assign("hall", new Check.Followed("LAMP_CHECK", new Follow(), false))),
                Optional.empty(),
                listener);
        assertThat(told).containsExactly("hall PASSED GOOD");
        next();

        assertThat(source.listener.users(TrackerKind.BFD, "uplink"))
                .singleElement()
                .satisfies(user -> assertThat(user.kind()).isEqualTo("virtual_server"));
        source.listener.found(TrackerKind.BFD, "uplink", Finding.BAD);
        assertThat(next()).isEqualTo("hall FAILED BAD");

        service.follow(List.of(), Optional.empty(), listener);
        assertThat(source.names).isEmpty();
    }

    @Test
    void aCheckerThatIsBackHasItsBlocksReadAnew() {
        service.follow(
                List.of(assign("hall", lamp(probe -> CheckResult.passed("light")))),
                Optional.empty(),
                listener);
        service.left("LAMP_CHECK");
        assertThat(requests).isEmpty();

        service.arrived("LAMP_CHECK", true);

        assertThat(requests).containsExactly("read anew");
    }

    @Test
    void aCheckThatIsMadeOnceTellsItsSteps() throws InterruptedException {
        List<String> story = new ArrayList<>();
        CheckResult result =
                service.once(
                        lamp(
                                probe -> {
                                    probe.tell("looking for the switch");
                                    probe.echo(8);
                                    probe.connect().close();
                                    return CheckResult.passed("light");
                                }),
                        NOTHING,
                        Optional.of("blue"),
                        story::add);

        assertThat(result).isEqualTo(CheckResult.failed("connection to [192.0.2.1]:80 refused"));
        assertThat(story)
                .containsExactly(
                        "looking for the switch",
                        "asking 192.0.2.1 for an echo of 8 bytes",
                        "connecting to [192.0.2.1]:80");
        assertThat(networks.log()).containsExactly("open blue", "echo 192.0.2.1 8", "close");
    }

    @Test
    void whoLooksByOtherMeansHearsOfTheNetwork() throws InterruptedException {
        CheckResult result =
                service.once(
                        lamp(probe -> CheckResult.passed(probe.networkNamespace().orElse("own"))),
                        NOTHING,
                        Optional.of("blue"),
                        step -> {});

        assertThat(result).isEqualTo(CheckResult.passed("blue"));
    }

    private CheckResult lookAtUplink(List<String> story) throws InterruptedException {
        return service.once(
                new Check.Followed("LAMP_CHECK", new Follow(), false),
                NOTHING,
                Optional.empty(),
                story::add);
    }

    @Test
    void whatOnlyWatchingTellsCannotBeLookedAtOnce() throws InterruptedException {
        service.add(new FakeSource());
        CheckResult result = lookAtUplink(new ArrayList<>());

        assertThat(result.passed()).isFalse();
        assertThat(result.reason())
                .startsWith("LAMP_CHECK follows bfd uplink, which only the running daemon watches");
    }

    @Test
    void whatOneLookTellsIsJudged() throws InterruptedException {
        FakeSource source = new FakeSource();
        source.seen = Optional.of(Finding.GOOD);
        service.add(source);
        List<String> story = new ArrayList<>();

        assertThat(lookAtUplink(story)).isEqualTo(CheckResult.passed("GOOD"));
        assertThat(story).containsExactly("uplink was seen");
        assertThat(source.names).isEmpty();
    }

    @Test
    void afterTheEndNothingIsFollowed() {
        service.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> service.follow(List.of(), Optional.empty(), listener));
    }

    @Test
    void aLatenessIsCountedAndForgotten() throws InterruptedException {
        service.follow(
                List.of(assign("hall", check("LAMP_CHECK", probe -> CheckResult.passed("light")))),
                Optional.empty(),
                listener);
        next();
        next();
        service.follow(List.of(), Optional.empty(), listener);
        assertThat(service.status().lateMicrosMax()).isPositive();

        service.clearLateness();
        assertThat(service.status().lateMicrosMax()).isZero();
    }

    private record Follow() implements FollowMethod {

        @Override
        public TrackerKind kind() {
            return TrackerKind.BFD;
        }

        @Override
        public String tracker() {
            return "uplink";
        }

        @Override
        public CheckResult judge(Finding finding) {
            return finding.equals(Finding.GOOD)
                    ? CheckResult.passed("GOOD")
                    : CheckResult.failed("BAD");
        }
    }

    /** Has found everything to be good. */
    private static final class FakeSource implements TrackerSource {

        private TrackerListener listener;
        private Set<String> names = Set.of();
        private Optional<Finding> seen = Optional.empty();

        @Override
        public TrackerKind kind() {
            return TrackerKind.BFD;
        }

        @Override
        public List<TrackerDefinition> definitions(Values root) {
            return List.of();
        }

        @Override
        public void follow(TrackerListener next, Set<String> followed) {
            listener = next;
            names = followed;
            followed.forEach(name -> next.found(TrackerKind.BFD, name, Finding.GOOD));
        }

        @Override
        public Optional<Finding> look(Values root, String name, Consumer<String> told) {
            seen.ifPresent(finding -> told.accept(name + " was seen"));
            return seen;
        }
    }
}
