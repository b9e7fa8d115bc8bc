package org.ninelives.vrrp.engine;

import org.ninelives.api.notify.VrrpEvent;

/** Hears what becomes of virtual routers, on the loop's thread. */
public interface Listener {

    /** A virtual router runs from now on. */
    void added(String instance);

    /** A virtual router is gone; it has stopped before. */
    void removed(String instance);

    /** Something happened to a virtual router or a sync group. */
    void happened(VrrpEvent event);
}
