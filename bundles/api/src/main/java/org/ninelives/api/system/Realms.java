package org.ninelives.api.system;

/**
 * The realms that packets of a route are counted for (ip-route(8), {@code realms}).
 *
 * @param source realm of where they come from, 0..65535; 0 for none
 * @param destination realm of where they go, 0..65535; 0 for none
 */
public record Realms(int source, int destination) {

    public static final Realms NONE = new Realms(0, 0);

    public Realms {
        Unsigned.check("realm", source, 0, Unsigned.SHORT_MAX);
        Unsigned.check("realm", destination, 0, Unsigned.SHORT_MAX);
    }

    /** The number of RTA_FLOW and FRA_FLOW: the source in the high half. */
    public int bits() {
        return source << Short.SIZE | destination;
    }
}
