package org.ninelives.api.notify;

/** What a virtual router or a sync group is told to be, in the words of notify scripts. */
public enum VrrpState {
    /** Not started. */
    INIT,
    BACKUP,
    MASTER,
    FAULT,
    /** The daemon stops. */
    STOP,
    /** A reload has removed it, and it asks for that to be told ({@code notify_deleted}). */
    DELETED
}
