package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A router that steps back while its virtual server has no quorum. Without IPVS in the kernel
 * nothing is balanced; the checks and what is told of them are as ever.
 */
@LabTest
@ExtendWith(Evidence.class)
class TrackedVirtualServerTest {
    private static final String VIP = "10.0.0.44";
    private static final String SERVER = "mail-server";

    @ParameterizedTest
    @EnumSource(Implementation.class)
    void whoLosesItsQuorumHandsOverAndTellsItInTheWordsOfKeepalived(Implementation other)
            throws Exception {
        Pairing pairing = new Pairing(Implementation.NINELIVES, other);
        try (Lab lab = Labs.open("track-virtual-server", pairing)) {
            Node mx = lab.node("mx");
            mx.start(SERVER, JavaProgram.command(MailServer.class));
            Log mails = mx.log(SERVER);
            mails.await("ready");
            Path one = Files.createFile(lab.node("a").folder().resolve("one"));
            Path two = Files.createFile(lab.node("a").folder().resolve("two"));
            Router a = startDirector(lab);
            lab.awaitMaster(a, VIP);
            Router b = lab.start("b");
            lab.awaitBackup(b, a);
            NotifyTest.told(lab, a, "lvs.txt", 1);

            Files.delete(one);
            NotifyTest.told(lab, a, "lvs.txt", 2);
            assertThat(a.node().owns(VIP)).isTrue();

            Files.delete(two);
            NotifyTest.told(lab, a, "lvs.txt", 4);
            a.log().await("(VI_1) Entering FAULT STATE");
            lab.awaitMaster(b, VIP);

            Files.createFile(two);
            NotifyTest.told(lab, a, "lvs.txt", 6);
            lab.await("a came back", () -> a.node().owns(VIP));
            Files.createFile(one);

            assertThat(NotifyTest.told(lab, a, "lvs.txt", 7)).isEqualTo(expected(lab, "fifo "));
            assertThat(NotifyTest.told(lab, a, "told.txt", 7))
                    .containsExactlyInAnyOrderElementsOf(expected(lab, "script "));
            List<String> topics = expected(lab, "mail ");
            lab.await(topics.size() + " mails", () -> subjects(mails).size() >= topics.size());
            assertThat(subjects(mails)).containsExactlyInAnyOrderElementsOf(topics);
            expected(lab, "log ").forEach(a.log()::await);
        }
    }

    private static Router startDirector(Lab lab) {
        String folder = lab.node("a").folder().toString();
        String files = lab.file("").toString();
        return lab.startDirector(
                "a",
                Labs.edited(lab, "a", text -> text.replace("NODE", folder).replace("LAB", files)));
    }

    /** What keepalived told, of one kind. */
    private static List<String> expected(Lab lab, String kind) throws IOException {
        return Files.readAllLines(lab.file("keepalived-2.2.7.txt")).stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> line.substring(kind.length()))
                .toList();
    }

    private static List<String> subjects(Log mails) {
        return mails.text()
                .lines()
                .filter(line -> line.contains("virtual server") || line.contains("Virtualserver"))
                .map(line -> line.split("\\|", -1)[2])
                .toList();
    }
}
