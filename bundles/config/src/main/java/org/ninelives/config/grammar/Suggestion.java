package org.ninelives.config.grammar;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ninelives.config.Statement;

/** Guesses what was meant by a word that nobody knows. */
public final class Suggestion {

    /** More than this many typing errors is another word. */
    private static final int DISTANCE_MAX = 3;

    /** No keyword is nearly as long, and comparing takes the square of the length. */
    private static final int WORD_LENGTH_MAX = 64;

    /** So many letters of a word tell which one is meant. */
    private static final int PART_START = 4;

    private Suggestion() {}

    /**
     * The complaint about a word that this block does not know, with a guess where there is a good
     * one.
     */
    static String unknownKeyword(Statement statement, BlockGrammar grammar) {
        String skipped =
                statement.hasBlock() ? "unknown keyword, its block is skipped" : "unknown keyword";
        return joined(statement, grammar)
                .or(() -> nearest(statement.keyword(), grammar))
                .or(() -> sameParts(statement.keyword(), grammar))
                .map(guess -> skipped + "; did you mean '" + guess + "'?")
                .orElse(skipped);
    }

    /** A blank in the place of an underscore: {@code unicast src_ip}. */
    private static Optional<String> joined(Statement statement, BlockGrammar grammar) {
        return statement.arguments().stream()
                .findFirst()
                .flatMap(next -> grammar.keyword(statement.keyword() + "_" + next))
                .map(Keyword::name);
    }

    /** The same words in short or long: {@code notify_email} for {@code notification_email}. */
    private static Optional<String> sameParts(String word, BlockGrammar grammar) {
        return grammar.keywords().stream()
                .map(Keyword::name)
                .filter(name -> partsResemble(parts(word), parts(name)))
                .findFirst();
    }

    private static Optional<String> nearest(String word, BlockGrammar grammar) {
        return nearest(word, grammar.keywords().stream().map(Keyword::name).toList());
    }

    /** Which of these names a word most likely means, if it resembles one at all. */
    public static Optional<String> nearest(String word, Collection<String> names) {
        if (word.length() > WORD_LENGTH_MAX) {
            return Optional.empty();
        }
        return names.stream()
                .filter(name -> distance(word, name) <= Math.min(DISTANCE_MAX, name.length() / 3))
                .min(Comparator.comparingInt(name -> distance(word, name)));
    }

    private static List<String> parts(String word) {
        return Arrays.asList(word.split("_", -1));
    }

    private static boolean partsResemble(List<String> a, List<String> b) {
        if (a.size() < 2 || a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            String start = a.get(i).substring(0, Math.min(PART_START, a.get(i).length()));
            if (!a.get(i).equals(b.get(i))
                    && (start.length() < PART_START || !b.get(i).startsWith(start))) {
                return false;
            }
        }
        return true;
    }

    /** Damerau's distance: insertions, deletions, substitutions, and neighbours exchanged. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int substitution = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(substitution, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
