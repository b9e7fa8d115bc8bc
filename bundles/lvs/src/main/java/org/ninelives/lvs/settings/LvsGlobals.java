package org.ninelives.lvs.settings;

import java.util.Optional;
import org.ninelives.api.ipvs.IpvsTimeouts;
import org.ninelives.api.system.ThreadSettings;

/**
 * What {@code global_defs} and the root say about load balancing.
 *
 * @param flush whether the whole table of the kernel is cleared at the start
 * @param timeouts of connections; 0 for what the kernel has
 * @param initNotifies whether real servers that are up at the start tell so
 * @param fwmarks how groups are served by marks of nftables; a service for each address when empty
 * @param networkNamespace where IPVS is, but not the checks; the own one when empty, and by the
 *     empty name the one in which the daemon was started
 * @param thread how the kernel shall treat the thread
 */
public record LvsGlobals(
        boolean flush,
        FlushOnStop flushOnStop,
        IpvsTimeouts timeouts,
        Optional<SyncSettings> sync,
        boolean initNotifies,
        Optional<FwmarkSettings> fwmarks,
        Optional<String> networkNamespace,
        ThreadSettings thread) {

    /** What holds where nothing is said. */
    public static final LvsGlobals DEFAULT =
            new LvsGlobals(
                    false,
                    FlushOnStop.NO,
                    new IpvsTimeouts(0, 0, 0),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    ThreadSettings.DEFAULT);

    /** The same with these sync daemons. */
    LvsGlobals withSync(SyncSettings daemons) {
        return new LvsGlobals(
                flush,
                flushOnStop,
                timeouts,
                Optional.of(daemons),
                initNotifies,
                fwmarks,
                networkNamespace,
                thread);
    }

    /** What becomes of the table of the kernel at the stop. */
    public enum FlushOnStop {
        /** Real servers are removed, then their services. */
        NO,
        /** The whole table is cleared, whoever made it. */
        ALL,
        /** Services are removed with all their servers at once. */
        VIRTUAL_SERVERS
    }
}
