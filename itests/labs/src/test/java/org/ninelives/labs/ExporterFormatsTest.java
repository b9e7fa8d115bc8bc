package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource
    void theyFindTheSameInTheFilesOfBothDaemons(Implementation implementation) throws IOException {
        try (Lab lab = DumpTest.openMaster(implementation)) {
            System.out.printf(
                    "lab: exporters, keepalived.data of %s is there after %d ms, and after %d ms"
                            + " when it is asked for again; they wait 10 or 100%n",
                    implementation, millisUntilWritten(lab), millisUntilWritten(lab));
            ExporterView view = ExporterView.ofData(GoldenDump.settled(read(lab, GoldenDump.DATA)));
            assertThat(view).isEqualTo(ExporterView.ofData(GoldenDump.DATA.text()));
            assertThat(view.instances().get("VI_1"))
                    .containsEntry("State", "MASTER")
                    .containsEntry("Wantstate", "MASTER")
                    .hasSize(6);
            assertThat(view.scripts()).containsOnlyKeys("chk");
            assertThat(view.scripts().get("chk")).containsEntry("Status", "GOOD");

            Map<String, Integer> counters = ExporterView.ofStatistics(read(lab, GoldenDump.STATS));
            assertThat(counters.keySet())
                    .isEqualTo(ExporterView.ofStatistics(GoldenDump.STATS.text()).keySet());
            // One of them pairs the two files by the order of their instances.
            assertThat(counters).hasSize(view.instances().size() * 14);
            assertThat(counters).containsEntry("VI_1//Became master", 1);

            for (String json : List.of(read(lab, GoldenDump.JSON), GoldenDump.JSON.text())) {
                assertThat(json)
                        .startsWith("[{\"data\":{\"iname\":\"")
                        .contains("\"ifp_ifname\":\"eth");
                for (String number : NUMBERS) {
                    assertThat(json).containsPattern("\"" + number + "\":\\d+(\\.\\d+)?[,}]");
                }
            }
        }
    }

    private static String read(Lab lab, GoldenDump golden) throws IOException {
        return Files.readString(DumpTest.dump(lab, golden));
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

    private static long millisUntilWritten(Lab lab) throws IOException {
        Instant asked = Instant.now();
        Path file = DumpTest.dump(lab, GoldenDump.DATA);
        return Duration.between(asked, Files.getLastModifiedTime(file).toInstant()).toMillis();
    }
}
