package org.ninelives.api.override;

import java.util.List;
import java.util.function.Predicate;
import org.ninelives.api.management.OverrideStatus;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The list of all that operators have set in place of the configuration. It logs each change, tells
 * it as an event, and ends what has an end. Safe for use by several threads, but not for those of
 * the targets' loops: a change returns when the targets hold it, or have not answered for a while.
 */
@ProviderType
public interface Overrides {

    /** More seconds than this, ten years, are a mistake. */
    long SECONDS_MAX = 315_360_000;

    /**
     * Sets something from now on, in the name of the {@linkplain
     * org.ninelives.api.management.Caller#current() caller}. Whether the object may have this value
     * is looked after by who asks.
     *
     * @param seconds how long, 0..{@link #SECONDS_MAX}; 0 for no end
     * @param lasting as {@link Lasting#of}
     * @return what was set; its {@code lasting} is less than what was asked for where it could not
     *     be stored
     * @throws IllegalArgumentException if seconds or lasting are none
     * @throws IllegalStateException if there are too many, or nobody keeps overrides
     */
    OverrideStatus set(OverrideKey key, String value, long seconds, String lasting);

    /** Gives back what the configuration says; false if it was not overridden. */
    boolean revert(OverrideKey key);

    /** The same for all of these; how many there were. */
    int revertAll(Predicate<OverrideKey> which);

    /** All there are, in the order in which they were set. */
    List<OverrideStatus> all();
}
