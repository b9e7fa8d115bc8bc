package org.ninelives.daemon;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ninelives.config.Statement;

/**
 * What keepalived has a process for, and thus a pid file. One process does all of it here, and
 * stands in each of the files.
 */
enum Part {
    WHOLE("keepalived", "pid.file"),
    VRRP("vrrp", "vrrp.pid.file"),
    CHECKERS("checkers", "checkers.pid.file"),
    BFD("bfd", "bfd.pid.file");

    private final String text;
    private final String property;

    Part(String text, String property) {
        this.text = text;
        this.property = property;
    }

    /** As in the names of keepalived's pid files. */
    String text() {
        return text;
    }

    /** The property with the path that the command line tells. */
    String property() {
        return property;
    }

    /** What these statements outside all blocks give work to. */
    static Set<Part> of(List<Statement> statements) {
        Set<Part> parts = EnumSet.of(WHOLE);
        for (Statement statement : statements) {
            switch (statement.keyword()) {
                case "vrrp_instance" -> parts.add(VRRP);
                case "virtual_server" -> parts.add(CHECKERS);
                case "bfd_instance" -> parts.add(BFD);
                default -> {} // Without one of these the others have no work.
            }
        }
        return parts;
    }
}
