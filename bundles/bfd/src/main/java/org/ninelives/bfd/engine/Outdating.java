package org.ninelives.bfd.engine;

import org.ninelives.api.management.SharedAnswer;
import org.ninelives.api.track.Finding;

/** Whoever is told of a change is answered by what came of it, not by what was known before. */
record Outdating(Listener listener, SharedAnswer<?> answer) implements Listener {

    @Override
    public void added(String session) {
        answer.outdate();
        listener.added(session);
    }

    @Override
    public void removed(String session) {
        answer.outdate();
        listener.removed(session);
    }

    @Override
    public void found(String session, Finding finding) {
        answer.outdate();
        listener.found(session, finding);
    }

    @Override
    public void happened(String session, Finding from, Finding to, String text) {
        answer.outdate();
        listener.happened(session, from, to, text);
    }
}
