package org.ninelives.vrrp.engine;

import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.api.management.SharedAnswer;
import org.ninelives.api.notify.VrrpEvent;

/** Whoever is told of a change is answered by what came of it, not by what was known before. */
record Outdating(Listener listener, SharedAnswer<?> answer) implements Listener {

    @Override
    public void added(String instance) {
        answer.outdate();
        listener.added(instance);
    }

    @Override
    public void removed(String instance) {
        answer.outdate();
        listener.removed(instance);
    }

    @Override
    public void refused(String instance, RefusedAdvert advert) {
        listener.refused(instance, advert);
    }

    @Override
    public void happened(VrrpEvent event) {
        answer.outdate();
        listener.happened(event);
    }
}
