package org.ninelives.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ninelives.api.configuration.ConfigSection.Prepared;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/**
 * What is served at an address of the configuration, as long as the keyword stands there; another
 * address makes it anew. Safe for use by several threads.
 *
 * @param <S> what is there meanwhile
 */
public final class Served<S> {

    private final Keyword<Optional<LoopbackAddress>> keyword;
    private final Function<LoopbackAddress, S> open;
    private final Consumer<S> close;
    private Optional<LoopbackAddress> address = Optional.empty();
    private Optional<S> current = Optional.empty();

    /**
     * Serves nothing yet.
     *
     * @param keyword of {@code global_defs}
     * @param open begins, when a configuration is applied
     * @param close ends what that has begun
     */
    public Served(
            Keyword<Optional<LoopbackAddress>> keyword,
            Function<LoopbackAddress, S> open,
            Consumer<S> close) {
        this.keyword = keyword;
        this.open = open;
        this.close = close;
    }

    /** What is there now; while it begins, this waits for it. */
    public synchronized Optional<S> now() {
        return current;
    }

    /** What a reload would change, and how. */
    public synchronized Prepared prepare(Values globalDefs) {
        Optional<LoopbackAddress> next = globalDefs.get(keyword);
        List<PlannedChange> changes =
                PlannedChange.between(
                        keyword.name(), byName(address), byName(next), differences -> differences);
        return Prepared.of(changes, () -> apply(next));
    }

    private static Map<String, LoopbackAddress> byName(Optional<LoopbackAddress> address) {
        return address.map(some -> Map.of(some.toString(), some)).orElse(Map.of());
    }

    private synchronized void apply(Optional<LoopbackAddress> next) {
        if (next.equals(address)) {
            return;
        }
        stop();
        address = next;
        current = next.map(open);
    }

    /** Ends it. */
    public synchronized void stop() {
        current.ifPresent(close);
        current = Optional.empty();
        address = Optional.empty();
    }
}
