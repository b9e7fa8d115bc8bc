package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The files that signals ask for, beside those of keepalived with the same configuration. */
@LabTest
class DumpTest {
    private static final String VIP = "10.0.0.44";
    private static final Pairing BOTH =
            new Pairing(Implementation.NINELIVES, Implementation.KEEPALIVED);

    /** What differs by its nature: moments, link-local addresses, and a password that is shown. */
    private static final List<String> OWN_VALUES =
            List.of("Last transition", "Read timeout", "Using src_ip", "Password");

    @Test
    void theJsonIsThatOfKeepalivedButForMomentsAndThePassword() {
        try (Lab lab = openMasters()) {
            String ours = json(lab, "a");
            assertThat(ours).isEqualTo(json(lab, "b"));
            assertThat(ours).contains("\"auth_data\":\"-\"", "\"state\":2");
        }
    }

    @Test
    void statisticsHaveTheSameLinesAndBeginAnewWhenAskedTo() throws IOException {
        try (Lab lab = openMasters()) {
            String ours = Files.readString(dump(lab, "a", "12", "keepalived.stats"));
            String theirs = Files.readString(dump(lab, "b", "12", "keepalived.stats"));
            assertThat(ours.replaceAll(": \\d+", ": N"))
                    .isEqualTo(theirs.replaceAll(": \\d+", ": N"));
            assertThat(ours).contains("  Became master: 1\n");

            assertThat(dump(lab, "a", "63", "keepalived.stats"))
                    .content()
                    .contains("  Became master: 1\n");
            assertThat(dump(lab, "a", "12", "keepalived.stats"))
                    .content()
                    .contains("  Became master: 0\n")
                    .doesNotContain("  Became master: 1\n");
        }
    }

    @Test
    void whatIsSaidOfInstancesGroupsAndScriptsIsSaidAsKeepalivedDoes() throws IOException {
        try (Lab lab = openMasters()) {
            Path file = dump(lab, "a", "10", "keepalived.data");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            Map<String, String> ours = labels(Files.readString(file));
            Map<String, String> theirs =
                    labels(Files.readString(dump(lab, "b", "10", "keepalived.data")));

            assertThat(ours)
                    .containsKeys(
                            "VRRP Instance = VI_1/Virtual Router ID",
                            "VRRP Sync Group = G1, MASTER/VRRP member instances :",
                            "VRRP Script = chk/Status");
            assertThat(theirs).containsAllEntriesOf(ours);
        }
    }

    /** Both are master of all, and know what their script says. */
    static Lab openMasters() {
        Lab lab = Labs.open("dumps", BOTH);
        try {
            lab.unplug("a");
            lab.unplug("b");
            for (String name : List.of("a", "b")) {
                Node node = lab.node(name);
                Router router =
                        lab.start(
                                name,
                                lab.file("a.conf"),
                                List.of("env", "TMPDIR=" + node.folder()));
                lab.awaitMaster(router, VIP);
                router.log().await(3, "Entering MASTER STATE");
                router.log().await("Changing effective priority from 100 to 110");
            }
            return lab;
        } catch (RuntimeException | Error e) {
            lab.close();
            throw e;
        }
    }

    /** Sends the signal until there is a new file. */
    static Path dump(Lab lab, String node, String signal, String name) throws IOException {
        Path file = lab.node(node).folder().resolve(name);
        Files.deleteIfExists(file);
        String pid = Files.readString(lab.node(node).folder().resolve("parent.pid")).strip();
        Command.run("kill -" + signal + " " + pid);
        lab.await(name + " of " + node, () -> isWhole(file));
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

    private static String json(Lab lab, String node) {
        try {
            return Files.readString(dump(lab, node, "36", "keepalived.json"))
                    .strip()
                    .replace("\\/", "/")
                    .replaceAll("\"last_transition\":\\d+\\.\\d{6},", "\"last_transition\":0,")
                    .replaceAll("\"auth_data\":\"[^\"]*\"", "\"auth_data\":\"-\"")
                    .replaceAll("\"advert_sent\":\\d+", "\"advert_sent\":0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
