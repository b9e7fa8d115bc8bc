package org.ninelives.vrrp.engine;

import org.ninelives.api.system.SystemException;

/** Who wants things on the machine, and hears what became of them, on the loop's thread. */
interface Holder {

    /** All that it wants is in place, but for what was {@linkplain #refused refused}. */
    void held();

    /** The machine has refused one of the things it wants; asked again when it wants anew. */
    void refused(SystemException cause);

    /**
     * Somebody else has taken something off.
     *
     * @param what names it for the log: {@code address 192.0.2.1/24}
     */
    void lost(String what);
}
