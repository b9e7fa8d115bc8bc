package org.ninelives.vrrp.engine;

import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.api.notify.VrrpEvent;

/** Hears what becomes of virtual routers, on the loop's thread. */
public interface Listener {

    /** A virtual router runs from now on. */
    void added(String instance);

    /** A virtual router is gone; it has stopped before. */
    void removed(String instance);

    /** A virtual router has refused an advert; in a flood a few of them are told. */
    void refused(String instance, RefusedAdvert advert);

    /** Something happened to a virtual router or a sync group. */
    void happened(VrrpEvent event);
}
