package org.ninelives.migrate.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ninelives.api.configuration.ProblemJson;
import org.ninelives.api.json.JsonObject;
import org.ninelives.config.Position;

/** Writes down an assessment, for people or for programs. */
public final class Report {

    private static final int LINES_MAX = 8;

    private final Assessment assessment;
    private final List<String> lines = new ArrayList<>();

    private Report(Assessment assessment) {
        this.assessment = assessment;
    }

    /** Lines for people. */
    public static List<String> lines(Assessment assessment) {
        Report report = new Report(assessment);
        report.write();
        return report.lines;
    }

    /** What {@code -t --json} tells, with the findings and the steps beside it. */
    public static JsonObject json(Assessment assessment) {
        return ProblemJson.of(assessment.file(), assessment.status(), assessment.problems())
                .put("findings", assessment.findings().stream().map(Report::json).toList())
                .put("steps", assessment.steps().stream().map(Report::json).toList());
    }

    private static JsonObject json(Finding finding) {
        return new JsonObject()
                .put("id", finding.id())
                .put("group", word(finding.group()))
                .put("weight", word(finding.weight()))
                .put("message", finding.sentence())
                .put("positions", finding.positions().stream().map(Position::toString).toList());
    }

    private static JsonObject json(Step step) {
        return new JsonObject()
                .put("node", step.node())
                .put("command", step.command())
                .put("says", step.says())
                .put("back", step.back());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void write() {
        for (Group group : Group.values()) {
            if (group == Group.IGNORED) {
                warnings();
            }
            group(group);
        }
        steps();
        lines.add(
                switch (assessment.status()) {
                    case 0 -> "Nothing to worry about.";
                    case 3 -> "It runs; read what is marked with ! before.";
                    default -> "Something of it would not run; it is marked with !!.";
                });
    }

    private void group(Group group) {
        List<Finding> findings =
                assessment.findings().stream().filter(finding -> finding.group() == group).toList();
        if (!findings.isEmpty()) {
            lines.add(group.title());
            findings.forEach(
                    finding -> {
                        lines.add(mark(finding.weight()) + finding.sentence());
                        lines.addAll(places(finding.positions()));
                    });
            lines.add("");
        }
    }

    private void warnings() {
        if (!assessment.problems().isEmpty()) {
            lines.add("What is told about the file, as by ninelived -t");
            assessment.problems().forEach(problem -> lines.add(mark(Weight.of(problem)) + problem));
            lines.add("");
        }
    }

    private static String mark(Weight weight) {
        return switch (weight) {
            case NOTHING -> " - ";
            case READ -> " ! ";
            case LOST -> "!! ";
        };
    }

    /** {@code keepalived.conf:12, 31}, a line for each file; what has no line is the machine. */
    private static List<String> places(List<Position> positions) {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        for (Position position : positions) {
            if (position.line() > 0) {
                numbers.computeIfAbsent(position.file(), file -> new ArrayList<>())
                        .add(Integer.toString(position.line()));
            }
        }
        return numbers.entrySet().stream()
                .map(
                        entry ->
                                "   "
                                        + entry.getKey()
                                        + ":"
                                        + String.join(
                                                ", ",
                                                entry.getValue().stream().limit(LINES_MAX).toList())
                                        + (entry.getValue().size() > LINES_MAX ? ", …" : ""))
                .toList();
    }

    private void steps() {
        lines.add("How to change over: all of it on the backup first, then on the master");
        String node = "";
        for (Step step : assessment.steps()) {
            if (!step.node().equals(node)) {
                node = step.node();
                lines.add("");
                lines.add("# On the " + node);
            }
            lines.add(step.command());
            lines.add("    # " + step.says());
            if (!step.back().isEmpty()) {
                lines.add("    # back: " + step.back());
            }
        }
        lines.add("");
        lines.add(
                "To go back, the commands after 'back' in reverse order, on one node as on both:"
                        + " nodes with keepalived and with Ninelives are a pair.");
        lines.add("");
    }
}
