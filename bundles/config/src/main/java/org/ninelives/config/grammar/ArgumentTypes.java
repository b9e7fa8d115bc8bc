package org.ninelives.config.grammar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The argument types that many keywords share. */
public final class ArgumentTypes {

    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000L);
    private static final List<String> TRUE_WORDS = List.of("true", "on", "yes");
    private static final List<String> FALSE_WORDS = List.of("false", "off", "no");

    private ArgumentTypes() {}

    /** No word at all; the presence of the keyword is the value {@code true}. */
    public static ArgumentType<Boolean> nothing() {
        return ArgumentType.of("", arguments -> true);
    }

    /** Any words, unread. */
    public static ArgumentType<Boolean> anything() {
        return ArgumentType.of(
                "",
                arguments -> {
                    arguments.takeRaw();
                    return true;
                });
    }

    /** Any one word. */
    public static ArgumentType<String> word(String what) {
        return ArgumentType.of(what, arguments -> arguments.take(what));
    }

    /** Everything after the keyword as written, for command lines. */
    public static ArgumentType<String> raw(String what) {
        return ArgumentType.of(
                what,
                arguments -> {
                    if (!arguments.hasNext()) {
                        throw InvalidArgumentException.missing(what);
                    }
                    return arguments.takeRaw();
                });
    }

    /** {@code true on yes false off no}, or nothing, which means {@code true}. */
    public static ArgumentType<Boolean> bool() {
        return ArgumentType.of(
                "[true|on|yes|false|off|no]",
                arguments -> {
                    if (!arguments.hasNext()) {
                        return true;
                    }
                    String word = arguments.take("a truth value");
                    if (TRUE_WORDS.contains(word)) {
                        return true;
                    }
                    if (FALSE_WORDS.contains(word)) {
                        return false;
                    }
                    throw new InvalidArgumentException(
                            word + " is none of true, on, yes, false, off, no");
                });
    }

    /** A whole number in a range, both ends included. */
    public static ArgumentType<Integer> integer(int min, int max) {
        String allowed = min + ".." + max;
        return ArgumentType.of(
                allowed,
                arguments -> {
                    String word = arguments.take("a number");
                    try {
                        long value = Long.parseLong(word);
                        if (value >= min && value <= max) {
                            return (int) value;
                        }
                    } catch (NumberFormatException e) {
                        throw new InvalidArgumentException(
                                word + " is not a whole number in " + allowed);
                    }
                    throw new InvalidArgumentException(word + " is not in " + allowed);
                });
    }

    /** One of the constants of an enum, by its name. */
    public static <E extends Enum<E>> ArgumentType<E> oneOf(Class<E> type) {
        String allowed =
                Arrays.stream(type.getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.joining("|"));
        return ArgumentType.of(
                allowed,
                arguments -> {
                    String word = arguments.take("one of " + allowed);
                    for (E constant : type.getEnumConstants()) {
                        if (constant.name().equals(word)) {
                            return constant;
                        }
                    }
                    throw new InvalidArgumentException(word + " is none of " + allowed);
                });
    }

    /**
     * One of a few words, each with its meaning.
     *
     * @param meanings in the order they are listed to the operator
     */
    @SafeVarargs
    public static <T> ArgumentType<T> choice(Map.Entry<String, T>... meanings) {
        Map<String, T> choices = new LinkedHashMap<>();
        for (Map.Entry<String, T> meaning : meanings) {
            choices.put(meaning.getKey(), meaning.getValue());
        }
        String allowed = String.join("|", choices.keySet());
        return ArgumentType.of(
                allowed,
                arguments -> {
                    String word = arguments.take("one of " + allowed);
                    T meaning = choices.get(word);
                    if (meaning == null) {
                        throw new InvalidArgumentException(word + " is none of " + allowed);
                    }
                    return meaning;
                });
    }

    /**
     * Words that may be left out, all of them.
     *
     * @param bare what holds without any
     */
    public static <T> ArgumentType<T> orBare(ArgumentType<T> words, T bare) {
        return ArgumentType.of(
                "[" + words.allowed() + "]",
                arguments -> arguments.hasNext() ? words.parse(arguments) : bare);
    }

    /**
     * Decimal seconds, read into nanoseconds; digits beyond the microsecond are rounded up with a
     * remark, as keepalived does.
     *
     * @param min the least, in decimal seconds
     * @param max the most, in decimal seconds
     */
    public static ArgumentType<Long> seconds(String min, String max) {
        BigDecimal least = new BigDecimal(min);
        BigDecimal most = new BigDecimal(max);
        String allowed = min + ".." + max + " seconds";
        return ArgumentType.of(
                allowed,
                arguments -> {
                    String word = arguments.take("a time in seconds");
                    BigDecimal seconds = decimal(word, allowed);
                    if (seconds.compareTo(least) < 0 || seconds.compareTo(most) > 0) {
                        throw new InvalidArgumentException(word + " is not in " + allowed);
                    }
                    if (seconds.stripTrailingZeros().scale() > 6) {
                        seconds = seconds.setScale(6, RoundingMode.CEILING);
                        arguments.remark(
                                word
                                        + " is finer than a microsecond and becomes "
                                        + seconds.toPlainString());
                    }
                    return seconds.multiply(NANOS_PER_SECOND).longValueExact();
                });
    }

    private static BigDecimal decimal(String word, String allowed) throws InvalidArgumentException {
        if (!word.matches("[0-9]+(\\.[0-9]*)?|\\.[0-9]+")) {
            throw new InvalidArgumentException(word + " is not a decimal number in " + allowed);
        }
        return new BigDecimal(word);
    }
}
