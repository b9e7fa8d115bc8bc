package org.ninelives.testkit.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A machine without one of its rules.
 *
 * @param bundle the package that all of the machine's bundle is in
 * @param rule that is missing
 * @param type the file it stands in, {@code core/Claim}
 * @param removed its words
 * @param added what stands there instead
 */
public record Mutant(String bundle, String rule, String type, String removed, String added) {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path LIST = Path.of("src/test/resources/mutants.txt");

    /** Those that {@code src/test/resources/mutants.txt} lists. */
    static List<Mutant> all(String bundle) throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        for (String paragraph : Files.readString(LIST).strip().split("\n\n+", -1)) {
            if (!paragraph.startsWith("#")) {
                mutants.add(parse(bundle, paragraph.lines().toList()));
            }
        }
        return mutants;
    }

    private static Mutant parse(String bundle, List<String> lines) {
        if (lines.size() < 3) {
            throw new IllegalArgumentException("no mutant: " + lines);
        }
        return new Mutant(
                bundle, lines.get(0), lines.get(1), marked(lines, "- "), marked(lines, "+ "));
    }

    private static String marked(List<String> lines, String mark) {
        return lines.stream()
                .skip(2)
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .collect(Collectors.joining(" "));
    }

    /**
     * The source of the class without the rule.
     *
     * @throws IllegalArgumentException if the rule is not found, or found twice: then the list is
     *     older than the source
     */
    String source() throws IOException {
        Path folder = SOURCES.resolve(bundle.replace('.', '/'));
        String original = Files.readString(folder.resolve(type + ".java"));
        String words =
                Arrays.stream(removed.strip().split("\\s+", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("\\s+"));
        Matcher matcher = Pattern.compile(words).matcher(original);
        List<MatchResult> found = matcher.results().toList();
        if (removed.isBlank() || found.size() != 1) {
            throw new IllegalArgumentException(
                    "%s: \"%s\" stands %d times in %s, and not once; mend %s"
                            .formatted(rule, removed, found.size(), type, LIST));
        }
        MatchResult place = found.getFirst();
        return original.substring(0, place.start()) + added + original.substring(place.end());
    }

    @Override
    public String toString() {
        return rule;
    }
}
