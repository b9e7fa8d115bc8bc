package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtendWith;

/** Routers that follow a web server: by a weight, up or down, and by fault. */
@LabTest
@ExtendWith(Evidence.class)
class TrackedProcessTest {
    private static final AtomicInteger LABS = new AtomicInteger();
    private static final List<String> ADDRESSES = List.of("10.0.0.44", "10.0.0.45", "10.0.0.46");

    @EachPairing
    void aLostWebServerMovesEachAndItsReturnMovesThemBack(Pairing pairing) throws Exception {
        try (Lab lab = Labs.open("track-process", pairing)) {
            Path web = program(lab.node("a"));
            Process nginx = startNginx(lab, web);
            Router a = startA(lab, web);
            lab.await("a owns all", () -> owns(a, 3));
            Router b = lab.start("b");
            b.log().await(3, "Entering BACKUP STATE");
            lab.awaitBackup(b, a);

            stop(nginx);
            lab.await("all moved to b", () -> owns(b, 3) && owns(a, 0));
            a.log().await("Quorum lost for tracked process web");
            a.log().await("(loss) Changing effective priority from 100 to 80");
            a.log().await("(gain) Changing effective priority from 100 to 70");
            a.log().await("(fault) Entering FAULT STATE");

            nginx = startNginx(lab, web);
            lab.await("all came back to a", () -> owns(a, 3) && owns(b, 0));
            a.log().await("Quorum gained for tracked process web");
            a.log().await("(loss) Changing effective priority from 80 to 100");
            a.log().await("(gain) Changing effective priority from 70 to 100");

            // What is back within terminate_delay was never missed.
            stop(nginx);
            startNginx(lab, web);
            lab.stays("a owns all", Duration.ofSeconds(7), () -> owns(a, 3));
            assertThat(a.log().count("Quorum lost")).isEqualTo(1);
        }
    }

    /** keepalived hears of processes only when it starts outside of the namespace it works in. */
    private static Router startA(Lab lab, Path web) {
        Path configuration =
                Labs.edited(lab, "a", text -> text.replace("WEB", web.getFileName().toString()));
        return lab.pairing().on("a") == Implementation.NINELIVES
                ? lab.start("a", configuration)
                : lab.start(
                        "a",
                        configuration,
                        List.of("nsenter", "--net=/proc/2/ns/net"),
                        "-s",
                        lab.node("a").namespace());
    }

    /** A program of a name that no other lab on this machine has: all see all processes. */
    private static Path program(Node node) throws IOException {
        Path nginx = Path.of(Command.run("which nginx").strip());
        String name = "web" + ProcessHandle.current().pid() + "." + LABS.incrementAndGet();
        return Files.copy(nginx, node.folder().resolve(name));
    }

    private static Process startNginx(Lab lab, Path web) throws IOException {
        Node node = lab.node("a");
        Files.createDirectories(node.folder().resolve("html"));
        return node.start(
                "nginx",
                List.of(
                        web.toString(),
                        "-e",
                        "stderr",
                        "-p",
                        node.folder().toString(),
                        "-c",
                        lab.file("nginx.conf").toString()));
    }

    private static void stop(Process nginx) throws InterruptedException {
        nginx.destroy();
        nginx.waitFor();
    }

    private static boolean owns(Router router, int number) {
        return router.node().ownedOf(ADDRESSES).size() == number;
    }
}
