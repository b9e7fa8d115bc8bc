package org.ninelives.api.system;

import java.util.OptionalInt;

/**
 * How much the kernel keeps for a loop that is busy elsewhere. What does not fit is lost: events of
 * interfaces are then made up for by reading all again.
 *
 * @param monitorBytes for events of interfaces and addresses; a size for thousands of them when
 *     empty
 * @param monitorForced whether that may exceed net.core.rmem_max
 * @param commandBytes for answers to commands; a size for the most that is asked at once when empty
 * @param commandForced whether that may exceed net.core.rmem_max
 */
public record NetlinkBuffers(
        OptionalInt monitorBytes,
        boolean monitorForced,
        OptionalInt commandBytes,
        boolean commandForced) {

    /** Sizes that need no thought. */
    public static final NetlinkBuffers LARGE =
            new NetlinkBuffers(OptionalInt.empty(), true, OptionalInt.empty(), true);
}
