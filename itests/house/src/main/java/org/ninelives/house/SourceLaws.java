package org.ninelives.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the text of a source file must keep to; each law answers with its complaints. */
final class SourceLaws {

    private static final int JAVA_LINES_MAX = 400;
    private static final int CHILD_POM_LINES_MAX = 30;

    // Written apart, so that this file keeps the law itself.
    private static final Pattern PROMISES =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private SourceLaws() {}

    static List<String> javaFile(String name, List<String> lines) {
        List<String> complaints = new ArrayList<>(text(name, lines));
        if (lines.size() > JAVA_LINES_MAX) {
            complaints.add(name + ": has " + lines.size() + " lines, more than " + JAVA_LINES_MAX);
        }
        if (name.endsWith("package-info.java")
                && has(lines, "@Export")
                && !has(lines, "@Version")) {
            complaints.add(name + ": an exported package needs @Version");
        }
        return complaints;
    }

    static List<String> childPom(String name, List<String> lines) {
        return lines.size() < CHILD_POM_LINES_MAX
                ? List.of()
                : List.of(name + ": has " + lines.size() + " lines, not under 30");
    }

    /** Holds for every file that people read. */
    static List<String> text(String name, List<String> lines) {
        List<String> complaints = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (PROMISES.matcher(lines.get(i)).find()) {
                complaints.add(name + ":" + (i + 1) + ": work put off belongs in an issue");
            }
        }
        return complaints;
    }

    private static boolean has(List<String> lines, String annotation) {
        return lines.stream().anyMatch(line -> line.startsWith(annotation));
    }
}
