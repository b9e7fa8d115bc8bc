package org.ninelives.config.language;

import java.util.Optional;
import org.ninelives.config.Position;

/**
 * Where a line comes from: its place in a file, the variables of the sequences around it, and the
 * definitions it was made from. Immutable; inner contexts share their outer ones.
 */
final class Context {

    private final Position position;
    private final Optional<Context> outer;
    private final String name;
    private final Optional<String> value;
    private final int depth;

    private Context(
            Position position,
            Optional<Context> outer,
            String name,
            Optional<String> value,
            int depth) {
        this.position = position;
        this.outer = outer;
        this.name = name;
        this.value = value;
        this.depth = depth;
    }

    /** A line as it stands in a file. */
    static Context of(Position position) {
        return new Context(position, Optional.empty(), "", Optional.empty(), 0);
    }

    /** Inside a sequence, where a variable has a value. */
    Context binding(String variable, String value) {
        return new Context(position, Optional.of(this), variable, Optional.of(value), depth + 1);
    }

    /** Inside the text of a definition. */
    Context using(String definition) {
        return new Context(position, Optional.of(this), definition, Optional.empty(), depth + 1);
    }

    Position position() {
        return position;
    }

    /** How many sequences and definitions are around the line. */
    int depth() {
        return depth;
    }

    /** The value of a variable of a sequence. */
    Optional<String> variable(String variable) {
        for (Context at = this; at.outer.isPresent(); at = at.outer.get()) {
            if (at.value.isPresent() && at.name.equals(variable)) {
                return at.value;
            }
        }
        return Optional.empty();
    }

    /** Whether the line is part of this definition's text. */
    boolean isInside(String definition) {
        for (Context at = this; at.outer.isPresent(); at = at.outer.get()) {
            if (at.value.isEmpty() && at.name.equals(definition)) {
                return true;
            }
        }
        return false;
    }
}
