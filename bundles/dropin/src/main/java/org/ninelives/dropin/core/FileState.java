package org.ninelives.dropin.core;

/** How a file stands. */
public enum FileState {
    /** It changes, or has just done so. */
    COPYING,
    /** It is being read, and its bundle started. */
    STARTING,
    ACTIVE,
    /** Another bundle may bring what it lacks, or go out of its way. */
    WAITING,
    /** It failed for a reason that may pass, and is tried again. */
    RETRYING,
    /** It is not used as it is. */
    REFUSED,
    /** Its bundle does not start. */
    FAILED,
    /** Its bundle was stopped by an operator. */
    STOPPED,
    /** Its bundle does not come to the end of starting or stopping. */
    BLOCKED,
    STOPPING,
    /** The file is gone, and its bundle goes. */
    LEAVING
}
