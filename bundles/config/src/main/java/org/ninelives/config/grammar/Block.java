package org.ninelives.config.grammar;

/**
 * A block that may be written many times.
 *
 * @param header the words before its brace, such as the name of a {@code vrrp_instance}
 * @param values what stands in it
 */
public record Block<H>(H header, Values values) {

    /** The same where it stands after so many lines more. */
    Block<H> movedBy(int lines) {
        return lines == 0 ? this : new Block<>(header, values.movedBy(lines));
    }
}
