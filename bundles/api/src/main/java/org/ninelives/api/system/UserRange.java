package org.ninelives.api.system;

/**
 * Numbers of users.
 *
 * @param first 0..2^32-2
 * @param last no less than {@code first}
 */
public record UserRange(long first, long last) {

    public UserRange {
        // The highest number means "no user" to the kernel.
        Unsigned.check("user", first, 0, Unsigned.INT_MAX - 1);
        Unsigned.check("user", last, first, Unsigned.INT_MAX - 1);
    }
}
