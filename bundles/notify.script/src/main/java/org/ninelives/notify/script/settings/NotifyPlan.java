package org.ninelives.notify.script.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.configuration.PlannedChange.Kind;

/** What a reload would do to FIFOs, told before it is done. */
public final class NotifyPlan {

    private NotifyPlan() {}

    /** The changes from one configuration to another. */
    public static List<PlannedChange> changes(NotifySettings from, NotifySettings to) {
        List<PlannedChange> changes = new ArrayList<>();
        for (FifoKind kind : FifoKind.values()) {
            change(kind, find(from, kind), find(to, kind)).ifPresent(changes::add);
        }
        if (!to.equals(from.withFifos(to.fifos()))) {
            changes.add(new PlannedChange(Kind.CHANGE, "global_defs of notifications", ""));
        }
        return List.copyOf(changes);
    }

    private static Optional<FifoSettings> find(NotifySettings settings, FifoKind kind) {
        return Optional.ofNullable(settings.fifos().get(kind));
    }

    private static Optional<PlannedChange> change(
            FifoKind kind, Optional<FifoSettings> from, Optional<FifoSettings> to) {
        if (to.isEmpty()) {
            return from.map(gone -> new PlannedChange(Kind.REMOVE, title(kind, gone), ""));
        }
        String title = title(kind, to.get());
        if (from.isEmpty()) {
            return Optional.of(new PlannedChange(Kind.ADD, title, ""));
        }
        if (from.equals(to)) {
            return Optional.of(new PlannedChange(Kind.KEEP, title, ""));
        }
        return Optional.of(new PlannedChange(Kind.CHANGE, title, difference(from.get(), to.get())));
    }

    private static String difference(FifoSettings from, FifoSettings to) {
        List<String> differences = new ArrayList<>();
        if (!from.path().equals(to.path())) {
            differences.add("path " + from.path() + " -> " + to.path());
        }
        if (!from.owner().equals(to.owner())) {
            differences.add("owner");
        }
        if (!from.reader().equals(to.reader())) {
            differences.add("script");
        }
        return String.join(", ", differences);
    }

    private static String title(FifoKind kind, FifoSettings fifo) {
        return kind.keyword() + " " + fifo.path();
    }
}
