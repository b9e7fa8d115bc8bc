package org.ninelives.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ninelives.config.grammar.ManualText;
import org.ninelives.launcher.options.CommandLine;
import org.ninelives.launcher.options.UsageException;
import org.ninelives.testkit.ManualPage;

/** The manual page ninelived(8) has the options of {@code --help}. */
class ManualTest {

    private static final Pattern OPTION =
            Pattern.compile(
                    " {2}(?:(-\\w), | {4})(--\\S+(?: [A-Z_\\[].*?)?)(?: {2,}(.*)| ([a-z].*))?");

    @Test
    void itHasTheOptionsOfTheHelp() throws IOException {
        ManualPage.named("ninelived.8").hasPart("the options", options());
    }

    private static List<String> options() {
        int tail = Usage.TEXT.indexOf("Accepted and without effect");
        List<String> lines = new ArrayList<>();
        StringBuilder help = new StringBuilder();
        for (String line : Usage.TEXT.substring(0, tail).lines().skip(2).toList()) {
            Matcher option = OPTION.matcher(line);
            boolean isOption = option.matches();
            if (!isOption && line.startsWith(" ")) {
                help.append(' ').append(line.strip());
                continue;
            }
            tell(help, lines);
            if (isOption) {
                lines.add(".TP");
                lines.add(
                        ManualText.bold(
                                Stream.of(option.group(1), option.group(2))
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.joining(", "))));
                Stream.of(option.group(3), option.group(4))
                        .filter(Objects::nonNull)
                        .forEach(help::append);
            } else if (!line.isEmpty()) {
                lines.add(".SS " + line);
            }
        }
        lines.add(".SS Without effect");
        tell(help.append(Usage.TEXT.substring(tail).replaceAll("\\s+", " ")), lines);
        return lines;
    }

    private static void tell(StringBuilder help, List<String> lines) {
        if (!help.isEmpty()) {
            lines.addAll(ManualText.sentences(sentence(help)));
            help.setLength(0);
        }
    }

    private static String sentence(StringBuilder help) {
        String text = help.toString().strip();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    /** Of the options that need no value. */
    @Test
    void whatHasNoEffectIsToldByTheHelpAndNothingElse() throws UsageException {
        int tail = Usage.TEXT.indexOf("Accepted and without effect");
        List<String> told = List.of(Usage.TEXT.substring(tail).split("[,\\s]+"));
        for (String option :
                new String[] {"-n", "-x", "-m", "-M", "--perf", "--debug", "--no-mem-check"}) {
            assertThat(CommandLine.parse(option).withoutEffect().isEmpty())
                    .as(option)
                    .isNotEqualTo(told.contains(option));
        }
    }

    @Test
    void theHelpHasOptions() {
        assertThat(options()).contains(".SS Run", ".SS Log", ".SS Answer and end", ".TP");
    }
}
