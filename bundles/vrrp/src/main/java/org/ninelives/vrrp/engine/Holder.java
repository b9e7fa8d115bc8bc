package org.ninelives.vrrp.engine;

import org.ninelives.api.system.SystemException;

/** Who wants things on the machine, and hears what became of them, on the loop's thread. */
interface Holder {

    /** All that it wants is in place, but for what was refused. */
    void held();

    /** The machine has refused one of its addresses; asked again when it wants anew. */
    void addressRefused(SystemException cause);

    /** The machine has refused one of its routes or rules; asked again when it wants anew. */
    void routingRefused(SystemException cause);

    /**
     * Somebody else has taken something off.
     *
     * @param thing the address, route or rule it wanted
     * @param words name it for the log: {@code address 192.0.2.1/24}
     */
    void lost(Object thing, String words);
}
