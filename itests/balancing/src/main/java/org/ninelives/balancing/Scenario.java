package org.ninelives.balancing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A configuration and what happens while it runs, read from a text: sentences that say what is
 * shown, then steps. A step is a line {@code === deed words (outcome)}; below a start and a reload
 * stands the configuration.
 *
 * @param name that of the file
 * @param steps in their order
 */
public record Scenario(String name, List<Step> steps) {
    private static final Pattern STEP =
            Pattern.compile("=== (\\w+) ?([^()]*?)(?: ?\\(([^()]*)\\))?");
    private static final Pattern SERVER =
            Pattern.compile("^\\s*(?:real_server|sorry_server)\\s+(\\S+)", Pattern.MULTILINE);

    /** All scenarios of a folder, by name. */
    public static List<Scenario> readAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Scenario::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario read(Path file) {
        try {
            String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
            return parse(name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a scenario.
     *
     * @throws IllegalArgumentException when a line of a step is not one, with the line
     */
    static Scenario parse(String name, String text) {
        List<Step> steps = new ArrayList<>();
        // The line before it makes a step of the first line as well: split() has no empty first
        // part.
        String[] parts = ("\n" + text + "\n").split("(?m)^(?==== )");
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            int end = part.indexOf('\n') + 1;
            steps.add(step(part.substring(0, end).strip(), part.substring(end).strip() + "\n"));
        }
        return new Scenario(name, List.copyOf(steps));
    }

    private static Step step(String line, String text) {
        Matcher step = STEP.matcher(line);
        if (!step.matches()) {
            throw new IllegalArgumentException("not a step: " + line);
        }
        List<String> words =
                step.group(2).isBlank() ? List.of() : List.of(step.group(2).split(" "));
        return new Step(
                Step.Deed.valueOf(step.group(1).toUpperCase(Locale.ROOT)),
                words,
                outcome(step.group(3), line),
                text);
    }

    private static Step.Outcome outcome(String phrase, String line) {
        String wanted = phrase == null ? "" : phrase;
        return Arrays.stream(Step.Outcome.values())
                .filter(outcome -> outcome.phrase().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such outcome: " + line));
    }

    /** The addresses of all servers in all its configurations, each once. */
    public List<String> servers() {
        return steps.stream()
                .flatMap(step -> SERVER.matcher(step.text()).results())
                .map(server -> server.group(1))
                .distinct()
                .toList();
    }

    /** Whether a word stands in one of its configurations. */
    boolean mentions(String word) {
        return steps.stream().anyMatch(step -> step.text().contains(word));
    }

    @Override
    public String toString() {
        return name;
    }
}
