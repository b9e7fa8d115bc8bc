package org.ninelives.api.ipvs;

import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;

/**
 * A thread of the kernel that tells or hears the connections of another director.
 *
 * @param syncId 0..255; a backup with 0 hears all
 * @param maxLength of a message, 1..65507 bytes; the kernel's choice when empty
 * @param group multicast group; the kernel's 224.0.0.81 when empty
 * @param port UDP port; the kernel's 8848 when empty
 * @param ttl 1..255; the kernel's 1 when empty
 */
public record SyncDaemon(
        Role role,
        InterfaceName interfaceName,
        int syncId,
        OptionalInt maxLength,
        Optional<IpAddress> group,
        OptionalInt port,
        OptionalInt ttl) {

    /** What it does: IP_VS_STATE_MASTER and IP_VS_STATE_BACKUP of linux/ip_vs.h. */
    public enum Role {
        /** Tells its connections. */
        MASTER,
        /** Hears those of others. */
        BACKUP
    }
}
