package org.ninelives.api.dump;

/** A text file that is written on a signal. */
public enum DumpFile {
    /** All about virtual routers and what they track. */
    DATA("keepalived.data", "VRRP data"),
    /** Counters of virtual routers. */
    STATS("keepalived.stats", "VRRP stats"),
    /** What concerns the daemon as a whole. */
    PARENT("keepalived_parent.data", "parent data"),
    /** All about virtual servers. */
    CHECK("keepalived_check.data", "checker data"),
    /** All about BFD sessions. */
    BFD("keepalived_bfd.data", "bfd data");

    private final String fileName;
    private final String content;

    DumpFile(String fileName, String content) {
        this.fileName = fileName;
        this.content = content;
    }

    /** Its name, where nothing else is configured. */
    public String fileName() {
        return fileName;
    }

    /** What is in it, as the log says it. */
    public String content() {
        return content;
    }
}
