package org.ninelives.api.management;

import java.util.List;

/**
 * A virtual router at one moment.
 *
 * @param name name of the {@code vrrp_instance}
 * @param state {@code INIT}, {@code BACKUP}, {@code MASTER} or {@code FAULT}
 * @param reason why it is in that state, a sentence
 * @param interfaceName the interface it runs on
 * @param virtualRouterId VRID, 1..255
 * @param version 2 or 3
 * @param configuredPriority priority in the file
 * @param effectivePriority priority in force
 * @param priorityOverridden whether another priority than the configured one was set
 * @param advertIntervalMillis own interval
 * @param masterAddress address of the master last heard, empty if none was heard or this node is
 *     master
 * @param masterPriority priority of that master, -1 if none
 * @param sourceAddress address adverts are sent from, empty if there is none
 * @param virtualAddresses the addresses of the virtual router
 * @param splitBrain whether a second master, or a second user of a virtual address, is seen now
 * @param lastTransitionMillis when the state changed last, milliseconds since 1970 UTC, 0 if never
 * @param overrides what operators have set for it, and for what it or its sync group tracks
 */
public record VrrpInstanceStatus(
        String name,
        String state,
        String reason,
        String interfaceName,
        int virtualRouterId,
        int version,
        int configuredPriority,
        int effectivePriority,
        boolean priorityOverridden,
        long advertIntervalMillis,
        String masterAddress,
        int masterPriority,
        String sourceAddress,
        List<String> virtualAddresses,
        boolean splitBrain,
        long lastTransitionMillis,
        List<OverrideStatus> overrides) {}
