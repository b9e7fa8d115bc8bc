package org.ninelives.vrrp.engine;

import org.ninelives.vrrp.core.Effect;

/** Hears what becomes of virtual routers, on the loop's thread. */
public interface Listener {

    /** A virtual router runs from now on. */
    void added(String instance);

    /** A virtual router is gone; it has stopped before. */
    void removed(String instance);

    /** The state of a virtual router is another one. */
    void stateChanged(String instance, Effect.StateChanged change);
}
