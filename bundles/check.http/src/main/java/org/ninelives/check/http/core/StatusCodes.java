package org.ninelives.check.http.core;

import java.util.BitSet;
import java.util.List;
import java.util.StringJoiner;

/** A set of status codes. Immutable. */
public final class StatusCodes {

    /** Those of success, RFC 9110 section 15.3. */
    public static final StatusCodes SUCCESS = StatusCodes.of(List.of(new Range(200, 299)));

    private final BitSet codes;

    private StatusCodes(BitSet codes) {
        this.codes = codes;
    }

    /** From the first to the last, both included. */
    public record Range(int first, int last) {}

    /** All of these. */
    public static StatusCodes of(List<Range> ranges) {
        BitSet codes = new BitSet();
        ranges.forEach(range -> codes.set(range.first(), range.last() + 1));
        return new StatusCodes(codes);
    }

    public boolean contains(int status) {
        return codes.get(status);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatusCodes that && codes.equals(that.codes);
    }

    @Override
    public int hashCode() {
        return codes.hashCode();
    }

    /** As the keyword takes them: {@code 200-299 404}. */
    @Override
    public String toString() {
        StringJoiner ranges = new StringJoiner(" ");
        for (int first = codes.nextSetBit(0); first >= 0; ) {
            int end = codes.nextClearBit(first);
            ranges.add(end - first == 1 ? "" + first : first + "-" + (end - 1));
            first = codes.nextSetBit(end);
        }
        return ranges.toString();
    }
}
