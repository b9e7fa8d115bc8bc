package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the daemon says, and how it ends or waits, where the machine refuses what it needs. */
@LabTest
class StartTest {
    private static final String VIP = "10.0.0.44";

    @Test
    void withoutTheRightToRawSocketsItEndsWithStatusFour() {
        try (Lab lab = Launch.open()) {
            Node node = lab.node("a");
            Path file = lab.file("a.conf");

            Finished finished = Launch.end(node, file, Launch.without("net_raw"));

            assertThat(finished.status())
                    .isEqualTo(4)
                    .isEqualTo(Launch.keepalivedsStatus(node, file, Launch.without("net_raw")));
            assertThat(Launch.complaints(finished.output()))
                    .singleElement()
                    .asString()
                    .contains("VRRP cannot run", "CAP_NET_RAW");
        }
    }

    // keepalived 2.2.7 stays master, announces the address and keeps the others from having it.
    @Test
    void withoutTheRightToSetAddressesItIsNoMaster() {
        try (Lab lab = Launch.open()) {
            Node node = lab.node("a");
            node.start(
                    "limited",
                    Launch.daemon(node, lab.file("a.conf"), "n.pid", Launch.without("net_admin")));
            Log log = node.log("limited");
            log.await("Entering FAULT STATE");

            lab.stays(
                    "it tries no more",
                    Duration.ofSeconds(5),
                    () -> log.count("Entering MASTER STATE") == 1);
            assertThat(node.owns(VIP)).isFalse();
            assertThat(Launch.complaints(log.text()))
                    .filteredOn(line -> line.startsWith("(VI_1) RTM_NEWADDR"))
                    .singleElement()
                    .asString()
                    .contains(VIP, "eth0", "CAP_NET_ADMIN");
            assertThat(lab.wire().announcementsOf(VIP)).isEmpty();
        }
    }

    @Test
    void aSecondDaemonNeedsAPidFileOfItsOwnAndNoConnector() throws IOException {
        try (Lab lab = Launch.open()) {
            Node node = lab.node("a");
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Connector.await(lab, a);

            Finished same = Launch.end(node, lab.file("a.conf"), "parent.pid");
            assertThat(same.status()).isEqualTo(1);
            assertThat(Launch.complaints(same.output()))
                    .singleElement()
                    .asString()
                    .contains("daemon is already running", "parent.pid");
            assertThat(node.owns(VIP)).as("the first one runs on").isTrue();

            Path other = node.folder().resolve("other.conf");
            Files.writeString(
                    other,
                    Files.readString(lab.file("a.conf"))
                            .replace("virtual_router_id 51", "virtual_router_id 52")
                            .replace(VIP, "10.0.0.45"));
            node.start("second", Launch.daemon(node, other, "second.pid", List.of()));
            lab.await("the second is master too", () -> node.owns("10.0.0.45"));
            node.log("second").await("No JMX connector at");
            assertThat(Launch.complaints(node.log("second").text()))
                    .filteredOn(line -> line.contains("JMX"))
                    .singleElement()
                    .asString()
                    .contains("Address already in use", "trying again");
        }
    }

    @Test
    void withoutAPlaceForPasswordsItRunsWithoutAConnector() {
        try (Lab lab = Launch.open()) {
            Node node = lab.node("a");
            List<String> readOnly =
                    Launch.shell(
                            "mkdir -p etc && mount -t tmpfs -o ro none etc"
                                    + " && mount -t tmpfs -o ro none /run");
            node.start("locked", Launch.daemon(node, lab.file("a.conf"), "l.pid", readOnly));

            lab.await("it is master", () -> node.owns(VIP));
            node.log("locked").await("JMX");
            assertThat(Launch.complaints(node.log("locked").text()))
                    .filteredOn(line -> line.contains("JMX"))
                    .singleElement()
                    .asString()
                    .contains("No JMX connector", "password", "/etc/jmx.password");
        }
    }

    /** From before the JVM listens to signals to after the start. */
    @Test
    void aStopWhileItStartsIsQuiet() {
        try (Lab lab = Launch.open()) {
            Node node = lab.node("a");
            for (int millis = 100; millis < 1000; millis += 50) {
                List<String> stopped =
                        List.of(
                                "sh",
                                "-c",
                                "\"$@\" & sleep 0.%03d; kill -TERM $!; wait $!".formatted(millis),
                                "stopped");
                Finished finished =
                        node.run(
                                Launch.daemon(node, lab.file("a.conf"), "stopped.pid", stopped),
                                "");

                assertThat(finished.output())
                        .as("stopped after %d ms", millis)
                        .doesNotContain("Exception", "failed", "stopped already", "[error]");
                assertThat(node.owns(VIP)).isFalse();
            }
        }
    }

    @Test
    void aFullDiskUnderThePidFileIsToldAndEndsIt() {
        try (Lab lab = Launch.open()) {
            Node node = lab.node("a");
            List<String> full =
                    Launch.shell(
                            "mkdir full && mount -t tmpfs -o size=4k none full"
                                    + " && head -c 4096 /dev/zero > full/zeros");

            Finished finished =
                    node.run(Launch.daemon(node, lab.file("a.conf"), "full/parent.pid", full), "");

            assertThat(finished.status()).isEqualTo(1);
            assertThat(Launch.complaints(finished.output()))
                    .singleElement()
                    .asString()
                    .contains("Cannot write pid file", "full/parent.pid", "No space left");
        }
    }

    @Test
    void withoutASystemLogTheLinesGoToStandardErrorAfterOneThatSaysSo() {
        try (Lab lab = Launch.open()) {
            Node node = lab.node("a");
            List<String> command =
                    Launch.shell("! [ -e /dev/log ] || mount --bind /dev/null /dev/log");
            command.addAll(Implementation.NINELIVES.program());
            command.addAll(
                    List.of("-n", "-S", "3", "-p", "s.pid", "-f", lab.file("a.conf").toString()));
            node.start("mute", command);

            node.log("mute").await("(VI_1) Entering MASTER STATE");
            assertThat(Launch.complaints(node.log("mute").text()))
                    .filteredOn(line -> line.contains("/dev/log"))
                    .singleElement()
                    .asString()
                    .contains("system log cannot be reached", "standard error");
            assertThat(node.owns(VIP)).isTrue();
        }
    }
}
