package org.ninelives.ctl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ninelives.config.grammar.ManualText;
import org.ninelives.testkit.ManualPage;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page ninelivesctl(8) has the commands, words, options and statuses of the help. */
class ManualPageTest {

    private static final CommandSpec CTL =
            Main.commandLine(Path.of("/etc/ninelives"), Commands.all()).getCommandSpec();
    private static final ManualPage PAGE = ManualPage.named("ninelivesctl.8");

    @Test
    void itHasTheOptionsOfAllCommands() throws IOException {
        PAGE.hasPart("the options", CTL.options().stream().flatMap(ManualPageTest::tell).toList());
    }

    @Test
    void itHasTheCommandsWithTheirWordsAndOptions() throws IOException {
        List<String> lines = new ArrayList<>();
        CTL.subcommands().forEach((name, command) -> lines.addAll(tell(name, command)));
        PAGE.hasPart("the commands", lines);
    }

    @Test
    void itHasTheExitStatuses() throws IOException {
        List<String> lines = new ArrayList<>();
        CTL.usageMessage()
                .exitCodeList()
                .forEach((status, meaning) -> lines.addAll(entry(status.strip(), meaning)));
        PAGE.hasPart("the exit statuses", lines);
    }

    private static List<String> tell(String name, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        String synopsis =
                Stream.concat(
                                spec.positionalParameters().stream().map(ManualPageTest::spelling),
                                ownOptions(spec).map(option -> "[" + spelling(option) + "]"))
                        .collect(Collectors.joining(" "));
        List<String> lines = new ArrayList<>();
        lines.add(".SS " + ManualText.quoted(name + (synopsis.isEmpty() ? "" : " " + synopsis)));
        lines.addAll(ManualText.sentences(String.join(" ", spec.usageMessage().description())));
        Stream.concat(spec.positionalParameters().stream(), ownOptions(spec))
                .flatMap(ManualPageTest::tell)
                .forEach(lines::add);
        return lines;
    }

    private static Stream<OptionSpec> ownOptions(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> CTL.findOption(option.longestName()) == null);
    }

    private static Stream<String> tell(ArgSpec word) {
        String help =
                String.join(" ", word.description())
                        .replace("${DEFAULT-VALUE}", String.valueOf(word.defaultValue()));
        return entry(word instanceof OptionSpec option ? spelling(option) : word.paramLabel(), help)
                .stream();
    }

    private static String spelling(PositionalParamSpec word) {
        return word.required() ? word.paramLabel() : "[" + word.paramLabel() + "]";
    }

    private static String spelling(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
        return String.join(", ", option.names()) + value;
    }

    private static List<String> entry(String term, String help) {
        List<String> lines = new ArrayList<>(List.of(".TP", ManualText.bold(term)));
        String sentence = Character.toUpperCase(help.charAt(0)) + help.substring(1);
        lines.addAll(ManualText.sentences(sentence + (sentence.endsWith(".") ? "" : ".")));
        return lines;
    }
}
