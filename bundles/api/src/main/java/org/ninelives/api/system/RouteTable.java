package org.ninelives.api.system;

import org.ninelives.api.net.InterfaceName;

/** The table a route stands in. */
public sealed interface RouteTable {

    /** The table that every lookup reaches in the end, RT_TABLE_MAIN of linux/rtnetlink.h. */
    RouteTable MAIN = new Numbered(254);

    /**
     * A table by its number.
     *
     * @param number 1..2^32-1
     */
    record Numbered(long number) implements RouteTable {

        public Numbered {
            Unsigned.check("table", number, 1, Unsigned.INT_MAX);
        }
    }

    /** The table of a VRF, whatever its number is when the route is added. */
    record OfVrf(InterfaceName vrf) implements RouteTable {}
}
