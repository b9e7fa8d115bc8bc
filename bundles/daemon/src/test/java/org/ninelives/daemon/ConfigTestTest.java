package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTestTest {

    @TempDir Path folder;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final FakeSection lamps = new FakeSection("lamp");

    @Test
    void aConfigurationWithoutFaultIsFine() {
        assertThat(test("lamp hall { }").run(Optional.empty(), console)).isZero();
        assertThat(console()).isEqualTo("k.conf: configuration is fine\n");
    }

    @Test
    void everyProblemIsALineAndTheSummaryIsTheLast() {
        int status = test("lmap hall { }\nlamp attic { size 0 }").run(Optional.empty(), console);

        assertThat(status).isEqualTo(4);
        assertThat(console().lines())
                .hasSize(3)
                .last()
                .isEqualTo("k.conf: 2 errors, 0 warnings, 0 notes");
    }

    @Test
    void nothingIsApplied() {
        test("lamp hall { }").run(Optional.empty(), console);

        assertThat(lamps.runs).isEmpty();
    }

    @Test
    void theLogTakesTheConsolesPlace() {
        Path log = folder.resolve("log");

        assertThat(test("lmap { }").run(Optional.of(log), console)).isEqualTo(5);

        assertThat(console()).isEmpty();
        assertThat(log).content().contains("lmap").contains("1 error,");
    }

    @Test
    void whereTheLogCannotBeTheConsoleHasIt() {
        Optional<Path> log = Optional.of(folder.resolve("no/log"));

        assertThat(test("lmap { }").run(log, console)).isEqualTo(5);

        assertThat(console()).contains("no/log").contains("lmap: unknown keyword");
    }

    @Test
    void theGrammarIsListedByBlock() {
        Listings.printGrammar(List.of(lamps, new DaemonSection(Optional.empty())), console);

        assertThat(console().lines())
                .contains(
                        "(file syntax)\tinclude",
                        "(root)\tlamp",
                        "(root)\tglobal_defs",
                        "global_defs\tlamp_name",
                        "global_defs\trouter_id",
                        "lamp\tsize")
                .doesNotContain("(root)\tvirtual_server")
                .doesNotHaveDuplicates();
    }

    @Test
    void programsReadTheSameAsJson() {
        ConfigTest json = test("lmap hall { }\nlamp attic { size 0 }", true);

        assertThat(json.run(Optional.empty(), console)).isEqualTo(4);
        assertThat(console())
                .startsWith("{\"file\":\"k.conf\",\"status\":4,\"problems\":[{\"file\":\"k.conf\",")
                .contains("\"line\":1,\"severity\":\"error\",\"kind\":\"skipped\"")
                .contains("\"keyword\":\"lmap\",\"message\":\"unknown keyword")
                .contains("\"line\":2,")
                .endsWith("}]}\n");
    }

    private ConfigTest test(String text) {
        return test(text, false);
    }

    private ConfigTest test(String text, boolean json) {
        return new ConfigTest(
                new Loader(new TextSource(text), KnownKeywords.load()), List.of(lamps), json);
    }

    private String console() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
