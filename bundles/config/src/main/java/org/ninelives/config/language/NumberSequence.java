package org.ninelives.config.language;

import java.util.List;
import org.ninelives.config.grammar.InvalidArgumentException;

/**
 * {@code ~SEQ(var,[start,[step,]]end)} and {@code ~SEQx}.
 *
 * @param variable its name
 * @param start the first number
 * @param step what is added each time; may be negative
 * @param count how many numbers there are
 * @param radix the base the numbers are written in
 */
record NumberSequence(String variable, long start, long step, long count, int radix)
        implements Repetition {

    /** Beyond what any address or number of a configuration needs, and far from overflow. */
    private static final long LIMIT = 1L << 40;

    @Override
    public Context line(long n, Context outer) {
        return outer.binding(variable, Long.toString(start + n * step, radix));
    }

    static NumberSequence of(String variable, List<String> numbers, boolean hexadecimal)
            throws InvalidArgumentException {
        if (numbers.isEmpty() || numbers.size() > 3) {
            throw new InvalidArgumentException(
                    "takes (variable, end), (variable, start, end) or (variable, start, step,"
                            + " end)");
        }
        long end = number(numbers.getLast());
        long start = numbers.size() > 1 ? number(numbers.getFirst()) : 1;
        long step = numbers.size() > 2 ? number(numbers.get(1)) : start <= end ? 1 : -1;
        if (step == 0) {
            throw new InvalidArgumentException("a step of 0 would never end");
        }
        if (end != start && (end > start) != (step > 0)) {
            throw new InvalidArgumentException(
                    "steps of " + step + " do not lead from " + start + " to " + end);
        }
        if (hexadecimal && (start < 0 || end < 0)) {
            throw new InvalidArgumentException("~SEQx takes no numbers below 0");
        }
        return new NumberSequence(
                variable, start, step, (end - start) / step + 1, hexadecimal ? 16 : 10);
    }

    /** Decimal, octal with a leading 0, or hexadecimal with a leading 0x. */
    private static long number(String word) throws InvalidArgumentException {
        try {
            long value = Long.decode(word);
            if (!word.startsWith("#") && Math.abs(value) <= LIMIT) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new InvalidArgumentException("'" + word + "' is not a number");
        }
        throw new InvalidArgumentException(
                "'" + word + "' is not a number in " + -LIMIT + ".." + LIMIT);
    }
}
