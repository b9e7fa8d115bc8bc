package org.ninelives.vrrp.settings;

import java.util.Optional;

/**
 * One line of {@code track_interface}, {@code track_script} and the like, as written.
 *
 * @param name what is tracked
 * @param weight empty for that of the definition
 * @param reverse empty for that of the definition
 */
record TrackedLine(String name, Optional<Integer> weight, Optional<Boolean> reverse) {}
