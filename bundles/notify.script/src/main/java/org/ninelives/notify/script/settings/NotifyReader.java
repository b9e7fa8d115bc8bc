package org.ninelives.notify.script.settings;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/** Makes settings of what the configuration says. */
public final class NotifyReader {

    private final Values globalDefs;
    private final Problems problems;

    private NotifyReader(Values globalDefs, Problems problems) {
        this.globalDefs = globalDefs;
        this.problems = problems;
    }

    /** Reads {@code global_defs}. */
    public static NotifySettings read(Values globalDefs, Problems problems) {
        return new NotifyReader(globalDefs, problems).settings();
    }

    private NotifySettings settings() {
        ScriptRules rules = ScriptRules.of(globalDefs);
        Map<FifoKind, FifoSettings> fifos = new EnumMap<>(FifoKind.class);
        for (FifoKind kind : FifoKind.values()) {
            Keyword<Optional<Script>> scriptKeyword = NotifyGrammar.FIFO_SCRIPTS.get(kind);
            Optional<Script> reader = globalDefs.get(scriptKeyword);
            Optional<FifoSettings> fifo = globalDefs.get(NotifyGrammar.FIFOS.get(kind));
            fifo.ifPresent(
                    each -> fifos.put(kind, new FifoSettings(each.path(), each.owner(), reader)));
            if (reader.isPresent() && fifo.isPresent()) {
                rules.warnIfInsecure(
                        problems, globalDefs.position(scriptKeyword), scriptKeyword.name());
            } else if (reader.isPresent()) {
                problems.warning(
                        globalDefs.position(scriptKeyword),
                        scriptKeyword.name(),
                        "has nothing to read; add " + kind.keyword() + " PATH");
            }
        }
        warnOfSharedPath(fifos);
        return new NotifySettings(
                fifos,
                globalDefs.get(NotifyGrammar.STATES_ON_RELOAD),
                globalDefs.get(NotifyGrammar.PARALLEL),
                duration(NotifyGrammar.TIMEOUT),
                duration(NotifyGrammar.STOP_TIMEOUT),
                duration(NotifyGrammar.PRE_STOP_TIMEOUT),
                rules);
    }

    /** With two readers on one FIFO each would get some of the lines. */
    private void warnOfSharedPath(Map<FifoKind, FifoSettings> fifos) {
        long readers = fifos.values().stream().filter(each -> each.reader().isPresent()).count();
        long paths =
                fifos.values().stream()
                        .filter(each -> each.reader().isPresent())
                        .map(FifoSettings::path)
                        .distinct()
                        .count();
        if (paths < readers) {
            Keyword<?> keyword = NotifyGrammar.FIFOS.get(FifoKind.ALL);
            problems.warning(
                    globalDefs.position(keyword),
                    keyword.name(),
                    "two programs read one FIFO, and each gets some of the lines; give each a"
                            + " FIFO of its own");
        }
    }

    private Duration duration(Keyword<Long> nanos) {
        return Duration.ofNanos(globalDefs.get(nanos));
    }
}
