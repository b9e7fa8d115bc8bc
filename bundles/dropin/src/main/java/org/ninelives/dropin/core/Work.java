package org.ninelives.dropin.core;

/** What there is to do about a file. Each may run code that is anybody's, and so may not end. */
public enum Work {
    /** See to it that a bundle with its content is installed and started. */
    TAKE("be started"),
    /** Stop its bundle and leave it installed. */
    STOP("be stopped"),
    /** Uninstall its bundle. */
    REMOVE("be removed");

    private final String words;

    Work(String words) {
        this.words = words;
    }

    /** Completes "does not come to an end of having to ...". */
    String words() {
        return words;
    }
}
