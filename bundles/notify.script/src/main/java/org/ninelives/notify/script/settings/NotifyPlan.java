package org.ninelives.notify.script.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.configuration.PlannedChange.Kind;
import org.ninelives.config.grammar.Keyword;

/** What a reload would do to FIFOs, told before it is done. */
public final class NotifyPlan {

    private NotifyPlan() {}

    /** The changes from one configuration to another. */
    public static List<PlannedChange> changes(NotifySettings from, NotifySettings to) {
        List<PlannedChange> changes = new ArrayList<>();
        for (FifoKind kind : FifoKind.values()) {
            change(kind, find(from, kind), find(to, kind)).ifPresent(changes::add);
        }
        List<String> others = new ArrayList<>();
        compare(others, NotifyGrammar.STATES_ON_RELOAD, from, to, NotifySettings::statesOnReload);
        compare(others, NotifyGrammar.PARALLEL, from, to, NotifySettings::parallel);
        compare(others, NotifyGrammar.TIMEOUT, from, to, each -> seconds(each.timeout()));
        compare(others, NotifyGrammar.STOP_TIMEOUT, from, to, each -> seconds(each.stopLimit()));
        compare(
                others,
                NotifyGrammar.PRE_STOP_TIMEOUT,
                from,
                to,
                each -> seconds(each.preStopLimit()));
        if (!others.isEmpty()) {
            changes.add(
                    new PlannedChange(
                            Kind.CHANGE,
                            "global_defs of notifications",
                            String.join(", ", others)));
        }
        return List.copyOf(changes);
    }

    private static void compare(
            List<String> differences,
            Keyword<?> keyword,
            NotifySettings from,
            NotifySettings to,
            Function<NotifySettings, Object> value) {
        Object before = value.apply(from);
        Object after = value.apply(to);
        if (!before.equals(after)) {
            differences.add(keyword.name() + " " + before + " -> " + after);
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
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
