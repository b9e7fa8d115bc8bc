package org.ninelives.config.grammar;

import org.ninelives.config.Position;

/**
 * A value and where it was written.
 *
 * @param value the value
 * @param position its line
 */
public record Located<T>(T value, Position position) {}
