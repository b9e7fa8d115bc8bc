package org.ninelives.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What people read about the commands is true: the page, and the help of each. */
class ManualTest {

    private static final CommandLine COMMANDS =
            Main.commandLine(Path.of("/etc/ninelives"), Commands.all());
    private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");
    private static final Pattern CALL = Pattern.compile("ninelivesctl( [^#;)\\n]*)?");

    private static String section() {
        try {
            String page = Files.readString(Path.of("../doc/management.md"));
            return page.substring(page.indexOf("### At the terminal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> rows(String firstHead) {
        return section()
                .lines()
                .dropWhile(line -> !line.startsWith("| " + firstHead + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"));
    }

    private static Stream<String> cells(String row) {
        return Pattern.compile("\\|").splitAsStream(row).skip(1).map(String::strip);
    }

    static Set<String> commands() {
        return COMMANDS.getSubcommands().keySet();
    }

    static List<String> samples() {
        String samples = section().split("```", -1)[1];
        return CALL.matcher(samples).results().map(MatchResult::group).map(String::strip).toList();
    }

    @Test
    void thePageHasARowForEachCommandAndNoOther() {
        Set<String> told =
                rows("command")
                        .map(row -> cells(row).findFirst().orElseThrow())
                        .flatMap(cell -> CODE.matcher(cell).results())
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
        assertThat(told).containsExactlyInAnyOrderElementsOf(commands());
    }

    @Test
    void thePageHasTheExitStatusesOfTheHelp() {
        List<String> told =
                rows("exit status")
                        .map(row -> String.join(":", cells(row).toList()).replaceAll(";.*", ""))
                        .toList();
        assertThat(told)
                .containsExactlyElementsOf(
                        COMMANDS.getCommandSpec().usageMessage().exitCodeList().entrySet().stream()
                                .map(entry -> entry.getKey() + ":" + entry.getValue())
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSamplesOfThePageAreCommandLines(String sample) {
        String[] words = sample.split(" +");
        COMMANDS.parseArgs(Stream.of(words).skip(1).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandSaysWhatItDoesAndWhatItsWordsMean(String name) {
        var spec = COMMANDS.getSubcommands().get(name).getCommandSpec();
        assertThat(spec.name()).isEqualTo(name);
        assertThat(spec.usageMessage().description()).isNotEmpty();
        assertThat(spec.options())
                .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
        assertThat(spec.positionalParameters())
                .allSatisfy(word -> assertThat(word.description()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandIsHelpedBothWays(String name) {
        String help = printed("help", name);
        assertThat(help).contains("ninelivesctl " + name).contains("--json", "Exit status:");
        assertThat(printed(name, "--help")).isEqualTo(help);
    }

    private static String printed(String... words) {
        var out = new StringWriter();
        CommandLine commandLine =
                Main.commandLine(Path.of("/etc/ninelives"), Commands.all())
                        .setOut(new PrintWriter(out));
        assertThat(commandLine.execute(words)).isEqualTo(ExitStatus.DONE);
        return out.toString();
    }
}
