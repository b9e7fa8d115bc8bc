package org.ninelives.lvs.internal;

import java.util.Collection;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.track.Finding;
import org.ninelives.lvs.engine.Listener;
import org.ninelives.lvs.engine.ServerNames;

/** Hands on what virtual servers tell: to everybody, to those who track them, to the beans. */
record Outside(EventSink sink, QuorumBoard board, LvsBeans beans) implements Listener {

    @Override
    public void happened(Event event) {
        sink.publish(event);
    }

    @Override
    public void found(String trackerName, Finding finding) {
        board.found(trackerName, finding);
    }

    @Override
    public void exist(Collection<ServerNames> virtualServers) {
        beans.publish(virtualServers);
    }
}
