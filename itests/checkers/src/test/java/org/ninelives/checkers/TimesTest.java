package org.ninelives.checkers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckStanding.Verdict;
import org.ninelives.api.net.IpAddress;
import org.ninelives.check.engine.CheckService;
import org.ninelives.linux.connection.LinuxNetworks;
import org.ninelives.testkit.network.TlsIdentity;

/** When each checker looks, and how long it waits, by the clock. */
@Tag("kernel")
class TimesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final NotedNetworks networks = new NotedNetworks(new LinuxNetworks());
    private final Map<Told, CompletableFuture<Void>> told = new ConcurrentHashMap<>();
    private Hosts hosts;
    private Servers servers;
    private CheckService engine;

    @TempDir private Path folder;

    /** That a check stands like that. */
    private record Told(String name, Verdict verdict) {}

    @BeforeEach
    void start() throws Exception {
        hosts = new Hosts();
        servers = new Servers(hosts, TlsIdentity.of(folder, "server.example").context());
        engine = new CheckService(networks, 1, () -> {});
    }

    @AfterEach
    void stop() throws Exception {
        if (engine != null) {
            engine.close();
            servers.close();
            hosts.close();
        }
    }

    /** One check of each checker, by its name, at a good server of its own. */
    private Map<String, Check.Probed> good(String address, String lines) throws Exception {
        Map<String, Check.Probed> checks = new LinkedHashMap<>();
        for (Checker checker : Checker.ONE_OF_EACH) {
            int port = servers.startGood(checker);
            checks.put(
                    checker.name() + " of " + address,
                    checker.check(IpAddress.of(address), port, lines));
        }
        return checks;
    }

    private void follow(Map<String, Check.Probed> checks) {
        List<CheckAssignment> assignments = new ArrayList<>();
        checks.forEach(
                (name, check) -> {
                    engine.arrived(check.keyword(), true);
                    CheckKey key = new CheckKey("vs", name, 0);
                    assignments.add(new CheckAssignment(key, check, false));
                });
        engine.follow(
                assignments,
                hosts.here(),
                (key, standing) -> telling(key.realServer(), standing.verdict()).complete(null));
    }

    private CompletableFuture<Void> telling(String name, Verdict verdict) {
        return told.computeIfAbsent(new Told(name, verdict), any -> new CompletableFuture<>());
    }

    private void await(Verdict verdict, Set<String> names) throws Exception {
        for (String name : names) {
            telling(name, verdict).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void aFailureIsTriedAgainSoManyTimesAfterSoMuchTime() throws Exception {
        Map<String, Check.Probed> checks =
                good(
                        "10.9.0.2",
                        """
                        warmup 0
                        delay_loop 0.3
                        retry 2
                        delay_before_retry 5
                        connect_timeout 2
                        """);
        follow(checks);
        await(Verdict.PASSED, checks.keySet());
        hosts.refuseAll();
        await(Verdict.FAILED, checks.keySet());

        checks.forEach(
                (name, check) -> {
                    List<Long> gaps = gaps(networks.attempts(check.target()));
                    assertThat(gaps.stream().filter(gap -> gap >= 5000))
                            .as("%s, gaps in ms: %s", name, gaps)
                            .hasSize(2);
                });
    }

    private static List<Long> gaps(List<Long> moments) {
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < moments.size(); i++) {
            gaps.add(TimeUnit.NANOSECONDS.toMillis(moments.get(i) - moments.get(i - 1)));
        }
        return gaps;
    }

    @Test
    void warmupSpreadsTheFirstLooks() throws Exception {
        Map<String, Check.Probed> soon = good("10.9.0.2", "warmup 0\ndelay_loop 4000");
        Map<String, Check.Probed> late = good("10.9.0.12", "warmup 4000\ndelay_loop 1");
        Map<String, Check.Probed> all = new LinkedHashMap<>(soon);
        all.putAll(late);
        follow(all);
        await(Verdict.PASSED, soon.keySet());

        // Seeded, so that none of them happens to be early.
        late.forEach(
                (name, check) -> assertThat(networks.attempts(check.target())).as(name).isEmpty());
    }

    @Test
    void whoDoesNotAnswerIsWaitedForAsLongAsToldAndNoLonger() throws Exception {
        for (Checker checker : Checker.ONE_OF_EACH) {
            Check.Probed check = checker.check(IpAddress.of("10.9.0.3"), 80, "connect_timeout 0.4");
            assertFailsAfter(Duration.ofMillis(400), checker, check);
        }
    }

    @Test
    void whatFollowsConnectingHasATimeOfItsOwn() throws Exception {
        for (Checker checker : Checker.ONE_OF_EACH) {
            // TCP_CHECK is over when it has connected.
            if (checker.isConnecting() && !checker.name().equals("TCP_CHECK")) {
                Check.Probed check =
                        checker.check(
                                IpAddress.of("10.9.0.2"),
                                servers.startMute(checker),
                                "connect_timeout 5\ncheck_timeout 0.4");
                assertFailsAfter(Duration.ofMillis(400), checker, check);
            }
        }
    }

    private void assertFailsAfter(Duration time, Checker checker, Check.Probed check)
            throws InterruptedException {
        Seen seen = Seen.by(engine, check, hosts.here());
        String reason = checker + ": " + seen.result().reason();
        assertThat(seen.result().passed()).as(reason).isFalse();
        // Less than the five seconds that hold where nothing is said.
        assertThat(seen.time()).as(reason).isBetween(time, Duration.ofSeconds(4));
    }
}
