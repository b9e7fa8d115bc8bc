package org.ninelives.launcher.log;

import java.util.logging.Level;

/** How much a line matters; the code is that of RFC 5424 table 2. */
enum Severity {
    ERROR(3),
    WARNING(4),
    INFO(6),
    DEBUG(7);

    private final int code;

    Severity(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Severity of(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return ERROR;
        }
        if (value >= Level.WARNING.intValue()) {
            return WARNING;
        }
        return value >= Level.INFO.intValue() ? INFO : DEBUG;
    }
}
