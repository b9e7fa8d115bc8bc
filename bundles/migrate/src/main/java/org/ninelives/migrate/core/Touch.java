package org.ninelives.migrate.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ninelives.config.Statement;

/**
 * A place in a configuration, written as {@code virtual_server!=fwmark[!protocol]/real_server}.
 *
 * <p>Levels with {@code /} between them lead into blocks; {@code **} is any number of them. A level
 * has keywords with {@code |} between them, then perhaps {@code =} or {@code !=} and words of which
 * one must be, or none may be, among those after the keyword, then conditions in brackets: what
 * must stand in the block or, with {@code !}, must not. Several places with {@code " & "} between
 * them must all be there, or with {@code !} not be; the last one that is there is the one meant.
 */
public final class Touch {

    private static final Level ANY_DEPTH = new Level(Set.of("**"), Set.of(), true, List.of());

    private final List<Place> places;

    private Touch(List<Place> places) {
        this.places = places;
    }

    /**
     * Understands a text.
     *
     * @throws IllegalArgumentException if a bracket is not closed
     */
    public static Touch parse(String text) {
        return new Touch(List.of(text.split(" & ", -1)).stream().map(Place::parse).toList());
    }

    /** What is at that place; nothing unless all the others are there too. */
    List<Statement> in(List<Statement> statements) {
        List<Statement> found = List.of();
        for (Place place : places) {
            List<Statement> here = place.find(statements);
            if (here.isEmpty() == place.wanted()) {
                return List.of();
            }
            found = place.wanted() ? here : found;
        }
        return found;
    }

    /** A way into blocks, and whether something shall be at its end. */
    private record Place(boolean wanted, List<Level> levels) {

        private static Place parse(String text) {
            boolean wanted = !text.startsWith("!");
            List<Level> levels = new ArrayList<>();
            String rest = wanted ? text : text.substring(1);
            while (!rest.isEmpty()) {
                int end = endOfLevel(rest);
                levels.add(Level.parse(rest.substring(0, end)));
                rest = rest.substring(Math.min(end + 1, rest.length()));
            }
            return new Place(wanted, levels);
        }

        private static int endOfLevel(String text) {
            int depth = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '/' && depth == 0) {
                    return i;
                }
                depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            }
            if (depth != 0) {
                throw new IllegalArgumentException("a bracket is not closed: " + text);
            }
            return text.length();
        }

        private List<Statement> find(List<Statement> statements) {
            return find(statements, levels);
        }

        private static List<Statement> find(List<Statement> level, List<Level> levels) {
            List<Statement> found = new ArrayList<>();
            if (levels.getFirst().equals(ANY_DEPTH)) {
                found.addAll(find(level, levels.subList(1, levels.size())));
                level.forEach(statement -> found.addAll(find(statement.body(), levels)));
                return found;
            }
            for (Statement statement : level) {
                if (!levels.getFirst().matches(statement)) {
                    continue;
                }
                if (levels.size() == 1) {
                    found.add(statement);
                } else {
                    found.addAll(find(statement.body(), levels.subList(1, levels.size())));
                }
            }
            return found;
        }
    }

    private record Level(
            Set<String> keywords, Set<String> words, boolean wanted, List<Place> conditions) {

        private static Level parse(String text) {
            if (text.equals("**")) {
                return ANY_DEPTH;
            }
            int bracket = text.indexOf('[');
            String head = bracket < 0 ? text : text.substring(0, bracket);
            String[] conditions =
                    bracket < 0
                            ? new String[0]
                            : text.substring(bracket + 1, text.length() - 1).split("\\]\\[", -1);
            int equals = head.indexOf('=');
            boolean wanted = equals < 1 || head.charAt(equals - 1) != '!';
            String keywords = equals < 0 ? head : head.substring(0, wanted ? equals : equals - 1);
            return new Level(
                    alternatives(keywords),
                    equals < 0 ? Set.of() : alternatives(head.substring(equals + 1)),
                    wanted,
                    List.of(conditions).stream().map(Place::parse).toList());
        }

        private static Set<String> alternatives(String text) {
            return Set.of(text.split("\\|", -1));
        }

        private boolean matches(Statement statement) {
            return keywords.contains(statement.keyword())
                    && (words.isEmpty() || hasWord(statement) == wanted)
                    && conditions.stream().allMatch(condition -> holds(condition, statement));
        }

        private boolean hasWord(Statement statement) {
            return statement.arguments().stream()
                    .anyMatch(word -> words.stream().anyMatch(word::equalsIgnoreCase));
        }

        private static boolean holds(Place condition, Statement statement) {
            return condition.find(statement.body()).isEmpty() != condition.wanted();
        }
    }
}
