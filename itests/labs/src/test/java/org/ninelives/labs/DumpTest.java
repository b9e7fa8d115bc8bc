package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The files that signals ask for, beside those of keepalived for the same configuration. */
@LabTest
class DumpTest {
    private static final String VIP = "10.0.0.44";

    /** What differs by its nature: a moment that is none here, and a password that is shown. */
    private static final List<String> OWN_VALUES = List.of("Read timeout", "Password");

    @Test
    void keepalivedWritesTheGoldenFiles() throws IOException {
        assumeTrue(GoldenDump.isOfWhatIsInstalled(), "another keepalived than 2.2.7 is installed");
        try (Lab lab = openMaster(Implementation.KEEPALIVED)) {
            for (GoldenDump golden : GoldenDump.values()) {
                golden.isWrittenAs(Files.readString(dump(lab, golden)));
            }
        }
    }

    @Test
    void theJsonIsThatOfKeepalivedButForThePassword() throws IOException {
        try (Lab lab = openMaster(Implementation.NINELIVES)) {
            String ours = json(Files.readString(dump(lab, GoldenDump.JSON)));
            assertThat(ours).isEqualTo(json(GoldenDump.JSON.text()));
            assertThat(ours).contains("\"auth_data\":\"-\"", "\"state\":2");
        }
    }

    @Test
    void statisticsHaveTheSameLinesAndBeginAnewWhenAskedTo() throws IOException {
        try (Lab lab = openMaster(Implementation.NINELIVES)) {
            String ours = Files.readString(dump(lab, GoldenDump.STATS));
            assertThat(GoldenDump.settled(ours)).isEqualTo(GoldenDump.STATS.text());
            assertThat(ours).contains("  Became master: 1\n");

            assertThat(dump(lab, "63", GoldenDump.STATS.file))
                    .content()
                    .contains("  Became master: 1\n");
            assertThat(dump(lab, GoldenDump.STATS))
                    .content()
                    .contains("  Became master: 0\n")
                    .doesNotContain("  Became master: 1\n");
        }
    }

    @Test
    void whatIsSaidOfInstancesGroupsAndScriptsIsSaidAsKeepalivedDoes() throws IOException {
        try (Lab lab = openMaster(Implementation.NINELIVES)) {
            Path file = dump(lab, GoldenDump.DATA);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            Map<String, String> ours = labels(GoldenDump.settled(Files.readString(file)));

            assertThat(ours)
                    .containsKeys(
                            "VRRP Instance = VI_1/Virtual Router ID",
                            "VRRP Sync Group = G1, MASTER/VRRP member instances :",
                            "VRRP Script = chk/Status");
            assertThat(labels(GoldenDump.DATA.text())).containsAllEntriesOf(ours);
        }
    }

    /** One that is master of all, and knows what its script says. */
    static Lab openMaster(Implementation implementation) {
        Lab lab = Labs.open("dumps", new Pairing(implementation, implementation));
        try {
            Router router =
                    lab.start(
                            "a",
                            lab.file("a.conf"),
                            List.of("env", "TMPDIR=" + lab.node("a").folder()));
            lab.awaitMaster(router, VIP);
            router.log().await(3, "Entering MASTER STATE");
            router.log().await("Changing effective priority from 100 to 110");
            return lab;
        } catch (RuntimeException | Error e) {
            lab.close();
            throw e;
        }
    }

    static Path dump(Lab lab, GoldenDump golden) throws IOException {
        return dump(lab, golden.signal, golden.file);
    }

    /** Sends the signal, and waits for a new file. */
    private static Path dump(Lab lab, String signal, String name) throws IOException {
        Path file = lab.node("a").folder().resolve(name);
        Files.deleteIfExists(file);
        String pid = Files.readString(lab.node("a").folder().resolve("parent.pid")).strip();
        Command.run("kill -" + signal + " " + pid);
        lab.await(name, () -> isWhole(file));
        return file;
    }

    /** keepalived fills a file while it is there. */
    private static boolean isWhole(Path file) {
        try {
            long size = Files.exists(file) ? Files.size(file) : 0;
            Await.pause(Duration.ofMillis(200));
            return size > 0 && Files.size(file) == size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(String text) {
        return GoldenDump.settled(text)
                .strip()
                .replace("\\/", "/")
                .replaceAll("\"auth_data\":\"[^\"]*\"", "\"auth_data\":\"-\"");
    }

    /**
     * What is said of each thing, by its heading and label; entries of lists follow their label.
     */
    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        String thing = "";
        String label = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("     ")) {
                labels.merge(thing + "/" + label, line.strip(), (a, b) -> a + "; " + b);
            } else if (line.startsWith("   ")) {
                String[] parts = line.strip().split(" = ", 2);
                label = parts[0];
                if (!OWN_VALUES.contains(label)) {
                    labels.put(thing + "/" + label, parts.length > 1 ? parts[1] : "");
                }
            } else {
                thing = line.strip();
            }
        }
        // Who runs a script is told by keepalived alone.
        labels.replaceAll((key, value) -> value.replaceFirst(", uid:gid \\d+:\\d+$", ""));
        // Interfaces are told as far as virtual routers use them.
        labels.keySet().removeIf(key -> key.startsWith("Name = "));
        return labels;
    }
}
