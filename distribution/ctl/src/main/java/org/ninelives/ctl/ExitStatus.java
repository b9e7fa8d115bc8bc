package org.ninelives.ctl;

/** How {@code ninelivesctl} ends, for scripts. */
public final class ExitStatus {

    /** Done, and all is well. */
    public static final int DONE = 0;

    /** The daemon refused, or it could not be done. */
    public static final int REFUSED = 1;

    /** The command line is wrong. */
    public static final int USAGE = 2;

    /** No daemon was reached, or it let nobody in. */
    public static final int UNREACHABLE = 3;

    /** The daemon has no such object, or several that may be meant. */
    public static final int UNKNOWN_OBJECT = 4;

    /** It was seen, and it is not well: a fault, a lost quorum, a split brain. */
    public static final int UNWELL = 5;

    private ExitStatus() {}
}
