package org.ninelives.track.script.core;

/** What a run says about the script. */
public enum RunResult {
    SUCCESS,
    FAILURE,
    /** Nothing: the run did not take place, for reasons of the machine or of this daemon. */
    NONE
}
