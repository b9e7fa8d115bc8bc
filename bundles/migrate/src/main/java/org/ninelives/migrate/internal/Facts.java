package org.ninelives.migrate.internal;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.config.Position;
import org.ninelives.config.Statement;

/** Collects what is found on the machine, as a block that the table of findings is about. */
final class Facts {

    private final List<Statement> found = new ArrayList<>();

    /** A fact with no line of its own. */
    void add(String keyword, String value) {
        add(new Position("machine", 0), keyword, value);
    }

    void add(Position position, String keyword, String value) {
        String quoted = '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        found.add(Statement.line(position, keyword + " " + quoted));
    }

    Statement block() {
        return Statement.block(new Position("machine", 0), "machine", found);
    }
}
