package org.ninelives.migrate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.configuration.ConfigurationFiles;
import org.ninelives.api.configuration.ReadConfiguration;
import org.ninelives.api.configuration.TestedConfiguration;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.script.ScriptKeywords;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptRun;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.api.script.ScriptVerdict;
import org.ninelives.api.script.Scripts;
import org.ninelives.config.Position;
import org.ninelives.config.Problem;
import org.ninelives.config.Severity;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.testkit.ConfigurationText;

/** The command at machines that are folders. */
class MigrateCheckTest {

    private static final String PAIR =
            """
            global_defs {
                enable_script_security
                process_name keepalived
            }
            vrrp_script look {
                script "/etc/look.sh --fast"
                user nobody nogroup
            }
            vrrp_instance VI_1 {
                interface eth0
                priority 90
                notify "/etc/notify.sh it's" root
                virtual_ipaddress {
                    10.0.0.44/24
                }
            }
            """;

    @TempDir private Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Script> inspected = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private ScriptVerdict verdict = new ScriptVerdict(true, List.of());

    @BeforeEach
    void install() throws IOException {
        put("/etc/keepalived/keepalived.conf", PAIR.replace(" it's", ""));
    }

    @Test
    void aMachineIsRead() throws IOException {
        put("/usr/sbin/keepalived", "\0\0Keepalived v2.2.8 (05/31,2023)\n\0");
        put("/run/keepalived.pid", "17\n");
        put("/proc/17/comm", "keepalived\n");
        put("/etc/default/keepalived", "# options\nDAEMON_ARGS=\"-D --perf --debug\"\n");
        put("/var/lib/dpkg/status", "");
        put("/etc/systemd/system/keepalived.service.d/limits.conf", "[Service]\n");
        put("/etc/systemd/system/web.service", "[Unit]\nAfter=keepalived.service\n");
        put("/etc/systemd/system/other.service", "[Unit]\n# not keepalived.service\n");
        put("/proc/sys/net/ipv4/ip_nonlocal_bind", "0\n");
        put("/proc/net/tcp", listening("2398") + listening("0016"));

        assertThat(run()).isEqualTo(3);
        assertThat(out())
                .contains("keepalived 2.2.8 is installed")
                .contains("keepalived runs, process 17.")
                .contains("Options --debug are accepted and do nothing")
                .contains("--perf has JDK Flight Recorder write")
                .contains("keepalived:2\n")
                .contains("/etc/systemd/system/keepalived.service.d/limits.conf is a drop-in")
                .contains("/etc/systemd/system/web.service names keepalived.service")
                .doesNotContain("other.service")
                .contains("Port 9112 of the JMX connector is taken")
                .contains("ip_nonlocal_bind is 0")
                .contains("dpkg -i ninelives_*.deb")
                .contains("grep -E '^(DAEMON_ARGS|KEEPALIVED_OPTIONS)=' /etc/default/keepalived")
                .contains("It runs; read what is marked with ! before.");
        assertThat(err.size()).isZero();
    }

    @Test
    void scriptsAreInspectedAsTheirUsers() {
        run();

        assertThat(inspected)
                .containsExactly(
                        new Script(
                                List.of(root + "/etc/look.sh", "--fast"),
                                Optional.of(new ScriptUser("nobody", Optional.of("nogroup")))),
                        new Script(
                                List.of(root + "/etc/notify.sh"),
                                Optional.of(new ScriptUser("root", Optional.empty()))));
        assertThat(out()).contains("Scripts /etc/look.sh, /etc/notify.sh can be run");
    }

    @Test
    void aScriptThatWouldNotRunIsTheWorst() {
        verdict = new ScriptVerdict(false, List.of("others can write to it"));

        assertThat(run()).isEqualTo(4);
        assertThat(out())
                .contains("!! A script would not be run: ")
                .contains("/etc/look.sh: others can write to it")
                .contains("test.conf:6, 12")
                .contains("marked with !!.");
    }

