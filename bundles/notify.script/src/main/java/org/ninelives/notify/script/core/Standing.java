package org.ninelives.notify.script.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.notify.script.settings.FifoKind;

/**
 * The line of the state in which each virtual router and sync group is, so that it can be written
 * again after a reload. Not safe for use by several threads.
 */
public final class Standing {

    private final Map<Key, State> states = new LinkedHashMap<>();
    private boolean reloading;

    private record Key(VrrpSubject.Kind kind, String name) {}

    private record State(VrrpSubject subject, VrrpState state, int priority) {}

    /** An event that was told. */
    public void happened(VrrpEvent event) {
        switch (event) {
            case VrrpEvent.InstanceState change ->
                    become(change.subject(), change.to(), change.priority(), change.held());
            case VrrpEvent.GroupState change ->
                    become(change.subject(), change.to(), 0, change.held());
            case VrrpEvent.PriorityChanged change ->
                    states.computeIfPresent(
                            key(change.subject()),
                            (key, state) -> new State(state.subject(), state.state(), change.to()));
            case VrrpEvent.LowerPriorityHeard heard -> {}
            case VrrpEvent.SplitBrain told -> {}
            case VrrpEvent.Late late -> {}
        }
    }

    private void become(VrrpSubject subject, VrrpState state, int priority, boolean held) {
        // What a reload removes is told as a fault; one that is real has just been told as well.
        boolean gone =
                state == VrrpState.STOP
                        || state == VrrpState.DELETED
                        || (reloading && state == VrrpState.FAULT);
        if (gone) {
            states.remove(key(subject));
        } else if (!held || state == VrrpState.BACKUP) {
            // Also the backup of the start, which may be told to nobody.
            states.put(key(subject), new State(subject, state, priority));
        }
    }

    /** A reload begins. */
    public void reloading() {
        reloading = true;
    }

    /** The lines of all states, instances first, if a reload has ended by this; else none. */
    public List<Notice.Line> reloaded() {
        if (!reloading) {
            return List.of();
        }
        reloading = false;
        return states.values().stream()
                .sorted((a, b) -> a.subject().kind().compareTo(b.subject().kind()))
                .map(
                        each ->
                                new Notice.Line(
                                        FifoKind.VRRP,
                                        FifoLine.of(
                                                each.subject(),
                                                each.state().name(),
                                                each.priority())))
                .toList();
    }

    private static Key key(VrrpSubject subject) {
        return new Key(subject.kind(), subject.name());
    }
}
