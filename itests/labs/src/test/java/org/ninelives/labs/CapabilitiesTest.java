package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * What the daemon's unit says that the daemon itself needs is enough, and none of it too much: each
 * capability that is missing costs something, and one line of the log tells what.
 */
@LabTest
class CapabilitiesTest {
    private static final Path FILES = Path.of("../../distribution/packages/files");
    private static final Path GUIDE = Path.of("../../distribution/doc/guide/security.md");

    /** Those of the daemon itself, with what the log says where one is missing. */
    enum Capability {
        NET_ADMIN("RTM_NEWADDR 10.0.0.44/24 on eth0: EPERM (needs CAP_NET_ADMIN)"),
        NET_RAW("VRRP cannot run: socket(AF_PACKET, SOCK_RAW, 0): EPERM (needs CAP_NET_RAW)"),
        NET_BIND_SERVICE("(bind_port 900: EACCES (needs CAP_NET_BIND_SERVICE))"),
        SETUID("VRRP_Script(quick) failed (exited with status 127)"),
        SETGID("VRRP_Script(quick) failed (exited with status 127)"),
        KILL("cannot be ended: EPERM (needs CAP_KILL)"),
        SYS_NICE("vrrp: real-time priority 5: EPERM (needs CAP_SYS_NICE"),
        IPC_LOCK("vrrp: locking memory: ENOMEM (needs CAP_IPC_LOCK"),
        /** Its loss makes the companion weaker, and is not worth a line. */
        SYS_RESOURCE(""),
        DAC_READ_SEARCH("Tracked file of_others cannot be watched: inotify on ");

        private final String line;

        Capability(String line) {
            this.line = line;
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SYS_RESOURCE")
    void whatIsLostWithoutItIsTold(Capability missing) throws IOException {
        try (Lab lab = Labs.open("capabilities", Labs.NINELIVES_ALONE)) {
            Router a = start(lab, EnumSet.complementOf(EnumSet.of(missing)));
            a.log().await(missing.line);
        }
    }

    @Test
    void withoutTheRightToItTheCompanionIsNotSparedWhenMemoryRunsOut() throws IOException {
        try (Lab lab = Labs.open("capabilities", Labs.NINELIVES_ALONE)) {
            Router a = start(lab, EnumSet.complementOf(EnumSet.of(Capability.SYS_RESOURCE)));
            lab.awaitMaster(a, "10.0.0.44");
            Path companion =
                    ProcessHandle.of(a.pid())
                            .orElseThrow()
                            .descendants()
                            .map(process -> Path.of("/proc", Long.toString(process.pid())))
                            .filter(process -> contents(process, "comm").equals("nine-companion\n"))
                            .findFirst()
                            .orElseThrow();
            assertThat(contents(companion, "oom_score_adj")).isNotEqualTo("-1000\n");
            assertThat(a.log().text()).doesNotContain("needs CAP_");
        }
    }

    private static String contents(Path process, String file) {
        try {
            return Files.readString(process.resolve(file));
        } catch (IOException e) {
            return ""; // It has ended.
        }
    }

    @Test
    void withAllOfThemNothingIsRefused() throws IOException {
        try (Lab lab = Labs.open("capabilities", Labs.NINELIVES_ALONE)) {
            Router a = start(lab, EnumSet.allOf(Capability.class));
            lab.awaitMaster(a, "10.0.0.44");
            a.log().await("TCP connection to [10.0.0.1]:tcp:8099 success.");
            a.log().await("VRRP_Script(quick) succeeded");
            a.log().await("VRRP_Script(slow) timed out");
            a.log().await("Tracked file of_others: 5");
            assertThat(a.log().text()).doesNotContain("EPERM", "EACCES", "needs CAP_");
        }
    }

    @Test
    void theyAreThoseOfTheUnitAndOfTheGuide() throws IOException {
        String unit = Files.readString(FILES.resolve("ninelives.service"));
        List<String> sets =
                unit.lines().filter(line -> line.startsWith("CapabilityBoundingSet=")).toList();
        // The third line is for notify scripts that run as root.
        assertThat(sets).hasSize(3);
        Set<String> ofDaemon =
                sets.stream()
                        .limit(2)
                        .flatMap(line -> Stream.of(line.split("[= ]", -1)).skip(1))
                        .collect(Collectors.toSet());
        String guide = Files.readString(GUIDE);
        assertThat(ofDaemon)
                .isEqualTo(
                        Stream.of(Capability.values())
                                .map(capability -> "CAP_" + capability)
                                .collect(Collectors.toSet()))
                .allSatisfy(name -> assertThat(guide).contains("| `" + name.substring(4) + "` |"));
    }

    /** Starts the daemon as root with these capabilities, and no other. */
    private static Router start(Lab lab, Set<Capability> capabilities) throws IOException {
        Node node = lab.node("a");
        Path folder = Files.createDirectory(node.folder().resolve("of-others"));
        Files.writeString(folder.resolve("file"), "5\n");
        Command.run("chmod 700 " + folder);
        Command.run("chown -R nobody " + folder);
        String root = node.folder().toString();
        node.start("server", List.of("python3", "-m", "http.server", "8099", "--directory", root));
        Path configuration =
                Labs.edited(lab, "a", text -> text.replace("FOLDER", node.folder().toString()));
        String set =
                capabilities.stream()
                        .map(capability -> ",+" + capability.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining("", "-all", ""));
        // More memory may be locked without a capability where the machine says so.
        List<String> wrapper =
                List.of("prlimit", "--memlock=65536", "setpriv", "--bounding-set=" + set);
        return lab.startDirector("a", configuration, wrapper);
    }
}
