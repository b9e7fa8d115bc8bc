package org.ninelives.lvs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckEngine;
import org.ninelives.api.check.CheckListener;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.configuration.ConfigurationFiles;
import org.ninelives.api.configuration.ReadConfiguration;
import org.ninelives.api.configuration.TestedConfiguration;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.lvs.settings.ConfigText;
import org.ninelives.testkit.ConfigurationText;

class CheckOnceTest {

    private static final String TEXT =
            """
            net_namespace_ipvs blue
            virtual_server 10.0.0.1 80 {
                protocol TCP
                real_server 192.168.0.2 80 {
                    TCP_CHECK { path /one }
                    HTTP_GET { path /two }
                }
                real_server 192.168.0.3 80 {
                    NEW_CHECK { }
                }
            }
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Engine engine = new Engine();
    private final CheckOnce command = new CheckOnce(new Files(), engine);

    @BeforeEach
    void install() {
        ConfigText.CHECKERS.forEach(command::addChecker);
    }

    @Test
    void eachCheckIsToldWithItsStepsAndTimes() throws InterruptedException {
        assertThat(run("lvs.conf", "10.0.0.1:80", "192.168.0.2:80")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\\d\\.\\d{3} s", "T"))
                .isEqualTo(
                        """
                        TCP_CHECK of [192.168.0.2]:tcp:80
                            T  knocking at [192.168.0.2]:80 in -
                            T  passed: TCP_CHECK is content
                        HTTP_GET of [192.168.0.2]:tcp:80
                            T  knocking at [192.168.0.2]:80 in -
                            T  passed: HTTP_GET is content
                        [192.168.0.2]:tcp:80: 2 of 2 checks passed
                        """);
    }

    @Test
    void oneCheckThatFailsIsEnoughForTheStatus() throws InterruptedException {
        engine.unfit = "HTTP_GET";

        assertThat(run("lvs.conf", "10.0.0.1:80", "192.168.0.2:80")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("FAILED: HTTP_GET is not content", "1 of 2 checks passed");
    }

    @Test
    void aCheckWhoseCheckerIsNotInstalledHasFailed() throws InterruptedException {
        assertThat(run("lvs.conf", "10.0.0.1:80", "192.168.0.3")).isEqualTo(1);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("NEW_CHECK of [192.168.0.3]:tcp:80: cannot be made", "0 of 1 checks");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("NEW_CHECK: no checker");
    }

    @Test
    void aServerThatIsNotThereIsToldWithThoseThatAre() throws InterruptedException {
        assertThat(run("lvs.conf", "10.0.0.2:80", "192.168.0.2")).isEqualTo(1);
        assertThat(run("lvs.conf", "10.0.0.1:80", "192.168.0.9")).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "there is no virtual server '10.0.0.2:80'; there are [10.0.0.1]:tcp:80",
                        "there is no real server '192.168.0.9' of [10.0.0.1]:tcp:80; there are"
                                + " [192.168.0.2]:tcp:80, [192.168.0.3]:tcp:80");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws InterruptedException {
        assertThat(run("none.conf", "10.0.0.2:80", "192.168.0.2")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("none.conf cannot be read");
    }

    @Test
    void wordsThatAreMissingAreAskedFor() throws InterruptedException {
        assertThat(run("lvs.conf", "10.0.0.1:80")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("Usage: ninelived --check-once");
    }

    private int run(String... arguments) throws InterruptedException {
        return command.run(List.of(arguments), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static final class Files implements ConfigurationFiles {

        @Override
        public ReadConfiguration read(String file, BlockGrammar root, BlockGrammar globalDefs) {
            ConfigurationText text = ConfigurationText.of(TEXT, root, globalDefs);
            return new ReadConfiguration(
                    file.equals("lvs.conf"), text.root(), text.globalDefs(), text.problems().all());
        }

        @Override
        public TestedConfiguration test(String file) {
            throw new UnsupportedOperationException();
        }
    }

    /** Finds every server well but for one kind of check. */
    private static final class Engine implements CheckEngine {

        private String unfit = "";

        @Override
        public void follow(
                List<CheckAssignment> assignments,
                Optional<String> networkNamespace,
                CheckListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CheckResult once(
                Check check,
                Values root,
                Optional<String> networkNamespace,
                Consumer<String> story) {
            Check.Probed probed = (Check.Probed) check;
            story.accept("knocking at " + probed.target() + " in " + networkNamespace.orElse("-"));
            return check.keyword().equals(unfit)
                    ? CheckResult.failed(check.keyword() + " is not content")
                    : CheckResult.passed(check.keyword() + " is content");
        }
    }
}
