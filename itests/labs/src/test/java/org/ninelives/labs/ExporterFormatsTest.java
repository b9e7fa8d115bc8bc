package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Prometheus exporters that read keepalived's files read ours as they read keepalived's. */
@LabTest
class ExporterFormatsTest {
    private static final String VIP = "10.0.0.44";

    /** What both take from the JSON, beside strings. */
    private static final List<String> NUMBERS =
            List.of(
                    "last_transition",
                    "vrid",
                    "state",
                    "wantstate",
                    "garp_delay",
                    "advert_rcvd",
                    "advert_sent",
                    "become_master",
                    "release_master",
                    "packet_len_err",
                    "advert_interval_err",
                    "ip_ttl_err",
                    "invalid_type_rcvd",
                    "addr_list_err",
                    "invalid_authtype",
                    "authtype_mismatch",
                    "auth_failure",
                    "pri_zero_rcvd",
                    "pri_zero_sent");

    @Test
    void theyFindTheSameInTheFilesOfBothDaemons() throws IOException {
        try (Lab lab = DumpTest.openMasters()) {
            ExporterView ours = data(lab, "a");
            ExporterView theirs = data(lab, "b");
            assertThat(ours.instances().keySet()).contains("VI_1");
            assertThat(ours.instances().get("VI_1"))
                    .containsEntry("State", "MASTER")
                    .containsEntry("Wantstate", "MASTER")
                    .hasSize(6);
            assertThat(ours.scripts()).containsOnlyKeys("chk");
            assertThat(withoutMoments(ours.instances()))
                    .isEqualTo(withoutMoments(theirs.instances()));
            assertThat(withoutMoments(ours.openings()))
                    .isEqualTo(withoutMoments(theirs.openings()));
            assertThat(ours.addresses()).isEqualTo(theirs.addresses());
            assertThat(ours.scripts().get("chk")).containsEntry("Status", "GOOD");

            Map<String, Integer> counters = statistics(lab, "a");
            assertThat(counters.keySet()).isEqualTo(statistics(lab, "b").keySet());
            // One of them pairs the two files by the order of their instances.
            assertThat(counters).hasSize(ours.instances().size() * 14);
            assertThat(counters).containsEntry("VI_1//Became master", 1);

            String json = Files.readString(DumpTest.dump(lab, "a", "36", "keepalived.json"));
            assertThat(json)
                    .startsWith("[{\"data\":{\"iname\":\"")
                    .contains("\"ifp_ifname\":\"eth");
            for (String number : NUMBERS) {
                assertThat(json).containsPattern("\"" + number + "\":\\d+(\\.\\d+)?[,}]");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"DATA, 10", "STATS, 12", "JSON, 36"})
    void theSignalsTheyAskForOrKnowAreOurs(String name, String number) {
        assertThat(Answer.of("--signum=" + name).output().strip()).isEqualTo(number);
    }

    @Test
    void theyFindTheProcessByItsPidFileAndByTheNameItIsGiven() throws IOException {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            String name = "global_defs {\n process_name keepalived\n}\n";
            Router a = lab.start("a", Labs.edited(lab, "a", text -> name + text));
            lab.awaitMaster(a, VIP);
            String pid = Files.readString(a.node().folder().resolve("parent.pid"));
            assertThat(pid).matches("\\d+\n");
            assertThat(Path.of("/proc", pid.strip(), "comm")).hasContent("keepalived");
            // The first word of the command line is what gen2brain's goes by since 2024.
            assertThat(Command.run("ps -o args= -p " + pid.strip())).startsWith("keepalived ");
        }
    }

    @Test
    void aProgramOfThatNameTellsItsVersionAndThatItWritesJson() {
        String[] lines = Answer.of("--version").output().split("\n", 2);
        assertThat(lines[0].split(" ", -1)[1]).matches("v(1\\.([4-9]|\\d\\d)|[2-9]).*");
        assertThat(lines[1]).contains("--enable-json");
    }

    private static Map<String, Map<String, String>> withoutMoments(
            Map<String, Map<String, String>> things) {
        Map<String, Map<String, String>> without = new TreeMap<>();
        things.forEach(
                (name, labels) -> {
                    Map<String, String> copy = new TreeMap<>(labels);
                    copy.remove("Last transition");
                    without.put(name, copy);
                });
        return without;
    }

    /** The second of two: what is asked for first finds a daemon that has never written one. */
    private static ExporterView data(Lab lab, String node) throws IOException {
        long first = millisUntilWritten(lab, node);
        long second = millisUntilWritten(lab, node);
        System.out.printf(
                "lab: exporters, keepalived.data of %s is there after %d ms, and after %d ms when"
                        + " it is asked for again; they wait 10 or 100%n",
                node, first, second);
        return ExporterView.ofData(
                Files.readString(lab.node(node).folder().resolve("keepalived.data")));
    }

    private static long millisUntilWritten(Lab lab, String node) throws IOException {
        Instant asked = Instant.now();
        Path file = DumpTest.dump(lab, node, "10", "keepalived.data");
        return Duration.between(asked, Files.getLastModifiedTime(file).toInstant()).toMillis();
    }

    private static Map<String, Integer> statistics(Lab lab, String node) throws IOException {
        return ExporterView.ofStatistics(
                Files.readString(DumpTest.dump(lab, node, "12", "keepalived.stats")));
    }
}
