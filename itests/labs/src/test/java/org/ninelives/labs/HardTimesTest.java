package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A machine that runs out of disk and descriptors, and a cable that is loose. */
@LabTest
@ExtendWith(Evidence.class)
class HardTimesTest {
    private static final String VIP = "10.0.0.44";
    private static final String SECOND = "10.0.0.45";
    private static final Duration FLAPPING = Duration.ofSeconds(10);
    private static final Duration HALF_PERIOD = Duration.ofMillis(10);

    /** The log, the temporary files and the settings share a file system of a few pages. */
    @Test
    void aFullDiskCostsLogLinesAndNothingElse() {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Node node = lab.node("a");
            List<String> tiny =
                    List.of(
                            "sh",
                            "-c",
                            "mkdir tiny && mount -t tmpfs -o size=256k none tiny && export"
                                    + " TMPDIR=$PWD/tiny NINELIVES_ETC=$PWD/tiny/etc"
                                    + " && exec \"$@\" > tiny/log 2>&1",
                            "sh");
            Router a = lab.start("a", lab.file("a.conf"), tiny);
            lab.await("a owns the address", () -> node.owns(VIP));
            Router b = lab.start("b");
            lab.awaitBackup(b, a);
            Path folder = Path.of("/proc", Long.toString(a.pid()), "root", tinyFolder(node));
            lab.await("its log is there", () -> hasWords(folder.resolve("log"), "MASTER STATE"));

            Finished filled =
                    node.run(
                            List.of("sh", "-c", "head -c 1M /dev/zero > " + folder + "/zeros"), "");
            assertThat(filled.output()).contains("No space left");
            for (int i = 0; i < 3; i++) {
                a.reload();
                lab.stays(
                        "a is the only owner",
                        Duration.ofSeconds(2),
                        () -> node.owns(VIP) && !b.node().owns(VIP));
            }
            lab.awaitAdvert(node, Instant.now());
            assertThat(lab.wire().advertsOf(b.node())).isEmpty();

            a.term();
            assertThat(node.owns(VIP)).isFalse();
            lab.awaitMaster(b, VIP);
        }
    }

    /** A reload that needs a socket more than there may be is no reason to lose what there is. */
    @Test
    void withoutDescriptorsItGoesOnAndSaysSo() {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a", Labs.edited(lab, "a", text -> text));
            lab.awaitMaster(a, VIP);
            a.log().await("JMX connector");
            Router b = lab.start("b");
            lab.awaitBackup(b, a);

            a.limitDescriptors(a.vitals().descriptors());
            Labs.edited(lab, "a", HardTimesTest::withUnicastRouter);
            a.reload();
            a.log().await("bundles.d cannot be read: Too many open files");
            lab.stays(
                    "a is the only owner",
                    Timers.late(90),
                    () -> a.node().owns(VIP) && !b.node().owns(VIP));

            a.limitDescriptors(1024);
            a.reload();
            lab.awaitMaster(a, SECOND);
            lab.awaitAdvert(a.node(), Instant.now());
            assertThat(lab.wire().advertsOf(b.node())).isEmpty();
            assertThat(a.log().count("(VI_1) Entering MASTER STATE")).isEqualTo(1);
            assertThat(a.log().count("bundles.d cannot be read")).isEqualTo(1);
            assertThat(a.log().text()).doesNotContain("Exception");
        }
    }

    @EachPairing
    void afterALooseCableThereIsOneMaster(Pairing pairing) throws IOException {
        try (Lab lab = Labs.open("seed-pair", pairing)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Router b = lab.start("b");
            lab.awaitBackup(b, a);

            flap(lab);

            lab.await("a has the address again", () -> a.node().owns(VIP) && !b.node().owns(VIP));
            lab.awaitAdvert(a.node(), Instant.now());
            lab.stays(
                    "a is the only owner",
                    Timers.late(90),
                    () -> a.node().owns(VIP) && !b.node().owns(VIP));
            for (Router router : List.of(a, b)) {
                assertThat(router.log().text()).doesNotContain("Exception");
            }
        }
    }

    /** Cuts and mends the cable of a fifty times a second. */
    private static void flap(Lab lab) throws IOException {
        Process ip = lab.commands();
        int changes = 0;
        long begin = System.nanoTime();
        try (OutputStream commands = ip.getOutputStream()) {
            while (HALF_PERIOD.multipliedBy(changes).compareTo(FLAPPING) < 0) {
                String state = changes % 2 == 0 ? "down" : "up";
                String line = "link set dev " + Node.port("a", "eth0") + " " + state + "\n";
                commands.write(line.getBytes(StandardCharsets.UTF_8));
                commands.flush();
                changes++;
                long due = begin + HALF_PERIOD.multipliedBy(changes).toNanos();
                Await.pause(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            }
        }
        ip.onExit().join();
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        Evidence.note("%d losses of the link in %d ms".formatted(changes / 2, time.toMillis()));
    }

    private static String tinyFolder(Node node) {
        return node.folder().resolve("tiny").toString().substring(1);
    }

    private static boolean hasWords(Path file, String words) {
        try {
            return Files.exists(file) && Files.readString(file).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withUnicastRouter(String text) {
        return text
                + """
                vrrp_instance VI_2 {
                    interface eth0
                    virtual_router_id 52
                    unicast_src_ip 10.0.0.1
                    unicast_peer {
                        10.0.0.2
                    }
                    virtual_ipaddress {
                        10.0.0.45/24
                    }
                }
                """;
    }
}
