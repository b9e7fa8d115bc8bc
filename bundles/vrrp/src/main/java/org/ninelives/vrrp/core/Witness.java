package org.ninelives.vrrp.core;

/**
 * The question a backup may have to ask before it claims mastership: does somebody else, such as a
 * gateway, hear us? If nobody does, it is probably we who are cut off and not the master that is
 * gone.
 */
final class Witness {

    private long questions;
    private boolean awaited;
    private boolean refusalTold;

    /** A new question: its number. */
    long ask() {
        awaited = true;
        return ++questions;
    }

    boolean isAwaited() {
        return awaited;
    }

    /** Whether this is the answer that is awaited; then it is awaited no more. */
    boolean takes(long id) {
        boolean expected = awaited && id == questions;
        awaited = awaited && !expected;
        return expected;
    }

    /** Whatever comes now is of no interest. */
    void cancel() {
        awaited = false;
    }

    /** Whether the operator has to be told of a refusal: once in each stay in BACKUP. */
    boolean mustTellRefusal() {
        boolean must = !refusalTold;
        refusalTold = true;
        return must;
    }

    void end() {
        awaited = false;
        refusalTold = false;
    }
}
