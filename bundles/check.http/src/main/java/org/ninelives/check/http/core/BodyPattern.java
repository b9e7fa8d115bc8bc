package org.ninelives.check.http.core;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a body shall, or shall not, have in it. Immutable; equal ones ask for the same.
 *
 * <p>A character is a byte, unless the option {@link RegexOption#UTF} makes it one of UTF-8.
 */
public final class BodyPattern {

    private final Words words;
    private final Pattern pattern;

    /**
     * As configured.
     *
     * @param regex in the syntax of PCRE2
     * @param absent whether the body passes when there is no match
     * @param minOffset bytes before the place where the search begins
     * @param maxOffset bytes before the last place where a match may begin
     */
    public record Words(
            String regex, Set<RegexOption> options, boolean absent, int minOffset, int maxOffset) {

        public Words {
            options = Set.copyOf(options);
        }
    }

    /** What came of a search. */
    public enum Finding {
        PASSED,
        FAILED,
        /** It took longer than there was time. */
        TIME_OVER,
        /** It took more memory than a thread has. */
        TOO_DEEP
    }

    /**
     * Prepares a pattern.
     *
     * @throws IllegalArgumentException if it cannot be used; the message says why, in one line
     */
    public BodyPattern(Words words) {
        this.words = words;
        // PCRE2 as distributions build it knows the newline alone as an end of lines.
        int flags = Pattern.UNIX_LINES;
        for (RegexOption option : words.options) {
            flags |= option.flag();
        }
        try {
            pattern = Pattern.compile(PcreSyntax.toJava(words.regex), flags);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    words.regex
                            + " cannot be used: "
                            + e.getDescription()
                            + (e.getIndex() < 0 ? "" : " near character " + e.getIndex()));
        }
    }

    /**
     * Looks for it.
     *
     * @param timeOver asked now and then whether to give up
     */
    public Finding find(byte[] body, BooleanSupplier timeOver) {
        try {
            return isIn(body, timeOver) == words.absent ? Finding.FAILED : Finding.PASSED;
        } catch (GuardedText.TimeOverException e) {
            return Finding.TIME_OVER;
        } catch (StackOverflowError e) {
            // Alternatives within repetitions take a frame for each character.
            return Finding.TOO_DEEP;
        }
    }

    private boolean isIn(byte[] body, BooleanSupplier timeOver) {
        String text = new String(body, charset());
        int from = characters(body, words.minOffset);
        if (from > text.length()) {
            return false;
        }
        Matcher matcher =
                pattern.matcher(new GuardedText(text, timeOver))
                        .useTransparentBounds(true)
                        .useAnchoringBounds(false)
                        .region(from, text.length());
        return matcher.find() && matcher.start() <= lastStart(text, body);
    }

    private int lastStart(String text, byte[] body) {
        int last = characters(body, words.maxOffset);
        int lineEnd = text.indexOf('\n');
        return words.options.contains(RegexOption.FIRSTLINE) && lineEnd >= 0
                ? Math.min(last, lineEnd)
                : last;
    }

    private int characters(byte[] body, int bytes) {
        return words.options.contains(RegexOption.UTF) && bytes <= body.length
                ? new String(body, 0, bytes, charset()).length()
                : bytes;
    }

    private Charset charset() {
        return words.options.contains(RegexOption.UTF)
                ? StandardCharsets.UTF_8
                : StandardCharsets.ISO_8859_1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BodyPattern that && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    /** As the operator wrote it. */
    @Override
    public String toString() {
        return words.regex;
    }
}
