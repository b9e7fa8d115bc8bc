package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the daemon says, and how it ends or waits, where something that it needs is missing. */
@LabTest
class StartTest {
    private static final String VIP = "10.0.0.44";
    private static final String DATE = "^\\w{3} \\w{3} [ \\d]\\d [\\d:]{8} \\d{4}: ";

    @Test
    void aFileThatIsNotThereOrNoFileOrNotReadableIsNoConfiguration() throws IOException {
        try (Lab lab = open()) {
            Node node = lab.node("a");
            Path folder = Files.createDirectory(node.folder().resolve("folder.conf"));
            Path secret = Files.writeString(node.folder().resolve("secret.conf"), "global_defs {}");
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));

            Finished missing = end(node, Path.of("missing.conf"));
            assertThat(missing.status())
                    .isEqualTo(6)
                    .isEqualTo(keepalivedsStatus(node, Path.of("missing.conf"), List.of()));
            assertThat(complaints(missing.output()))
                    .singleElement()
                    .asString()
                    .contains("missing.conf: does not exist", "-f FILE");

            Finished directory = end(node, folder);
            assertThat(directory.status())
                    .isEqualTo(6)
                    .isEqualTo(keepalivedsStatus(node, folder, List.of()));
            assertThat(complaints(directory.output()))
                    .singleElement()
                    .asString()
                    .contains("folder.conf: is a directory");

