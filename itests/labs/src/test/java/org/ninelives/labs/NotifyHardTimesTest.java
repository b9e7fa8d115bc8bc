package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scripts that are slower than the states they are told, and FIFOs that nobody reads. */
@LabTest
@ExtendWith(Evidence.class)
class NotifyHardTimesTest {
    private static final String VIP = "10.0.0.44";
    private static final String FIFO_SCRIPT = "notify_fifo_script";

    /** Until it is master the cable is cut and mended three times within the time of one script. */
    @Test
    void quickChangesNeitherOverlapNorEndInTheWrongOrder() throws IOException {
        try (Lab lab = Labs.open("notify", Labs.NINELIVES_ALONE)) {
            Router a =
                    NotifyTest.start(
                            lab,
                            "a",
                            text ->
                                    text.replace("notify.sh", "slow.sh")
                                            .replaceAll("(?m)^.* notify .*$", ""));
            lab.awaitMaster(a, VIP);
            Path file = a.node().folder().resolve("slow.txt");
            lab.await("both states were told", () -> Files.exists(file) && ends(file) == 2);
            for (int i = 1; i <= 3; i++) {
                lab.cut("a", "eth1");
                a.log().await(i, "Entering FAULT STATE");
                lab.mend("a", "eth1");
                a.log().await(i + 1, "Entering BACKUP STATE");
            }
            lab.await("a came back", () -> a.node().owns(VIP));
            a.log().await("is not told to scripts, as an earlier script still ran");
            lab.await("the last was told", () -> last(file).endsWith("MASTER 100 10.0.0.44/24"));

            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i += 3) {
                assertThat(lines.get(i)).isEqualTo("begin");
                assertThat(lines.get(i + 2)).isEqualTo("end");
            }
            Evidence.note(lines.size() / 3 + " of 9 states were told, one at a time");
        }
    }

    private static long ends(Path file) {
        return read(file).stream().filter("end"::equals).count();
    }

    /** What was told last, whole. */
    private static String last(Path file) {
        List<String> lines = read(file);
        boolean whole = lines.size() > 1 && lines.getLast().equals("end");
        return whole ? lines.get(lines.size() - 2).replace("master", "MASTER") : "";
    }

    private static List<String> read(Path file) {
        return NotifyTest.read(file);
    }

    @Test
    void aFifoThatNobodyReadsLosesLinesWithAWordAndHoldsUpNobody() throws Exception {
        try (Lab lab = Labs.open("notify", Labs.NINELIVES_ALONE)) {
            Router a =
                    NotifyTest.start(
                            lab, "a", text -> text.replaceAll("(?m)^ *" + FIFO_SCRIPT + ".*$", ""));
            lab.awaitMaster(a, VIP);
            Path fifo = a.node().folder().resolve("all.fifo");
            assertThat(sh(a, "stat -c '%F %a' all.fifo")).isEqualTo("fifo 600\n");
            // Each line is written to this FIFO before the one that has a reader.
            NotifyTest.told(lab, a, "vrrp.txt", 2);
            fill(a);
            lab.cut("a", "eth1");
            a.log().await("FIFO " + fifo + " lost the line INSTANCE \"VI_1\" FAULT 100");
            lab.mend("a", "eth1");
            lab.await("a came back", () -> a.node().owns(VIP));
            NotifyTest.told(lab, a, "vrrp.txt", 5);

            sh(a, "dd if=all.fifo of=filling bs=1M count=1 iflag=nonblock");
            lab.cut("a", "eth1");
            a.log().await("FIFO " + fifo + " takes lines again, 3 were lost");
            assertThat(sh(a, "dd if=all.fifo bs=1M count=1 iflag=nonblock status=none"))
                    .isEqualTo("INSTANCE \"VI_1\" FAULT 100\n");
            assertThat(a.log().count("lost the line")).isEqualTo(1);
            a.term();
            assertThat(fifo).doesNotExist();
        }
    }

    private static void fill(Router router) {
        sh(router, "dd if=/dev/zero of=all.fifo bs=4096 oflag=nonblock count=100");
        sh(router, "dd if=/dev/zero of=all.fifo bs=1 oflag=nonblock count=4096");
    }

    private static String sh(Router router, String command) {
        String folder = router.node().folder().toString();
        return router.node()
                .run(List.of("sh", "-c", "cd " + folder + " && " + command), "")
                .output();
    }

    @Test
    void whatStandsInTheWayOfAFifoIsNotTouched() throws IOException {
        try (Lab lab = Labs.open("notify", Labs.NINELIVES_ALONE)) {
            Path folder = lab.node("a").folder();
            Files.writeString(folder.resolve("all.fifo"), "precious");
            Files.createSymbolicLink(folder.resolve("vrrp.fifo"), folder.resolve("all.fifo"));
            Router a = NotifyTest.start(lab, "a");
            lab.awaitMaster(a, VIP);
            a.log().await("vrrp_notify_fifo cannot be used, nothing is told by it");
            a.log().await("something that is no FIFO has that name");
            a.log().await("a symbolic link has that name");
            a.term();
            assertThat(folder.resolve("all.fifo")).hasContent("precious");
            assertThat(folder.resolve("vrrp.fifo")).isSymbolicLink();
        }
    }

    /**
     * The script of the tutorial, on a backup that hears no adverts although its master is well.
     */
    @Test
    void theTutorialsCheckSeesASplitBrainAndItsEnd() {
        try (Lab lab = Labs.open("notify", Labs.NINELIVES_ALONE)) {
            Router a = NotifyTest.start(lab, "a");
            lab.awaitMaster(a, VIP);
            Router b = NotifyTest.start(lab, "b");
            lab.awaitBackup(b, a);
            b.node().start("check", List.of("sh", lab.file("check-split-brain.sh").toString()));
            Log check = b.node().log("check");
            check.await("ha is ok");

            nft(b, "add table inet deaf");
            nft(b, "add chain inet deaf in { type filter hook input priority -500 ; }");
            nft(b, "add rule inet deaf in meta l4proto 112 drop");
            lab.awaitMaster(b, VIP);
            check.await("ha is split brain.warning");

            nft(b, "delete table inet deaf");
            lab.await("b gave it back", () -> !b.node().owns(VIP));
            long before = check.count("ha is ok");
            lab.await("all is well", () -> check.count("ha is ok") > before);
        }
    }

    private static void nft(Router router, String command) {
        router.node().run(List.of("nft", command), "");
    }
}
