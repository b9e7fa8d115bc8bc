package org.ninelives.lvs.core;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What operators want of a real server.
 *
 * @param weight in place of what the configuration and its checks say
 * @param disabled it is out as if a check had failed
 * @param drain it gets no more connections, and leaves the kernel when it has none
 */
public record ServerWishes(OptionalInt weight, boolean disabled, Optional<DrainWish> drain) {

    /** Nothing. */
    public static final ServerWishes NONE =
            new ServerWishes(OptionalInt.empty(), false, Optional.empty());
}
