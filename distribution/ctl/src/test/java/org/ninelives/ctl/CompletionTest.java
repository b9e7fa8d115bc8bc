package org.ninelives.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script for bash, in a bash. */
class CompletionTest {

    private static final long PATIENCE_SECONDS = 60;

    /** Does what the shell does when somebody types these words and the tabulator. */
    private static final String TAB =
            """
            source "$1"
            shift
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            COMP_LINE="$*"
            COMP_POINT=${#COMP_LINE}
            function_of() { while [ "$1" != -F ]; do shift; done; echo "$2"; }
            $(function_of $(complete -p ninelivesctl)) ninelivesctl "${@: -1}" "${@: -2:1}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir Path folder;
    private Path script;

    @BeforeEach
    void write() throws IOException {
        script = folder.resolve("completion");
        try (PrintWriter out =
                new PrintWriter(Files.newBufferedWriter(script, StandardCharsets.UTF_8))) {
            assertThat(Main.commandLine(folder, Commands.all()).setOut(out).execute("completion"))
                    .isZero();
        }
    }

    @Test
    void bashTakesItForTheProgram() throws Exception {
        assertThat(bash("source \"$1\"; complete -p ninelivesctl", script.toString()))
                .singleElement()
                .asString()
                .startsWith("complete ")
                .endsWith(" ninelivesctl");
    }

    @ParameterizedTest
    @CsvSource({
        "pri, priority",
        "re, release resign revert reload",
        "priority VI_1 150 --f, --for",
        "priority VI_1 150 --until re, reload restart reverted",
        "reload --, --expect --guard --against --json --pid --address",
        "help dr, drain",
    })
    void wordsAreCompleted(String typed, String proposed) throws Exception {
        List<String> words = new ArrayList<>(List.of(script.toString(), "ninelivesctl"));
        words.addAll(List.of(typed.split(" ")));
        assertThat(bash(TAB, words.toArray(String[]::new))).contains(proposed.split(" "));
    }

    private List<String> bash(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "-c", program, "bash"));
        command.addAll(List.of(arguments));
        Path answer = folder.resolve("answer");
        Process bash =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(answer.toFile())
                        .start();
        assertThat(bash.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(answer);
        assertThat(bash.exitValue()).as("%s", lines).isZero();
        return lines;
    }
}
