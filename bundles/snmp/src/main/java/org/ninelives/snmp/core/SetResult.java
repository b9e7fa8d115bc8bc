package org.ninelives.snmp.core;

/** How an attempt to set a variable went, with its number in packets, RFC 2741 section 7.2.4. */
public enum SetResult {
    DONE(0),
    WRONG_TYPE(7),
    WRONG_VALUE(10),
    /** The object itself cannot be set by anybody now. */
    RESOURCE_UNAVAILABLE(13),
    COMMIT_FAILED(14),
    NOT_WRITABLE(17),
    /** Another setting forbids it. */
    INCONSISTENT_VALUE(12);

    private final int code;

    SetResult(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