    @Test
    void aScriptThatIsNoneIsLeftToTheTest() throws IOException {
        put("/etc/keepalived/keepalived.conf", PAIR);

        run();

        assertThat(inspected).hasSize(1);
    }

    @Test
    void whatTheTestFindsIsTold() {
        problems.add(problem(Severity.NOTE));
        assertThat(run()).isEqualTo(3);
        assertThat(out()).contains(" - k.conf:7: priority: strange");

        problems.set(0, problem(Severity.ERROR));
        assertThat(run()).isEqualTo(4);
        assertThat(out()).contains("!! k.conf:7: priority: strange");
    }

    @Test
    void optionsNameTheFile() throws IOException {
        put("/etc/sysconfig/keepalived", "KEEPALIVED_OPTIONS=\"-f /etc/other.conf\"\n");
        put("/etc/other.conf", "vrrp_instance OTHER {\n}\n");

        run();

        assertThat(out()).contains("Virtual routers OTHER:").contains("ninelived -t " + root);
    }

    @Test
    void programsReadIt() {
        problems.add(problem(Severity.WARNING));
        assertThat(run("--json")).isEqualTo(3);

        assertThat(out())
                .startsWith("{\"file\":\"" + root)
                .contains("\"status\":3,\"problems\":[{\"file\":\"k.conf\",\"line\":7,")
                .contains("\"findings\":[{\"id\":\"same.vrrp\",\"group\":\"same\",\"weight\":")
                .contains("\"steps\":[{\"node\":\"backup\",\"command\":\"tar ")
                .endsWith("}]}\n");
    }

    @Test
    void withoutConfigurationThereIsNothingToSay() throws IOException {
        Files.delete(root.resolve("etc/keepalived/keepalived.conf"));

        assertThat(run()).isEqualTo(1);
        assertThat(out()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no configuration");
    }

    @Test
    void whatCannotBeFollowedIsToldWithTheUsage() {
        assertThat(run("a.conf", "b.conf")).isEqualTo(1);
        assertThat(run("--force")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("[--json] [--root FOLDER]");
    }

    private static Problem problem(Severity severity) {
        return new Problem(
                severity, Problem.Kind.SKIPPED, new Position("k.conf", 7), "priority", "strange");
    }

    private static String listening(String port) {
        return "   0: 0100007F:" + port + " 00000000:0000 0A 00000000:00000000 00:00000000\n";
    }

    private void put(String path, String text) throws IOException {
        Path file = root.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int run(String... words) {
        out.reset();
        List<String> arguments = new ArrayList<>(List.of("--root", root.toString()));
        arguments.addAll(List.of(words));
        return new MigrateCheck(new Tester(), new Inspecting(), null)
                .run(arguments, print(out), print(err));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Reads the file and finds what the test was told to find. */
    private final class Tester implements ConfigurationFiles {

        @Override
        public ReadConfiguration read(String file, BlockGrammar root, BlockGrammar globalDefs) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TestedConfiguration test(String file) {
            String text = "";
            try {
                text = Files.readString(Path.of(file));
            } catch (IOException e) {
                problems.add(problem(Severity.ERROR));
            }
            BlockGrammar grammar = BlockGrammar.of(ScriptKeywords.ALL);
            return new TestedConfiguration(
                    !text.isEmpty(),
                    0,
                    ConfigurationText.statements(text),
                    ConfigurationText.of(text, BlockGrammar.none(), grammar).globalDefs(),
                    problems);
        }
    }

    /** Answers the same of every script, and starts none. */
    private final class Inspecting implements Scripts {

        @Override
        public ScriptVerdict inspect(Script script, ScriptRules rules) {
            assertThat(rules.secure()).isTrue();
            inspected.add(script);
            return verdict;
        }

        @Override
        public ScriptRun start(ScriptJob job, Consumer<ScriptOutcome> told) {
            throw new UnsupportedOperationException();
        }
    }
}
