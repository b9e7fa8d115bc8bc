package org.ninelives.bfd.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/**
 * Decimal milliseconds, read into microseconds.
 *
 * @param min the least, in milliseconds
 * @param sensibleMax more than this many milliseconds are allowed, with a remark
 */
record MillisType(String min, int sensibleMax) implements ArgumentType<Long> {

    /** What 32 bits of microseconds hold. */
    private static final BigDecimal MAX = new BigDecimal("4294967");

    private static final Pattern DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]*)?|\\.[0-9]+");
    private static final int MICRO_DIGITS = 3;

    @Override
    public Long parse(Arguments arguments) throws InvalidArgumentException {
        String word = arguments.take("a time in milliseconds");
        if (!DECIMAL.matcher(word).matches()) {
            throw new InvalidArgumentException(word + " is not a decimal number in " + allowed());
        }
        BigDecimal millis = new BigDecimal(word);
        if (millis.compareTo(new BigDecimal(min)) < 0 || millis.compareTo(MAX) > 0) {
            throw new InvalidArgumentException(word + " is not in " + allowed());
        }
        if (millis.compareTo(BigDecimal.valueOf(sensibleMax)) > 0) {
            arguments.remark(
                    word + " ms is longer than sensible (" + sensibleMax + " ms), and is taken");
        }
        return millis.movePointRight(MICRO_DIGITS).setScale(0, RoundingMode.CEILING).longValue();
    }

    @Override
    public String allowed() {
        return min + ".." + MAX + " milliseconds";
    }
}
