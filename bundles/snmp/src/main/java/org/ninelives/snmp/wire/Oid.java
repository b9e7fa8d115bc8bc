package org.ninelives.snmp.wire;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An object identifier, or the null identifier without any number. Ordered as SNMP walks them.
 * Immutable.
 */
public final class Oid implements Comparable<Oid> {

    /** The null identifier: no bound. */
    public static final Oid NONE = new Oid(new int[0]);

    /** As many numbers an identifier may have at most, RFC 2578 section 3.5. */
    public static final int LENGTH_MAX = 128;

    /** Each 0..2^32-1, held without sign. */
    private final int[] numbers;

    private Oid(int[] numbers) {
        if (numbers.length > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    numbers.length + " numbers are more than " + LENGTH_MAX);
        }
        this.numbers = numbers;
    }

    /** These numbers, each taken without sign. */
    public static Oid of(int... numbers) {
        return new Oid(numbers.clone());
    }

    /** Reads {@code 1.3.6.1}. */
    public static Oid of(String dotted) {
        return new Oid(
                Arrays.stream(dotted.split("\\.", -1))
                        .mapToInt(Integer::parseUnsignedInt)
                        .toArray());
    }

    /** This with more numbers behind it. */
    public Oid plus(int... more) {
        int[] joined = Arrays.copyOf(numbers, numbers.length + more.length);
        System.arraycopy(more, 0, joined, numbers.length, more.length);
        return new Oid(joined);
    }

    /** This with all numbers of another behind it. */
    public Oid plus(Oid more) {
        return plus(more.numbers);
    }

    /** How many numbers, 0..128. */
    public int length() {
        return numbers.length;
    }

    /** The number at a place, 0 for the first, without sign. */
    public int at(int place) {
        return numbers[place];
    }

    /** Whether it has no number. */
    public boolean isNone() {
        return numbers.length == 0;
    }

    /** Whether it is the other or below it. */
    public boolean isWithin(Oid other) {
        return numbers.length >= other.numbers.length
                && Arrays.equals(
                        numbers, 0, other.numbers.length, other.numbers, 0, other.numbers.length);
    }

    /** The numbers behind the first ones. */
    public Oid after(int count) {
        return new Oid(Arrays.copyOfRange(numbers, count, numbers.length));
    }

    @Override
    public int compareTo(Oid other) {
        return Arrays.compareUnsigned(numbers, other.numbers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Oid oid && Arrays.equals(numbers, oid.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    /** {@code 1.3.6.1}. */
    @Override
    public String toString() {
        return Arrays.stream(numbers)
                .mapToObj(Integer::toUnsignedString)
                .collect(Collectors.joining("."));
    }
}
