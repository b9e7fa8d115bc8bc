package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The reader of FIFOs that comes with keepalived, at our FIFO. */
@LabTest
class SampleFifoReaderTest {
    private static final String VIP = "10.0.0.44";
    private static final Path SAMPLE =
            Path.of("/usr/share/doc/keepalived/samples/sample_notify_fifo.sh.gz");

    @Test
    void itUnderstandsEveryStateOfInstanceAndGroup() throws IOException {
        assumeTrue(Files.exists(SAMPLE), SAMPLE + " is not installed");
        try (Lab lab = Labs.open("notify-group", Labs.NINELIVES_ALONE)) {
            Path script = sample(lab.node("a").folder());
            Router a =
                    NotifyTest.start(
                            lab,
                            "a",
                            text ->
                                    text.replaceFirst(
                                            "(?<=vrrp_notify_fifo_script ).*",
                                            "\"/bin/bash " + script + "\""));
            lab.awaitMaster(a, VIP);
            told(lab, a, "INSTANCE VI_2 MASTER 100");
            lab.cut("a", "eth1");
            told(lab, a, "GROUP G1 FAULT 0");
            lab.mend("a", "eth1");
            lab.await("a came back", () -> a.node().owns(VIP));
            a.term();
            told(lab, a, "GROUP G1 STOP 0");

            List<String> lines = lines(a);
            for (String state : List.of("BACKUP", "MASTER", "FAULT", "STOP")) {
                assertThat(lines)
                        .contains(
                                "INSTANCE VI_1 " + state + " 100",
                                "INSTANCE VI_2 " + state + " 100",
                                "GROUP G1 " + state + " 0");
            }
            assertThat(lines).noneMatch(line -> line.contains("unknown"));
        }
    }

    /** As it is, but for its files, which are in the node's folder. */
    private static Path sample(Path folder) throws IOException {
        try (GZIPInputStream packed = new GZIPInputStream(Files.newInputStream(SAMPLE))) {
            String text = new String(packed.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    folder.resolve("sample.sh"),
                    text.replace("LOG_FILE=/tmp/", "LOG_FILE=" + folder + "/")
                            .replace("PID_DIR=/run", "PID_DIR=" + folder));
        }
    }

    private static void told(Lab lab, Router a, String line) {
        lab.await("the reader tells " + line, () -> lines(a).contains(line));
    }

    /** What it says of each line of the FIFO, without time and process. */
    private static List<String> lines(Router a) {
        return NotifyTest.read(a.node().folder().resolve("vrrp.fifo.log")).stream()
                .map(line -> line.replaceFirst(".*\\[\\d+:\\d+\\] ", ""))
                .toList();
    }
}
