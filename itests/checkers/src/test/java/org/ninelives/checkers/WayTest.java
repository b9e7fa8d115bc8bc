package org.ninelives.checkers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.net.IpAddress;
import org.ninelives.check.engine.CheckService;
import org.ninelives.linux.connection.LinuxNetworks;
import org.ninelives.testkit.network.TlsIdentity;

/**
 * How the packets of each checker leave, and where to: a firewall lets only those pass that are as
 * a keyword wants them, so that the check passes with the keyword and fails without it.
 */
@Tag("kernel")
class WayTest {

    /** So much that only who is refused fails; an echo hears of no refusal, and waits for it. */
    private static final String TIMES = "connect_timeout 2\ncheck_timeout 10\n";

    /** Where the firewall is. */
    enum Side {
        HERE,
        THERE
    }

    /**
     * A keyword, and what it does to packets.
     *
     * @param server the address of the real server
     * @param rule matches such packets and no others
     */
    record Bend(String line, String server, Side side, String rule) {

        boolean isFor(Checker checker) {
            return checker.way() != Checker.Way.ICMP || !line.startsWith("bind_port");
        }

        @Override
        public String toString() {
            return line;
        }
    }

    private static final List<Bend> BENDS =
            List.of(
                    new Bend("bindto 10.9.0.11", "10.9.0.2", Side.THERE, "ip saddr 10.9.0.11"),
                    new Bend("bindto fd09::11", "fd09::2", Side.THERE, "ip6 saddr fd09::11"),
                    new Bend("bind_port 4321", "10.9.0.2", Side.THERE, "th sport 4321"),
                    new Bend("bind_if eth1", "10.9.0.2", Side.THERE, "iifname eth1"),
                    new Bend("fwmark 4294967295", "10.9.0.2", Side.HERE, "meta mark 0xffffffff"),
                    new Bend("fwmark 7", "fd09::2", Side.HERE, "meta mark 7"),
                    new Bend("connect_ip 10.9.0.12", "10.9.0.2", Side.THERE, "ip daddr 10.9.0.12"),
                    new Bend("connect_ip fd09::12", "10.9.0.2", Side.THERE, "ip6 daddr fd09::12"));

    private static Hosts hosts;
    private static Servers servers;
    private static CheckService engine;

    @TempDir private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        hosts = new Hosts();
        servers = new Servers(hosts, TlsIdentity.of(folder, "server.example").context());
        engine = new CheckService(new LinuxNetworks(), 1, () -> {});
    }

    @AfterAll
    static void stop() throws Exception {
        if (engine != null) {
            engine.close();
            servers.close();
            hosts.close();
        }
    }

    @AfterEach
    void letAll() throws Exception {
        hosts.letAll();
    }

    static List<Checker> checkers() {
        return Checker.ONE_OF_EACH;
    }

    static Stream<Arguments> bends() {
        return checkers().stream()
                .flatMap(
                        checker ->
                                BENDS.stream()
                                        .filter(bend -> bend.isFor(checker))
                                        .map(bend -> Arguments.of(checker, bend)));
    }

    @ParameterizedTest
    @MethodSource("bends")
    void packetsAreAsTheKeywordWantsThem(Checker checker, Bend bend) throws Exception {
        int port = servers.startGood(checker);
        if (bend.side() == Side.HERE) {
            hosts.letOut(bend.rule());
        } else {
            hosts.letIn(bend.rule());
        }

        CheckResult with = look(checker, bend.server(), port, bend.line());
        CheckResult without = look(checker, bend.server(), port, "");

        assertThat(with.passed()).as(with.reason()).isTrue();
        assertThat(without.passed()).as(without.reason()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("checkers")
    void anotherPortIsAskedWhereTheBlockSaysSo(Checker checker) throws Exception {
        int port = servers.startGood(checker);

        CheckResult with = look(checker, "10.9.0.2", 9, "connect_port " + port);
        CheckResult without = look(checker, "10.9.0.2", 9, "");

        assertThat(with.passed()).as(with.reason()).isTrue();
        assertThat(without.passed())
                .as("%s; an echo has no port", without.reason())
                .isEqualTo(checker.way() == Checker.Way.ICMP);
    }

    private static CheckResult look(Checker checker, String server, int port, String line)
            throws InterruptedException {
        Check.Probed check = checker.check(IpAddress.of(server), port, TIMES + line);
        return engine.once(check, Seen.NOTHING, hosts.here(), step -> {});
    }
}
