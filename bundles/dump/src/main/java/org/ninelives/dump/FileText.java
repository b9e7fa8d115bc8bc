package org.ninelives.dump;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.ninelives.api.dump.DumpSection;

/** The text of a file, of what many have to say. */
final class FileText {

    private FileText() {}

    /** All sections in their order; those of one heading are one. */
    static String of(Collection<DumpSection> sections) {
        StringBuilder text = new StringBuilder();
        String heading = "";
        for (DumpSection section : inOrder(sections)) {
            if (!section.heading().isEmpty() && !section.heading().equals(heading)) {
                text.append("------< ").append(section.heading()).append(" >------\n");
            }
            heading = section.heading();
            text.append(
                    section.lines().stream()
                            .map(line -> printable(line) + "\n")
                            .collect(Collectors.joining()));
        }
        return text.toString();
    }

    private static List<DumpSection> inOrder(Collection<DumpSection> sections) {
        return sections.stream()
                .sorted(
                        Comparator.comparing(DumpSection::place)
                                .thenComparing(DumpSection::heading))
                .toList();
    }

    /** Whatever stands in a name, a line stays one line. */
    private static String printable(String line) {
        return line.chars().anyMatch(Character::isISOControl)
                ? line.chars()
                        .mapToObj(c -> Character.isISOControl(c) ? "?" : Character.toString(c))
                        .collect(Collectors.joining())
                : line;
    }
}
