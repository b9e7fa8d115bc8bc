package org.ninelives.vrrp.settings;

import org.ninelives.api.notify.Audience;

/**
 * Who is told what happens to an instance or a sync group.
 *
 * @param audience who wants to be told
 * @param initialBackupTold whether BACKUP is told where it is the first state after the start
 *     ({@code notify_initial_backup})
 * @param deletedReported removal by a reload is told as DELETED instead of FAULT ({@code
 *     notify_deleted}); never of a sync group
 */
public record Notifications(Audience audience, boolean initialBackupTold, boolean deletedReported) {

    /** What holds when nothing is written. */
    public static final Notifications DEFAULT = new Notifications(Audience.NONE, true, false);
}
