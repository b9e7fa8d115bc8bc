package org.ninelives.checkers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckStanding.Verdict;
import org.ninelives.api.net.IpAddress;
import org.ninelives.check.engine.CheckService;
import org.ninelives.linux.connection.LinuxNetworks;
import org.ninelives.testkit.network.TlsIdentity;

/**
 * What each checker looks from goes and comes back, as the address of a virtual router does: the
 * servers stand as they did meanwhile, even if they go as well.
 */
@Tag("kernel")
class AbsenceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A look that is under way when the loss happens may fail, and is tried again. */
    private static final String TIMES =
            """
            warmup 0
            delay_loop 0.3
            retry 1
            delay_before_retry 0.3
            connect_timeout 2
            check_timeout 10
            """;

    private final Map<Checker, BlockingQueue<String>> told = new LinkedHashMap<>();
    private Hosts hosts;
    private Servers servers;
    private CheckService engine;

    @TempDir private Path folder;

    /** What goes. */
    enum Loss {
        ADDRESS("bindto 10.9.0.11", "bindto 10.9.0.11 is not an address of this host") {
            @Override
            void happen(Hosts hosts) throws Exception {
                hosts.loseAddress("10.9.0.11/24");
            }

            @Override
            void end(Hosts hosts) throws Exception {
                hosts.findAddress("10.9.0.11/24");
            }
        },
        INTERFACE("bind_if eth0", "bind_if eth0 is not an interface of this host") {
            @Override
            void happen(Hosts hosts) throws Exception {
                hosts.rename("eth0", "eth9");
            }

            @Override
            void end(Hosts hosts) throws Exception {
                hosts.rename("eth9", "eth0");
            }
        };

        private final String line;
        private final String reason;

        Loss(String line, String reason) {
            this.line = line;
            this.reason = reason;
        }

        abstract void happen(Hosts hosts) throws Exception;

        abstract void end(Hosts hosts) throws Exception;
    }

    @BeforeEach
    void start() throws Exception {
        hosts = new Hosts();
        servers = new Servers(hosts, TlsIdentity.of(folder, "server.example").context());
        engine = new CheckService(new LinuxNetworks(), 1, () -> {});
    }

    @AfterEach
    void stop() throws Exception {
        if (engine != null) {
            engine.close();
            servers.close();
            hosts.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSaidOfServersThatCannotBeLookedAt(Loss loss) throws Exception {
        follow(loss.line);
        for (Checker checker : told.keySet()) {
            awaitTold(checker, "PASSED .* (success|succeed).*");
        }

        loss.happen(hosts);
        hosts.refuseAll();
        for (Checker checker : told.keySet()) {
            awaitTold(checker, "PASSED it cannot be looked at: " + loss.reason + "; .*");
        }

        loss.end(hosts);
        for (Checker checker : told.keySet()) {
            awaitTold(checker, "PASSED .* (success|succeed).*");
            awaitTold(checker, "FAILED (?!it cannot).*");
        }
    }

    private void follow(String line) throws Exception {
        Map<CheckKey, Checker> checkers = new LinkedHashMap<>();
        List<CheckAssignment> assignments = new ArrayList<>();
        for (Checker checker : Checker.ONE_OF_EACH) {
            Check.Probed check =
                    checker.check(
                            IpAddress.of("10.9.0.2"), servers.startGood(checker), TIMES + line);
            CheckKey key = new CheckKey("vs", checker.name(), 0);
            engine.arrived(check.keyword(), true);
            assignments.add(new CheckAssignment(key, check, false));
            checkers.put(key, checker);
            told.put(checker, new LinkedBlockingQueue<>());
        }
        engine.follow(
                assignments,
                hosts.here(),
                (key, standing) -> {
                    if (standing.verdict() != Verdict.UNKNOWN) {
                        told.get(checkers.get(key))
                                .add(standing.verdict() + " " + standing.reason());
                    }
                });
    }

    /** What is told next is like this: verdict and reason. */
    private void awaitTold(Checker checker, String expected) throws Exception {
        assertThat(told.get(checker).poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("what is told of %s", checker)
                .isNotNull()
                .matches(expected);
    }
}
