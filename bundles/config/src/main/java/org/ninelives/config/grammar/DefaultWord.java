package org.ninelives.config.grammar;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an operator would write to get what holds anyway. Values know nothing of the words they were
 * read from, so words are tried: one that is read into the same value is right, whatever its unit.
 */
final class DefaultWord {

    private static final Pattern BETWEEN_CHOICES = Pattern.compile("[|\\[\\], ]+");
    private static final List<Integer> DIGITS_OF_UNITS = List.of(0, 3, 9);

    private DefaultWord() {}

    /** The word, or empty where none says the same or where being absent needs none. */
    static Optional<String> of(ArgumentType<?> type, Object absent) {
        if (absent.equals(Optional.empty())) {
            return Optional.empty();
        }
        return candidates(type.allowed(), absent).stream()
                .filter(word -> !word.isEmpty())
                .filter(word -> read(type, word).filter(absent::equals).isPresent())
                .findFirst();
    }

    private static Set<String> candidates(String allowed, Object absent) {
        Set<String> words = new LinkedHashSet<>();
        switch (absent) {
            case Boolean truth -> words.add(truth ? "on" : "off");
            case Number number ->
                    DIGITS_OF_UNITS.forEach(
                            digits -> words.add(decimal(number.longValue(), digits)));
            case Duration time -> words.add(decimal(time.toNanos(), 9));
            default -> {
                words.add(absent.toString());
                words.addAll(List.of(BETWEEN_CHOICES.split(allowed, -1)));
                words.addAll(List.of("0", "1", "10"));
            }
        }
        return words;
    }

    private static String decimal(long value, int digits) {
        return BigDecimal.valueOf(value, digits).stripTrailingZeros().toPlainString();
    }

    private static Optional<?> read(ArgumentType<?> type, String word) {
        Arguments arguments = Arguments.of(List.of(word));
        try {
            Object value = type.parse(arguments);
            return arguments.hasNext() ? Optional.empty() : Optional.of(value);
        } catch (InvalidArgumentException e) {
            return Optional.empty();
        }
    }
}
