package org.ninelives.api.track;

import org.ninelives.config.Position;

/**
 * A thing that a configuration says can be tracked.
 *
 * @param name the header of its block
 * @param weight what holds where it is tracked without a weight; the range is that of its kind
 * @param reverse likewise
 * @param position its line
 */
public record TrackerDefinition(String name, int weight, boolean reverse, Position position) {}
