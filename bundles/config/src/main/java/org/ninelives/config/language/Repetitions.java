package org.ninelives.config.language;

import java.util.List;
import java.util.Optional;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.InvalidArgumentException;

/** Reads the {@code ~SEQ} or {@code ~LST} that a line begins with. */
final class Repetitions {

    private static final List<String> KEYWORDS = List.of("~SEQ", "~SEQx", "~LST");

    private final Substitution substitution;
    private final Problems problems;

    Repetitions(Substitution substitution, Problems problems) {
        this.substitution = substitution;
        this.problems = problems;
    }

    /**
     * @param repetition the values
     * @param rest the text that is repeated
     */
    record Line(Repetition repetition, String rest) {}

    /** The keyword and opening bracket that the line begins with, if it begins with one. */
    static Optional<String> keyword(String text) {
        if (!text.startsWith("~")) {
            return Optional.empty();
        }
        return KEYWORDS.stream().filter(keyword -> text.startsWith(keyword + "(")).findFirst();
    }

    /** Reads a line that begins with a keyword; empty if it is wrong, which has been reported. */
    Optional<Line> read(String keyword, String text, Context context) {
        int close = Parentheses.closing(text, keyword.length());
        if (close < 0) {
            problems.error(context.position(), keyword, "its closing ) is missing");
            return Optional.empty();
        }
        String rest = Text.trim(text, close + 1, text.length());
        try {
            Optional<Substitution.Substituted> arguments =
                    substitution.expand(text.substring(keyword.length() + 1, close), context);
            if (arguments.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    new Line(repetition(keyword, Parentheses.split(arguments.get().text())), rest));
        } catch (InvalidArgumentException e) {
            problems.error(context.position(), keyword, e.getMessage() + "; the line is left out");
            return Optional.empty();
        }
    }

    private static Repetition repetition(String keyword, List<String> items)
            throws InvalidArgumentException {
        boolean list = keyword.equals("~LST");
        String first = items.getFirst();
        List<String> variables =
                list && Parentheses.isTuple(first) ? Parentheses.members(first) : List.of(first);
        for (String variable : variables) {
            if (variable.isEmpty() || Text.endOfName(variable, 0) < variable.length()) {
                throw new InvalidArgumentException(
                        "'" + variable + "' is not the name of a variable");
            }
        }
        List<String> values = items.subList(1, items.size());
        return list
                ? ValueList.of(variables, values)
                : NumberSequence.of(first, values, keyword.equals("~SEQx"));
    }
}
