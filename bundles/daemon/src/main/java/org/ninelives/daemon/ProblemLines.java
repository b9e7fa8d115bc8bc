package org.ninelives.daemon;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ninelives.config.Problem;
import org.ninelives.config.Severity;
import org.slf4j.Logger;

/** Problems as lines: where they were written first, as editors like it, and their weight last. */
final class ProblemLines {

    private ProblemLines() {}

    /** {@code keepalived.conf:31: priority: 300 is not in 1..255 [error]}. */
    static String of(Problem problem) {
        return problem + " [" + problem.severity().name().toLowerCase(Locale.ROOT) + "]";
    }

    static List<String> of(Collection<Problem> problems) {
        return problems.stream().map(ProblemLines::of).toList();
    }

    /** {@code 2 errors, 1 warning, 0 notes}. */
    static String summary(Collection<Problem> problems) {
        return counted(problems, Severity.ERROR)
                + ", "
                + counted(problems, Severity.WARNING)
                + ", "
                + counted(problems, Severity.NOTE);
    }

    /**
     * The same problems as a reader of the files meets them: file after file as they were read, and
     * from top to bottom.
     */
    static List<Problem> inFileOrder(Collection<Problem> problems, List<String> files) {
        Map<String, Integer> order = new HashMap<>();
        files.forEach(file -> order.putIfAbsent(file, order.size()));
        return problems.stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Problem problem) ->
                                                order.getOrDefault(problem.position().file(), -1))
                                .thenComparing(problem -> problem.position().file())
                                .thenComparingInt(problem -> problem.position().line()))
                .toList();
    }

    static int count(Collection<Problem> problems, Severity severity) {
        return (int) problems.stream().filter(problem -> problem.severity() == severity).count();
    }

    /** One line each, at the level that fits. */
    static void log(Logger log, Collection<Problem> problems) {
        for (Problem problem : problems) {
            switch (problem.severity()) {
                case ERROR -> log.error("{}", of(problem));
                case WARNING -> log.warn("{}", of(problem));
                case NOTE -> log.info("{}", of(problem));
            }
        }
    }

    private static String counted(Collection<Problem> problems, Severity severity) {
        int count = count(problems, severity);
        return count + " " + severity.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
    }
}
