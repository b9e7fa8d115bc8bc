package org.ninelives.config.language;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.config.Problems;

/**
 * Puts text in the place of {@code $NAME} and <code>${NAME}</code>. What is undefined stays as it
 * is; the text of a definition is expanded where it is used, not where it is defined.
 */
final class Substitution {

    /** What each level of nesting costs, in characters. */
    private static final int DEPTH_COST = 8;

    private final Definitions definitions;
    private final Predefined predefined;
    private final Budget budget;
    private final Problems problems;
    private final Set<String> reported = new HashSet<>();

    Substitution(Definitions definitions, Predefined predefined, Budget budget, Problems problems) {
        this.definitions = definitions;
        this.predefined = predefined;
        this.budget = budget;
        this.problems = problems;
    }

    /**
     * A line after substitution.
     *
     * @param text the line; the lines of a multi-line definition are in it with line feeds between
     *     them, and not expanded yet
     * @param context the context that these lines have
     */
    record Substituted(String text, Context context) {

        boolean hasManyLines() {
            return text.indexOf('\n') >= 0;
        }
    }

    /** Expands a line; empty if it became too large, which has been reported. */
    Optional<Substituted> expand(String text, Context context) {
        if (text.indexOf('$') < 0) {
            return Optional.of(new Substituted(text, context));
        }
        Run run = new Run(context);
        run.append(text, context);
        return run.failed
                ? Optional.empty()
                : Optional.of(new Substituted(run.out.toString(), run.outcome));
    }

    /** The expansion of one line. */
    private final class Run {

        private final StringBuilder out = new StringBuilder();
        private Context outcome;
        private boolean failed;

        private Run(Context context) {
            this.outcome = context;
        }

        private void append(String text, Context context) {
            int from = 0;
            for (int at = text.indexOf('$'); at >= 0 && !failed; at = text.indexOf('$', from)) {
                out.append(text, from, at);
                Optional<Reference> reference = Reference.at(text, at);
                if (reference.isPresent() && appendValue(reference.get(), context)) {
                    from = reference.get().end();
                } else {
                    out.append('$');
                    from = at + 1;
                }
            }
            out.append(text, from, text.length());
        }

        /** Appends what stands for a reference; false if it stands for itself. */
        private boolean appendValue(Reference reference, Context context) {
            String content = reference.content();
            if (reference.braced()) {
                Optional<String> value = predefined.value(content, context.position());
                if (value.isPresent()) {
                    out.append(value.get());
                    return true;
                }
            }
            Optional<String> variable = context.variable(content);
            if (variable.isPresent()) {
                out.append(variable.get());
                return true;
            }
            Optional<List<String>> lines = definitions.get(content);
            if (lines.isEmpty() || isEndless(content, context)) {
                return false;
            }
            appendDefinition(content, lines.get(), context);
            return true;
        }

        private void appendDefinition(String name, List<String> lines, Context context) {
            String value = String.join("\n", lines);
            // Finding a name takes longer the deeper it stands, even if nothing comes of it.
            long cost = value.length() + (long) DEPTH_COST * context.depth();
            failed = !budget.take(context.position(), 0, cost);
            if (!failed && out.length() > Budget.LINE_CHARACTERS_MAX) {
                failed = true;
                problems.error(
                        context.position(),
                        "$" + name,
                        "with it the line has more than "
                                + Budget.LINE_CHARACTERS_MAX
                                + " characters and is left out");
            }
            if (failed) {
                return;
            }
            if (lines.size() > 1 || value.startsWith("~")) {
                outcome = outcome.using(name);
            }
            if (lines.size() > 1) {
                // Its lines may be conditions and definitions, so each is read by itself later.
                out.append(value);
            } else {
                append(value, context.using(name));
            }
        }

        private boolean isEndless(String name, Context context) {
            boolean inside = context.isInside(name);
            if (!inside && context.depth() < Budget.DEPTH_MAX) {
                return false;
            }
            if (reported.add(name)) {
                problems.error(
                        context.position(),
                        "$" + name,
                        inside
                                ? "its definition uses itself and would never end"
                                : "definitions are nested more than "
                                        + Budget.DEPTH_MAX
                                        + " deep here");
            }
            return true;
        }
    }
}
