package org.ninelives.notify.script.settings;

import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.seconds;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptType;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/** The keywords of {@code global_defs}. */
public final class NotifyGrammar {

    private static final String SECONDS_MAX = "86400";

    static final Map<FifoKind, Keyword<Optional<FifoSettings>>> FIFOS =
            new EnumMap<>(FifoKind.class);
    static final Map<FifoKind, Keyword<Optional<Script>>> FIFO_SCRIPTS =
            new EnumMap<>(FifoKind.class);

    static {
        for (FifoKind kind : FifoKind.values()) {
            FIFOS.put(
                    kind,
                    Keyword.optional(kind.keyword(), new FifoType(), "pipe that " + told(kind)));
            FIFO_SCRIPTS.put(
                    kind,
                    Keyword.optional(
                            kind.scriptKeyword(),
                            new ScriptType(),
                            "program started to read " + kind.keyword()));
        }
    }

    static final Keyword<Boolean> STATES_ON_RELOAD =
            Keyword.value(
                    "fifo_write_vrrp_states_on_reload",
                    nothing(),
                    false,
                    "FIFOs are told all states after a reload");
    static final Keyword<Boolean> PARALLEL =
            Keyword.value(
                    "notify_parallel",
                    bool(),
                    false,
                    "notify scripts run side by side instead of one after another");
    static final Keyword<Long> TIMEOUT =
            Keyword.value(
                    "notify_timeout",
                    seconds("0", SECONDS_MAX),
                    NotifySettings.TIMEOUT_DEFAULT.toNanos(),
                    "notify scripts are ended after this long; 0 is never");
    static final Keyword<Long> STOP_TIMEOUT =
            Keyword.value(
                    "notify_stop_timeout",
                    seconds("0", SECONDS_MAX),
                    NotifySettings.STOP_LIMIT_DEFAULT.toNanos(),
                    "how long the notify scripts of the stop are waited for");
    static final Keyword<Long> PRE_STOP_TIMEOUT =
            Keyword.value(
                    "notify_pre_stop_timeout",
                    seconds("0", SECONDS_MAX),
                    NotifySettings.PRE_STOP_LIMIT_DEFAULT.toNanos(),
                    "how long notify_pre_stop scripts keep the virtual addresses from leaving");

    /** All of them. */
    public static final BlockGrammar GLOBAL_DEFS = grammar();

    private NotifyGrammar() {}

    private static BlockGrammar grammar() {
        List<Keyword<?>> keywords = new ArrayList<>(FIFOS.values());
        keywords.addAll(FIFO_SCRIPTS.values());
        keywords.addAll(
                List.of(STATES_ON_RELOAD, PARALLEL, TIMEOUT, STOP_TIMEOUT, PRE_STOP_TIMEOUT));
        return BlockGrammar.of(keywords);
    }

    private static String told(FifoKind kind) {
        return switch (kind) {
            case ALL -> "is told of virtual routers and of virtual servers";
            case VRRP -> "is told of virtual routers and sync groups";
            case LVS -> "is told of virtual servers and real servers";
        };
    }
}
