package org.ninelives.benchmarks;

import java.util.Locale;

/**
 * Many virtual routers on few interfaces: 255 on the first, 255 on the second, and so on.
 *
 * @param instances how many
 * @param addressesEach virtual addresses of each, at most 254
 * @param intervalMillis time between two adverts, at least 10
 */
record Crowd(int instances, int addressesEach, int intervalMillis) {

    private static final int VRIDS = 255;

    /** How many interfaces it takes. */
    int cables() {
        return (instances + VRIDS - 1) / VRIDS;
    }

    int addresses() {
        return instances * addressesEach;
    }

    /**
     * A configuration.
     *
     * @param state {@code MASTER} or {@code BACKUP}
     * @param priority of all
     */
    String configuration(String state, int priority) {
        return configuration(state, priority, 0);
    }

    /** A configuration in which each of the first so many virtual routers has an address more. */
    String configuration(String state, int priority, int changed) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < instances; i++) {
            text.append(instance(i, state, priority, i < changed ? 1 : 0));
        }
        return text.toString();
    }

    private String instance(int number, String state, int priority, int added) {
        int cable = number / VRIDS;
        int vrid = number % VRIDS + 1;
        StringBuilder addresses = new StringBuilder();
        for (int host = 1; host <= addressesEach + added; host++) {
            addresses.append("        ").append(address(cable, vrid, host)).append("/32\n");
        }
        return String.format(
                Locale.ROOT,
                """
                vrrp_instance VI_%d {
                    version 3
                    state %s
                    interface v%d
                    virtual_router_id %d
                    priority %d
                    advert_int %.2f
                    virtual_ipaddress {
                %s    }
                }
                """,
                number + 1,
                state,
                cable,
                vrid,
                priority,
                intervalMillis / 1000.0,
                addresses);
    }

    /** The number of the virtual router with this virtual address, from 0. */
    static int numberOf(int address) {
        return number(address, address >>> 8 & 0xff);
    }

    /** Which of its virtual addresses that is, from 1. */
    static int hostOf(int address) {
        return address & 0xff;
    }

    /**
     * The number of a virtual router, from 0.
     *
     * @param sourceAddress where an advert comes from
     * @param vrid its VRID
     */
    static int number(int sourceAddress, int vrid) {
        return (sourceAddress >>> 16 & 0xff) * VRIDS + vrid - 1;
    }

    /** The address of a host; each cable is a network of its own, VRID 0 stands for the nodes. */
    static String address(int cable, int vrid, int host) {
        return "10.%d.%d.%d".formatted(cable, vrid, host);
    }
}
