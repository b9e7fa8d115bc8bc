package org.ninelives.migrate.core;

import java.util.List;
import org.ninelives.config.Position;

/**
 * Something about this configuration on this machine.
 *
 * @param id the row of the table it is from
 * @param sentence for the operator
 * @param positions the lines it is about
 */
public record Finding(
        String id, Group group, Weight weight, String sentence, List<Position> positions) {

    public Finding {
        positions = List.copyOf(positions);
    }
}