            // Root without these two may read no more than any user.
            List<String> user = without("dac_override", "dac_read_search");
            Finished unreadable = end(node, secret, user);
            assertThat(unreadable.status())
                    .isEqualTo(6)
                    .isEqualTo(keepalivedsStatus(node, secret, user));
            assertThat(complaints(unreadable.output()))
                    .singleElement()
                    .asString()
                    .contains("secret.conf: cannot be read: permission denied");
        }
    }

    @Test
    void anEmptyFileWaitsForAReload() throws IOException {
        try (Lab lab = open()) {
            Path file = Files.writeString(lab.node("a").folder().resolve("empty.conf"), "");
            Router a = lab.start("a", file);
            lab.await("it waits", () -> a.log().contains("empty.conf has nothing to run"));
            lab.await("it is started", () -> a.log().contains("Startup complete"));

            Files.copy(lab.file("a.conf"), file, StandardCopyOption.REPLACE_EXISTING);
            a.reload();

            lab.awaitMaster(a, VIP);
            assertThat(a.log()).doesNotContain("[error]");
        }
    }

    // keepalived 2.2.7 silently ends the line at the NUL.
    @Test
    void aNulCostsItsLineAndNothingElse() throws IOException {
        try (Lab lab = open()) {
            String text = Files.readString(lab.file("a.conf"));
            Path file = lab.node("a").folder().resolve("nul.conf");
            Files.writeString(file, text.replace("router_id lb01", "router_id lb\0001"));
            Router a = lab.start("a", file);

            lab.awaitMaster(a, VIP);

            assertThat(complaints(a.log()).stream().filter(line -> line.contains("[error]")))
                    .singleElement()
                    .asString()
                    .contains("nul.conf:2: ", "NUL");
        }
    }

    @Test
    void aFileOfWhichNothingCanRunEndsWithStatusTwo() throws IOException {
        try (Lab lab = open()) {
            String text = Files.readString(lab.file("a.conf"));
            Path file = lab.node("a").folder().resolve("nothing.conf");
            Files.writeString(file, text.replace("    interface eth0", ""));

            Finished finished = end(lab.node("a"), file);

            assertThat(finished.status())
                    .isEqualTo(2)
                    .isEqualTo(keepalivedsStatus(lab.node("a"), file, List.of()));
            assertThat(complaints(finished.output()))
                    .hasSize(2)
                    .anyMatch(line -> line.contains("nothing.conf:5: interface: "))
                    .anyMatch(line -> line.matches("Nothing in .*nothing.conf can run"));
        }
    }

    @Test
    void withoutTheRightToRawSocketsItEndsWithStatusFour() {
        try (Lab lab = open()) {
            Node node = lab.node("a");
            Path file = lab.file("a.conf");

            Finished finished = end(node, file, without("net_raw"));

            assertThat(finished.status())
                    .isEqualTo(4)
                    .isEqualTo(keepalivedsStatus(node, file, without("net_raw")));
            assertThat(complaints(finished.output()))
                    .singleElement()
                    .asString()
                    .contains("VRRP cannot run", "CAP_NET_RAW");
        }
    }

    // keepalived 2.2.7 stays master, announces the address and keeps the others from having it.
    @Test
    void withoutTheRightToSetAddressesItIsNoMaster() {
        try (Lab lab = open()) {
            Node node = lab.node("a");
            node.start("nobody", daemon(node, lab.file("a.conf"), "n.pid", without("net_admin")));
            lab.await("it gives up", () -> log(node, "nobody").contains("Entering FAULT STATE"));

            lab.stays(
                    "it tries no more",
                    Duration.ofSeconds(5),
                    () -> count(log(node, "nobody"), "Entering MASTER STATE") == 1);
            assertThat(node.owns(VIP)).isFalse();
            assertThat(complaints(log(node, "nobody")))
                    .filteredOn(line -> line.startsWith("(VI_1) RTM_NEWADDR"))
                    .singleElement()
                    .asString()
                    .contains(VIP, "eth0", "CAP_NET_ADMIN");
            assertThat(lab.wire().announcementsOf(VIP)).isEmpty();
        }
    }

    @Test
    void aSecondDaemonNeedsAPidFileOfItsOwnAndNoConnector() throws IOException {
        try (Lab lab = open()) {
            Node node = lab.node("a");
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Connector.await(lab, a);

            Finished same = end(node, lab.file("a.conf"), "parent.pid");
            assertThat(same.status()).isEqualTo(1);
            assertThat(complaints(same.output()))
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
            node.start("second", daemon(node, other, "second.pid", List.of()));
            lab.await("the second is master too", () -> node.owns("10.0.0.45"));
            lab.await("it warns", () -> log(node, "second").contains("No JMX connector at"));
            assertThat(complaints(log(node, "second")))
                    .filteredOn(line -> line.contains("JMX"))
                    .singleElement()
                    .asString()
                    .contains("Address already in use", "trying again");
        }
    }

    @Test
    void withoutAPlaceForPasswordsItRunsWithoutAConnector() {
        try (Lab lab = open()) {
            Node node = lab.node("a");
            List<String> readOnly =
                    shell(
                            "mkdir -p etc && mount -t tmpfs -o ro none etc"
                                    + " && mount -t tmpfs -o ro none /run");
            node.start("locked", daemon(node, lab.file("a.conf"), "l.pid", readOnly));

            lab.await("it is master", () -> node.owns(VIP));
            lab.await("it tells", () -> log(node, "locked").contains("JMX"));
            assertThat(complaints(log(node, "locked")))
                    .filteredOn(line -> line.contains("JMX"))
                    .singleElement()
                    .asString()
                    .contains("No JMX connector", "password", "/etc/jmx.password");
        }
    }

    @Test
    void aFullDiskUnderThePidFileIsToldAndEndsIt() {
        try (Lab lab = open()) {
            Node node = lab.node("a");
            List<String> full =
                    shell(
                            "mkdir full && mount -t tmpfs -o size=4k none full"
                                    + " && head -c 4096 /dev/zero > full/zeros");

            Finished finished =
                    node.run(daemon(node, lab.file("a.conf"), "full/parent.pid", full), "");

            assertThat(finished.status()).isEqualTo(1);
            assertThat(complaints(finished.output()))
                    .singleElement()
                    .asString()
                    .contains("Cannot write pid file", "full/parent.pid", "No space left");
        }
    }

    @Test
    void withoutASystemLogTheLinesGoToStandardErrorAfterOneThatSaysSo() {
        try (Lab lab = open()) {
            Node node = lab.node("a");
            List<String> command = shell("! [ -e /dev/log ] || mount --bind /dev/null /dev/log");
            command.addAll(Implementation.NINELIVES.program());
            command.addAll(
                    List.of("-n", "-S", "3", "-p", "s.pid", "-f", lab.file("a.conf").toString()));
            node.start("mute", command);

            lab.await("it is master", () -> node.owns(VIP));
            assertThat(complaints(log(node, "mute")))
                    .filteredOn(line -> line.contains("/dev/log"))
                    .singleElement()
                    .asString()
                    .contains("system log cannot be reached", "standard error");
            assertThat(log(node, "mute")).contains("(VI_1) Entering MASTER STATE");
        }
    }

    private static Lab open() {
        return Labs.open("seed-pair", Labs.NINELIVES_ALONE);
    }

    private static Finished end(Node node, Path configuration) {
        return end(node, configuration, List.of());
    }

    private static Finished end(Node node, Path configuration, String pidFile) {
        return node.run(daemon(node, configuration, pidFile, List.of()), "");
    }

    private static Finished end(Node node, Path configuration, List<String> wrapper) {
        return node.run(daemon(node, configuration, "end.pid", wrapper), "");
    }

    private static List<String> daemon(
            Node node, Path configuration, String pidFile, List<String> wrapper) {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(Implementation.NINELIVES.program());
        command.addAll(List.of("-n", "-l", "-D", "-f", configuration.toString()));
        command.addAll(List.of("-p", node.folder().resolve(pidFile).toString()));
        return command;
    }

    private static int keepalivedsStatus(Node node, Path configuration, List<String> wrapper) {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(Implementation.KEEPALIVED.program());
        command.addAll(List.of("-n", "-l", "-P", "-p", "k.pid", "-r", "kv.pid"));
        command.addAll(List.of("-f", configuration.toString()));
        return node.run(command, "").status();
    }

    private static List<String> without(String... capabilities) {
        String list = "-" + String.join(",-", capabilities);
        return List.of("setpriv", "--bounding-set", list, "--inh-caps", list);
    }

    /** Does something first, among the mounts that only this program sees. */
    private static List<String> shell(String preparation) {
        return new ArrayList<>(List.of("sh", "-c", preparation + " && exec \"$@\"", "sh"));
    }

    private static List<String> complaints(String log) {
        return log.lines()
                .map(line -> line.replaceFirst(DATE, ""))
                .filter(line -> !line.matches("(Starting|Stopped) Keepalived v.*"))
                .toList();
    }

    private static long count(String log, String words) {
        return log.lines().filter(line -> line.contains(words)).count();
    }

    private static String log(Node node, String label) {
        try {
            return Files.readString(node.logFile(label));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
