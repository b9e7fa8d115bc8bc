package org.ninelives.vrrp.dump;

import java.util.List;
import org.ninelives.api.dump.DumpText;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.vrrp.core.Tracker;

/** What virtual routers and sync groups track. */
final class TrackerLines {

    private TrackerLines() {}

    static void write(DumpText page, List<Tracker> trackers, TrackerKind kind) {
        page.list(
                label(kind),
                trackers.stream()
                        .filter(tracker -> tracker.kind() == kind)
                        .map(TrackerLines::line)
                        .toList());
    }

    private static String label(TrackerKind kind) {
        return switch (kind) {
            case INTERFACE -> "Tracked interfaces :";
            case SCRIPT -> "Tracked scripts :";
            case FILE -> "Tracked files :";
            case PROCESS -> "Tracked processes :";
            case BFD -> "Tracked BFDs :";
            case VIRTUAL_SERVER -> "Tracked virtual servers :";
        };
    }

    private static String line(Tracker tracker) {
        return tracker.name()
                + between(tracker.kind())
                + "weight "
                + tracker.weight()
                + (tracker.reverse() ? " reverse" : "");
    }

    private static String between(TrackerKind kind) {
        return switch (kind) {
            case INTERFACE, SCRIPT -> " ";
            case BFD -> ": ";
            case FILE, PROCESS, VIRTUAL_SERVER -> ", ";
        };
    }
}
