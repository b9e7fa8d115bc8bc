package org.ninelives.config.grammar;

import org.ninelives.config.Position;

/**
 * A value and where it was written.
 *
 * @param value the value
 * @param position its line
 */
public record Located<T>(T value, Position position) {

    /** The same where it stands after so many lines more. */
    Located<T> movedBy(int lines) {
        return new Located<>(value, position.movedBy(lines));
    }
}
