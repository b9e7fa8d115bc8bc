package org.ninelives.notify.script.settings;

/** Which events a FIFO is for. */
public enum FifoKind {
    /** Those of VRRP and of virtual servers. */
    ALL("notify_fifo"),
    VRRP("vrrp_notify_fifo"),
    /** Those of virtual servers. */
    LVS("lvs_notify_fifo");

    private final String keyword;

    FifoKind(String keyword) {
        this.keyword = keyword;
    }

    /** How the configuration names it. */
    public String keyword() {
        return keyword;
    }

    /** How the configuration names the program that reads it. */
    public String scriptKeyword() {
        return keyword + "_script";
    }
}
