package org.ninelives.bfd.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.bfd.core.SessionSettings;
import org.ninelives.config.Position;
import org.ninelives.config.grammar.GrammarListing;

/** Every keyword of BFD, used rightly and wrongly. */
class SettingsReaderTest {

    private static ConfigText instance(String lines) {
        return ConfigText.of(
                "bfd_instance B {\nneighbor_ip 10.0.0.2\n%s\n}\n"
                        .formatted(lines.replace(" ; ", "\n")));
    }

    @Test
    void aNeighbourIsEnough() {
        ConfigText text = instance("");

        assertThat(text.problems()).isEmpty();
        InstanceSettings settings = text.settings().instances().getFirst();
        assertThat(settings.session())
                .isEqualTo(new SessionSettings(10_000, 10_000, 1_000_000, 5, false));
        assertThat(settings.source()).isEmpty();
        assertThat(settings.hopLimit()).isEqualTo(255);
        assertThat(settings.hopLimitMin()).isEqualTo(255);
        assertThat(settings.port()).isEqualTo(3784);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    source_ip 10.0.0.1       | source=Optional[10.0.0.1]
                    min_rx 50                | minRxMicros=50000
                    min_rx 3.3335            | minRxMicros=3334
                    min_tx 4294967           | minTxMicros=4294967000
                    min_tx 0.001             | minTxMicros=1,
                    idle_tx 2000             | idleTxMicros=2000000
                    multiplier 255           | multiplier=255
                    passive                  | passive=true
                    ttl 64                   | hopLimit=64, hopLimitMin=64
                    hoplimit 100             | hopLimit=100, hopLimitMin=100
                    max_hops 3               | hopLimitMin=252
                    max_hops -1              | hopLimitMin=0
                    max_hops 255             | hopLimitMin=0
                    multihop ; max_hops 9    | multihop=true
                    """)
    void aRightUseShowsInTheSettings(String lines, String shows) {
        ConfigText text = instance(lines);

        assertThat(text.problems()).noneMatch(problem -> problem.startsWith("ERROR"));
        assertThat(text.settings().toString()).contains(shows);
        assertThat(instance("").settings().toString()).doesNotContain(shows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    source_ip x        | ERROR test.conf:3: source_ip: x is not an IP address
                    min_rx 0           | ERROR test.conf:3: min_rx: 0 is not in 0.001..4294967 milliseconds
                    min_rx -1          | ERROR test.conf:3: min_rx: -1 is not a decimal number in 0.001..4294967 milliseconds
                    min_tx 4294968     | ERROR test.conf:3: min_tx: 4294968 is not in 0.001..4294967 milliseconds
                    min_tx             | ERROR test.conf:3: min_tx: a time in milliseconds is missing, allowed: 0.001..4294967 milliseconds
                    min_tx 5000        | WARNING test.conf:3: min_tx: 5000 ms is longer than sensible (1000 ms), and is taken
                    idle_tx 999        | ERROR test.conf:3: idle_tx: 999 is not in 1000..4294967 milliseconds
                    multiplier 256     | ERROR test.conf:3: multiplier: 256 is not in 1..255
                    passive yes        | WARNING test.conf:3: passive: 'yes' is too much and ignored
                    ttl 0              | ERROR test.conf:3: ttl: 0 is not in 1..255
                    ttl 64             | NOTE test.conf:3: ttl: a neighbour that keeps to RFC 5881 refuses everything but 255
                    hoplimit 256       | ERROR test.conf:3: hoplimit: 256 is not in 1..255
                    max_hops 256       | ERROR test.conf:3: max_hops: 256 is not in -1..255
                    ttl 9 ; max_hops 10 | WARNING test.conf:4: max_hops: 10 is more than the 9 a packet starts with
                    multihop maybe     | ERROR test.conf:3: multihop: maybe is none of true, on, yes, false, off, no
                    multihop           | WARNING test.conf:3: multihop: packets that were routed are refused as long as max_hops is 0; write how many routers are between, or -1
                    weight 254         | ERROR test.conf:3: weight: 254 is not in -253..253
                    weight 10 revers   | ERROR test.conf:3: weight: revers is none of reverse
                    neighbour_ip x     | ERROR test.conf:3: neighbour_ip: x is not an IP address
                    minrx 10           | ERROR test.conf:3: minrx: unknown keyword; did you mean 'min_rx'?
                    """)
    void aWrongUseIsComplainedAbout(String lines, String complaint) {
        assertThat(instance(lines).problems()).anyMatch(problem -> problem.startsWith(complaint));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    passive                        | neighbor_ip: is missing: B needs the address of its neighbour
                    neighbor_ip 224.0.0.1          | neighbor_ip: 224.0.0.1 is not the address of one host
                    neighbor_ip 0.0.0.0            | neighbor_ip: 0.0.0.0 is not the address of one host
                    neighbour_ip ::                | neighbour_ip: :: is not the address of one host
                    neighbor_ip fe80::1            | neighbor_ip: fe80::1 is a link-local address, which means nothing without an interface; use a global one
                    neighbor_ip 10.0.0.2 ; source_ip ::1 | source_ip: ::1 and the neighbour 10.0.0.2 are not of the same family
                    neighbor_ip 10.0.0.2 ; source_ip 10.0.0.2 | neighbor_ip: 10.0.0.2 is the source_ip itself
                    """)
    void whatCannotRunIsLeftOut(String lines, String complaint) {
        ConfigText text =
                ConfigText.of("bfd_instance B {\n" + lines.replace(" ; ", "\n") + "\n}\n");

        assertThat(text.problems()).singleElement().asString().endsWith(complaint);
        assertThat(text.settings().instances()).isEmpty();
    }

    @Test
    void overIpv6AllThatKeepalivedSendsIsHeardUntilAHopLimitIsWritten() {
        String neighbour = "bfd_instance B {\nneighbour_ip 2001:db8::2\n%s\n}";

        InstanceSettings usual =
                ConfigText.of(neighbour.formatted("")).settings().instances().getFirst();
        assertThat(usual.hopLimit()).isEqualTo(255);
        assertThat(usual.hopLimitMin()).isEqualTo(64);
        InstanceSettings strict =
                ConfigText.of(neighbour.formatted("hoplimit 255"))
                        .settings()
                        .instances()
                        .getFirst();
        assertThat(strict.hopLimitMin()).isEqualTo(255);
    }

    @Test
    void twoOfOneNameAndTwoBetweenTheSameAddressesAreTold() {
        ConfigText text =
                ConfigText.of(
                        """
                        bfd_instance B {
                            neighbor_ip 10.0.0.2
                        }
                        bfd_instance B {
                            neighbor_ip 10.0.0.3
                        }
                        bfd_instance C {
                            neighbor_ip 10.0.0.2
                        }
                        bfd_instance D {
                            neighbor_ip 10.0.0.2
                            source_ip 10.0.0.1
                        }
                        """);

        assertThat(text.problems())
                .containsExactly(
                        "ERROR test.conf:4: bfd_instance: B is already defined at test.conf:1; this"
                                + " block is skipped",
                        "ERROR test.conf:7: neighbor_ip: 10.0.0.2 is the neighbour of B already; a"
                                + " second session with it needs another source_ip");
        assertThat(text.settings().instances())
                .extracting(InstanceSettings::name)
                .containsExactly("B", "D");
    }

    @Test
    void aNameHasALimit() {
        ConfigText text =
                ConfigText.of("bfd_instance " + "x".repeat(32) + " {\nneighbor_ip 10.0.0.2\n}");

        assertThat(text.problems())
                .anyMatch(problem -> problem.endsWith("has not 1..31 characters"));
        assertThat(text.settings().instances()).isEmpty();
    }

    @Test
    void virtualRoutersAndChecksFollowAllButThoseForTheOther() {
        ConfigText text =
                ConfigText.of(
                        """
                        bfd_instance A {
                            weight -20 reverse
                        }
                        bfd_instance B {
                            vrrp
                        }
                        bfd_instance C {
                            checker
                        }
                        bfd_instance D {
                            vrrp
                            checker
                        }
                        """);

        assertThat(text.definitions())
                .extracting(each -> each.name() + " " + each.weight() + " " + each.reverse())
                .containsExactly("A -20 true", "B 0 false", "D 0 false");
        assertThat(text.definitionsForChecks())
                .extracting(TrackerDefinition::name)
                .containsExactly("A", "C", "D");
        assertThat(text.definitions().getFirst().position())
                .isEqualTo(new Position("test.conf", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "bfd_rt_priority 50, realTimePriority=OptionalInt[50]",
        "bfd_priority -10, nice=-10",
        "bfd_no_swap, memoryLocked=true",
        "bfd_cpu_affinity 1, processors=[1]",
        "bfd_rlimit_rttime 20000, realTimeTurnMax=PT0.02S",
        "bfd_rlimit_rtime 20000, realTimeTurnMax=PT0.02S",
        "bfd_process_name sessions, threadName=Optional[sessions]"
    })
    void theThreadIsTunable(String line, String shows) {
        ConfigText text = ConfigText.of("global_defs {\n" + line + "\n}");

        assertThat(text.problems()).noneMatch(problem -> problem.startsWith("ERROR"));
        assertThat(text.settings().thread().toString()).contains(shows);
        assertThat(ConfigText.of("").settings().thread().toString()).doesNotContain(shows);
    }

    @Test
    void theKeywordsAreKeepaliveds() {
        Set<String> known =
                GrammarListing.rows(SettingsReader.ROOT).stream()
                        .map(row -> row.substring(row.indexOf('\t') + 1))
                        .collect(Collectors.toSet());

        assertThat(known)
                .isEqualTo(
                        Set.copyOf(
                                List.of(
                                        ("bfd_instance source_ip neighbor_ip neighbour_ip min_rx"
                                                        + " min_tx idle_tx multiplier passive ttl"
                                                        + " hoplimit max_hops multihop weight vrrp"
                                                        + " checker")
                                                .split(" "))));
    }
}
