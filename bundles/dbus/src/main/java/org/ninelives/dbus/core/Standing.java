package org.ninelives.dbus.core;

import org.ninelives.api.notify.VrrpState;

/**
 * A state in the numbers and words of keepalived.
 *
 * @param number as signals tell it
 * @param word as the property {@code State} has it beside the number
 */
public record Standing(int number, String word) {

    private static final int DELETED = 97;
    private static final int STOP = 98;

    /** How a state is told. */
    public static Standing of(VrrpState state) {
        return switch (state) {
            case INIT -> new Standing(0, "Init");
            case BACKUP -> new Standing(1, "Backup");
            case MASTER -> new Standing(2, "Master");
            case FAULT -> new Standing(3, "Fault");
            case DELETED -> new Standing(DELETED, "Deleted");
            case STOP -> new Standing(STOP, "Stop");
        };
    }
}
