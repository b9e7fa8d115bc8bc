package org.ninelives.api.track;

/** What can be watched. */
public enum TrackerKind {
    /** Good while the interface is up and running. */
    INTERFACE("interface"),
    /** Good while the script ends with status 0. */
    SCRIPT("script"),
    /** Tells a number. */
    FILE("file"),
    /** Good while the number of processes is within its quorum. */
    PROCESS("process"),
    /** Good while the session is up. */
    BFD("bfd"),
    /** Good while the virtual server has its quorum. */
    VIRTUAL_SERVER("virtual_server");

    private final String word;

    TrackerKind(String word) {
        this.word = word;
    }

    /** As the configuration ({@code track_WORD}) and the log call it. */
    public String word() {
        return word;
    }
}
