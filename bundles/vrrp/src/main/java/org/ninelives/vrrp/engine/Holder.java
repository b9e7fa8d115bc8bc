package org.ninelives.vrrp.engine;

import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.SystemException;

/** Who wants things on the machine, and hears what became of them, on the loop's thread. */
interface Holder {

    /** All that it wants is in place, but for what was refused. */
    void held();

    /**
     * The machine refuses one of its addresses. It is asked again now and then and when the holder
     * wants anew, and this is not told again before it has accepted.
     */
    void addressRefused(InterfaceAddress address, SystemException cause);

    /** The same of a route or rule. */
    void routingRefused(SystemException cause);

    /**
     * The machine has accepted what it refused before.
     *
     * @param words name it for the log: {@code route 10.0.0.0/8 via 192.0.2.1}
     */
    void accepted(String words);

    /**
     * Somebody else has taken something off.
     *
     * @param thing the address, route or rule it wanted
     * @param words name it for the log: {@code address 192.0.2.1/24}
     */
    void lost(Object thing, String words);
}
