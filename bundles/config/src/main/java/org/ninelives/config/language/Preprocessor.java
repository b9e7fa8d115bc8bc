package org.ninelives.config.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;

/**
 * Turns the lines of files into lines of the configuration: conditions, definitions, substitution
 * and sequences. One line may become none, one or many.
 */
final class Preprocessor {

    private static final List<String> OTHER_COMMENT_MARKS = List.of("//", "/*", ";");

    private final Conditions conditions;
    private final Definitions definitions = new Definitions();
    private final Substitution substitution;
    private final Repetitions repetitions;
    private final Budget budget;
    private final Problems problems;
    private final Output output;
    private Optional<UnfinishedDefinition> unfinished = Optional.empty();

    Preprocessor(
            String configId,
            Predefined predefined,
            Budget budget,
            Problems problems,
            Output output) {
        this.conditions = new Conditions(configId, problems);
        this.substitution = new Substitution(definitions, predefined, budget, problems);
        this.repetitions = new Repetitions(substitution, problems);
        this.budget = budget;
        this.problems = problems;
        this.output = output;
    }

    /** Where finished lines go, in order. */
    interface Output {

        void line(String text, Position position);
    }

    /** A multi-line definition whose last line has not come yet. */
    private record UnfinishedDefinition(String name, Position position, List<String> lines) {}

    /** Takes a line without comment and without blanks at its ends. */
    void accept(String text, Context context) {
        if (unfinished.isPresent()) {
            continueDefinition(unfinished.get(), text);
            return;
        }
        String line = conditions.apply(text, context.position());
        if (line.isEmpty()) {
            return;
        }
        Optional<Definitions.Line> definition = Definitions.Line.of(line);
        Optional<String> repetition = Repetitions.keyword(line);
        if (definition.isPresent()) {
            define(definition.get(), context.position());
        } else if (repetition.isPresent()) {
            repeat(repetition.get(), line, context);
        } else if (OTHER_COMMENT_MARKS.stream().anyMatch(line::startsWith)) {
            problems.error(
                    context.position(),
                    "",
                    "the line is ignored; if it is a comment, begin it with # or !");
        } else {
            expand(line, context);
        }
    }

    /** Whether it waits for the rest of a definition. */
    boolean isInsideDefinition() {
        return unfinished.isPresent();
    }

    /** Tells that no line follows which could finish what the last one began. */
    void endOfText() {
        unfinished.ifPresent(
                definition -> {
                    problems.error(
                            definition.position(),
                            "$" + definition.name(),
                            "its last line must not end with a backslash");
                    finish(definition);
                });
    }

    private void define(Definitions.Line definition, Position position) {
        if (Predefined.NAMES.contains(definition.name())) {
            problems.error(
                    position,
                    "$" + definition.name(),
                    "the name is predefined and cannot be defined anew");
        }
        if (definition.continues()) {
            UnfinishedDefinition begun =
                    new UnfinishedDefinition(definition.name(), position, new ArrayList<>());
            unfinished = Optional.of(begun);
            String first = withoutBackslash(definition.value());
            if (!first.isEmpty()) {
                begun.lines().add(first);
            }
        } else {
            definitions.put(definition.name(), List.of(definition.value()));
        }
    }

    private void continueDefinition(UnfinishedDefinition definition, String text) {
        if (text.endsWith("\\")) {
            definition.lines().add(withoutBackslash(text));
        } else {
            definition.lines().add(text);
            finish(definition);
        }
    }

    private void finish(UnfinishedDefinition definition) {
        definitions.put(definition.name(), definition.lines());
        unfinished = Optional.empty();
    }

    private static String withoutBackslash(String text) {
        return Text.trim(text, 0, text.length() - 1);
    }

    private void repeat(String keyword, String line, Context context) {
        if (context.depth() > Budget.DEPTH_MAX) {
            problems.error(
                    context.position(),
                    keyword,
                    "sequences are nested more than " + Budget.DEPTH_MAX + " deep here");
            return;
        }
        Optional<Repetitions.Line> repeated = repetitions.read(keyword, line, context);
        if (repeated.isEmpty()) {
            return;
        }
        Repetition repetition = repeated.get().repetition();
        if (budget.take(context.position(), repetition.count(), 0)) {
            for (long n = 0; n < repetition.count() && !budget.isSpent(); n++) {
                accept(repeated.get().rest(), repetition.line(n, context));
            }
        }
    }

    private void expand(String line, Context context) {
        Optional<Substitution.Substituted> expanded = substitution.expand(line, context);
        if (expanded.isEmpty()) {
            return;
        }
        String text = expanded.get().text();
        Context inner = expanded.get().context();
        if (expanded.get().hasManyLines()) {
            for (String part : text.split("\n", -1)) {
                if (budget.take(context.position(), 1, 0)) {
                    accept(Text.trim(part), inner);
                }
            }
            endOfText();
            return;
        }
        String trimmed = Text.trim(text);
        Optional<String> repetition = Repetitions.keyword(trimmed);
        if (repetition.isPresent()) {
            repeat(repetition.get(), trimmed, inner);
        } else {
            output.line(trimmed, context.position());
        }
    }
}
