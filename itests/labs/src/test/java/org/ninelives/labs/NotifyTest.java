package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtendWith;

/** What scripts and FIFOs are told on node a: the same text from either daemon. */
@LabTest
@ExtendWith(Evidence.class)
class NotifyTest {
    private static final String VIP = "10.0.0.44";

    @EachPairing
    void anInstanceTellsItsScriptsAndFifosEachState(Pairing pairing) {
        try (Lab lab = Labs.open("notify", pairing)) {
            Router a = start(lab, "a");
            lab.awaitMaster(a, VIP);
            Router b = start(lab, "b");
            lab.awaitBackup(b, a);
            lab.cut("a", "eth1");
            lab.awaitMaster(b, VIP);
            told(lab, a, "told.txt", 3);
            lab.mend("a", "eth1");
            lab.await("a came back", () -> a.node().owns(VIP));
            told(lab, a, "told.txt", 5);
            a.term();

            assertThat(told(lab, a, "told.txt", 6))
                    .containsExactly("backup", "master", "fault", "backup", "master", "stop");
            List<String> lines =
                    List.of(
                            "INSTANCE \"VI_1\" BACKUP 100",
                            "INSTANCE \"VI_1\" MASTER 100",
                            "INSTANCE \"VI_1\" FAULT 100",
                            "INSTANCE \"VI_1\" BACKUP 100",
                            "INSTANCE \"VI_1\" MASTER 100",
                            "INSTANCE \"VI_1\" STOP 100");
            assertThat(told(lab, a, "generic.txt", 6))
                    .containsExactlyElementsOf(
                            lines.stream().map(line -> line.replace("\"", "")).toList());
            // keepalived ends its readers by TERM, which may come before they have read the last.
            assertThat(told(lab, a, "all.txt", 5).subList(0, 5)).isEqualTo(lines.subList(0, 5));
            assertThat(told(lab, a, "vrrp.txt", 5).subList(0, 5)).isEqualTo(lines.subList(0, 5));
            if (pairing.a() == Implementation.NINELIVES) {
                assertThat(told(lab, a, "all.txt", 6)).isEqualTo(lines);
                assertThat(told(lab, a, "vrrp.txt", 6)).isEqualTo(lines);
            }
            assertThat(a.node().folder().resolve("all.fifo")).doesNotExist();
            assertThat(a.node().folder().resolve("vrrp.fifo")).doesNotExist();
        }
    }

    @EachPairing
    void aSyncGroupTellsOnceForItsMembers(Pairing pairing) {
        try (Lab lab = Labs.open("notify-group", pairing)) {
            Router a = start(lab, "a");
            lab.awaitMaster(a, VIP);
            Router b = start(lab, "b");
            lab.awaitBackup(b, a);
            lab.cut("a", "eth1");
            lab.awaitMaster(b, VIP);
            told(lab, a, "generic.txt", 3);
            lab.mend("a", "eth1");
            lab.await("a came back", () -> a.node().owns(VIP));

            assertThat(told(lab, a, "generic.txt", 5))
                    .containsExactly(
                            "vrrp.back arg1 arg2",
                            "vrrp.mast arg1 arg2",
                            "vrrp.fault arg1 arg2",
                            "vrrp.back arg1 arg2",
                            "vrrp.mast arg1 arg2");
            // At the start the group is told first, and else last; members have no order.
            assertThat(sortedMembers(told(lab, a, "vrrp.txt", 15)))
                    .containsExactly(
                            "GROUP \"G1\" BACKUP 0",
                            "INSTANCE \"VI_1\" BACKUP 100",
                            "INSTANCE \"VI_2\" BACKUP 100",
                            "INSTANCE \"VI_1\" MASTER 100",
                            "INSTANCE \"VI_2\" MASTER 100",
                            "GROUP \"G1\" MASTER 0",
                            "INSTANCE \"VI_1\" FAULT 100",
                            "INSTANCE \"VI_2\" FAULT 100",
                            "GROUP \"G1\" FAULT 0",
                            "INSTANCE \"VI_1\" BACKUP 100",
                            "INSTANCE \"VI_2\" BACKUP 100",
                            "GROUP \"G1\" BACKUP 0",
                            "INSTANCE \"VI_1\" MASTER 100",
                            "INSTANCE \"VI_2\" MASTER 100",
                            "GROUP \"G1\" MASTER 0");
        }
    }

    /** Puts neighbouring lines of members into the order of their names. */
    private static List<String> sortedMembers(List<String> lines) {
        List<String> sorted = new ArrayList<>(lines);
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).startsWith("INSTANCE \"VI_2\"")
                    && sorted.get(i).startsWith("INSTANCE \"VI_1\"")) {
                Collections.swap(sorted, i - 1, i);
            }
        }
        return sorted;
    }

    /** Starts a daemon whose scripts are in the lab's folder and whose files are in the node's. */
    static Router start(Lab lab, String node) {
        return start(lab, node, text -> text);
    }

    /** The same with an edited configuration. */
    static Router start(Lab lab, String node, UnaryOperator<String> edit) {
        String folder = lab.node(node).folder().toString();
        String files = lab.file("").toString();
        return lab.start(
                node,
                Labs.edited(
                        lab,
                        node,
                        text -> edit.apply(text).replace("NODE", folder).replace("LAB", files)));
    }

    /** The lines of a file of a's node, once there are that many. */
    static List<String> told(Lab lab, Router router, String file, int lines) {
        Path path = router.node().folder().resolve(file);
        lab.await(lines + " lines in " + file, () -> read(path).size() >= lines);
        return read(path);
    }

    /** The lines of a file that may not be there yet. */
    static List<String> read(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
