package org.ninelives.checkers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.check.Check;
import org.ninelives.api.net.IpAddress;
import org.ninelives.check.engine.CheckService;
import org.ninelives.linux.connection.LinuxNetworks;
import org.ninelives.testkit.network.TlsIdentity;

/**
 * What each checker makes of servers that do what no server should: the table in {@code
 * misbehaviour.txt}. Looks go on at once, as in the daemon, but for those that keep the machine
 * busy.
 */
@Tag("kernel")
class MisbehaviourTest {

    /** For those who wait. */
    private static final String TIMES = "connect_timeout 5\ncheck_timeout 8";

    /** For those whose size is the bound. */
    private static final String MUCH_TIME = "connect_timeout 30\ncheck_timeout 30";

    /** Much less than that, and much more than the others, for a busy machine. */
    private static final Duration LONGEST = Duration.ofSeconds(22);

    /** A check reads 16 MB at most, which TLS copies once or twice. */
    private static final long ALLOCATED_MAX = 100L << 20;

    private static final Map<Cell, Seen> SEEN = new LinkedHashMap<>();
    private static final Map<Cell, Check.Probed> CHECKS = new LinkedHashMap<>();

    @TempDir private static Path folder;

    private static TlsIdentity valid;
    private static TlsIdentity expired;

    static List<Cell> cells() throws IOException {
        return Cell.all();
    }

    @BeforeAll
    static void look() throws Exception {
        try (Hosts hosts = new Hosts();
                CheckService engine = new CheckService(new LinuxNetworks(), 1, () -> {})) {
            valid = TlsIdentity.of(folder, "server.example");
            expired = TlsIdentity.expired(folder, "server.example");
            lookAtOnce(cells().stream().filter(cell -> !isFlood(cell)).toList(), hosts, engine);
            for (Cell cell : cells().stream().filter(MisbehaviourTest::isFlood).toList()) {
                lookAtOnce(List.of(cell), hosts, engine);
            }
        }
    }

    private static boolean isFlood(Cell cell) {
        return Stream.of(
                        Misdeed.NEVER_ENDS,
                        Misdeed.SENDS_A_GIGABYTE,
                        Misdeed.SENDS_A_GIGABYTE_IN_PIECES)
                .anyMatch(misdeed -> misdeed.toString().equals(cell.server()));
    }

    private static void lookAtOnce(List<Cell> cells, Hosts hosts, CheckService engine)
            throws Exception {
        try (Servers servers = new Servers(hosts, valid.context())) {
            Map<Cell, FutureTask<Seen>> looks = new LinkedHashMap<>();
            for (Cell cell : cells) {
                Check.Probed check = check(cell, servers);
                CHECKS.put(cell, check);
                looks.put(cell, new FutureTask<>(() -> Seen.by(engine, check, hosts.here())));
            }
            looks.values().forEach(look -> Thread.ofPlatform().start(look));
            for (Map.Entry<Cell, FutureTask<Seen>> look : looks.entrySet()) {
                SEEN.put(look.getKey(), look.getValue().get());
            }
        }
    }

    @AfterAll
    static void forget() {
        SEEN.clear();
        CHECKS.clear();
    }

    private static Check.Probed check(Cell cell, Servers servers) throws Exception {
        return switch (cell.server()) {
            case "refuses" -> at(cell, "10.9.0.2", 9);
            case "is silent" -> at(cell, "10.9.0.3", 80);
            case "cannot be reached" -> at(cell, "10.9.8.1", 80);
            default -> at(cell, "10.9.0.2", start(misdeed(cell), cell.checker(), servers));
        };
    }

    private static Check.Probed at(Cell cell, String address, int port) throws Exception {
        TlsIdentity shown = cell.server().equals(Misdeed.HAS_EXPIRED.toString()) ? expired : valid;
        return cell.checker()
                .with(Checker.AUTHORITY, pem(shown).toString())
                .check(IpAddress.of(address), port, isFlood(cell) ? MUCH_TIME : TIMES);
    }

    private static Misdeed misdeed(Cell cell) {
        return Arrays.stream(Misdeed.values())
                .filter(misdeed -> misdeed.toString().equals(cell.server()))
                .findFirst()
                .orElseThrow();
    }

    private static int start(Misdeed misdeed, Checker checker, Servers servers) throws Exception {
        return switch (checker.way()) {
            case TCP, TLS ->
                    servers.start(
                            identity(misdeed, checker), misdeed.onConnections(checker.speech()));
            case UDP -> servers.start(misdeed.inDatagrams().orElseThrow());
            case UDP_AND_TCP ->
                    servers.startBesideTruncation(
                            identity(misdeed, checker), misdeed.onConnections(checker.speech()));
            case ICMP -> throw new IllegalArgumentException("the kernel answers, not a server");
        };
    }

    private static Optional<SSLContext> identity(Misdeed misdeed, Checker checker) {
        boolean isTls = checker.way() == Checker.Way.TLS;
        if (misdeed == Misdeed.HAS_EXPIRED) {
            return Optional.of(expired.context());
        }
        boolean speaksTls = misdeed == Misdeed.MISTAKES_TLS ? !isTls : isTls;
        return speaksTls && !misdeed.isBeforeTls()
                ? Optional.of(valid.context())
                : Optional.empty();
    }

    private static Path pem(TlsIdentity identity) throws Exception {
        Path file = folder.resolve(identity.authority().getSerialNumber() + ".pem");
        return Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(identity.authority().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void eachHasItsVerdictWithAReasonInTimeAndInLittleMemory(Cell cell) {
        Seen seen = SEEN.get(cell);
        String reason = seen.reason(CHECKS.get(cell));

        assertThat(seen.result().passed()).as(reason).isEqualTo(cell.up());
        assertThat(reason).matches(cell::expects, "is \"" + cell.reason() + "\"");
        assertThat(seen.time()).as(reason).isLessThan(LONGEST);
        assertThat(seen.allocated()).as(reason).isLessThan(ALLOCATED_MAX);
    }

    @Test
    void noCheckerThatConnectsIsLeftOut() throws IOException {
        for (Misdeed misdeed : Misdeed.values()) {
            assertThat(cells())
                    .filteredOn(cell -> cell.server().equals(misdeed.toString()))
                    .extracting(Cell::checker)
                    .containsAll(
                            Checker.ALL.stream()
                                    .filter(Checker::isConnecting)
                                    .filter(
                                            checker ->
                                                    misdeed != Misdeed.HAS_EXPIRED
                                                            || checker.way() == Checker.Way.TLS)
                                    .toList());
        }
    }
}
