package org.ninelives.lvs.settings;

import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.choice;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.orBare;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.configuration.NetTypes;
import org.ninelives.api.configuration.ThreadKeywords;
import org.ninelives.api.ipvs.IpvsTimeouts;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.lvs.settings.LvsGlobals.FlushOnStop;

/** The keywords of {@code global_defs} and of the root that concern all virtual servers. */
final class GlobalGrammar {

    static final Keyword<IpvsTimeouts> LVS_TIMEOUTS =
            Keyword.value(
                    "lvs_timeouts",
                    new TimeoutsType(),
                    new IpvsTimeouts(0, 0, 0),
                    "seconds after which the kernel forgets idle connections; 0 keeps its value");
    static final Keyword<Boolean> LVS_FLUSH =
            Keyword.value(
                    "lvs_flush", nothing(), false, "the table of the kernel is cleared at start");
    static final Keyword<FlushOnStop> LVS_FLUSH_ON_STOP =
            Keyword.value(
                    "lvs_flush_on_stop",
                    flushOnStop(),
                    FlushOnStop.NO,
                    "the table of the kernel is cleared at the stop; VS: own services at once");
    static final Keyword<FlushOnStop> LVS_FLUSH_ONSTOP =
            Keyword.value(
                            "lvs_flush_onstop",
                            flushOnStop(),
                            FlushOnStop.NO,
                            "the same as lvs_flush_on_stop")
                    .withRemark("is deprecated; write lvs_flush_on_stop");
    static final Keyword<Optional<SyncSettings>> LVS_SYNC_DAEMON =
            Keyword.optional(
                    "lvs_sync_daemon",
                    new SyncDaemonType(),
                    "connections are told to, or heard from, other directors");
    static final Keyword<Boolean> RS_INIT_NOTIFIES =
            Keyword.value(
                    "rs_init_notifies", bool(), false, "servers that are up at the start tell so");
    static final Keyword<Boolean> CHECKER_LOG_ALL_FAILURES =
            Keyword.value(
                    "checker_log_all_failures",
                    bool(),
                    false,
                    "each failure of a check is logged, not only the first");
    static final Keyword<Optional<String>> NFTABLES_IPVS =
            Keyword.optional(
                    "nftables_ipvs",
                    orBare(word("TABLE"), "keepalived_ipvs"),
                    "groups are served by marks that this table of nftables sets");
    static final Keyword<Integer> NFTABLES_IPVS_PRIORITY =
            Keyword.value(
                    "nftables_ipvs_priority",
                    integer(Integer.MIN_VALUE, Integer.MAX_VALUE),
                    -1,
                    "priority of the chain in that table");
    static final Keyword<Long> NFTABLES_IPVS_START_FWMARK =
            Keyword.value(
                    "nftables_ipvs_start_fwmark",
                    NetTypes.unsigned(1),
                    1000L,
                    "mark of the first group");
    static final Keyword<Duration> LVS_DRAIN_TIMEOUT =
            Keyword.value(
                    "lvs_drain_timeout",
                    VirtualServerGrammar.drainTime(),
                    Duration.ZERO,
                    "drain_timeout of virtual servers that have none");

    /** The name that stands for the network namespace the daemon was started in. */
    private static final String STARTED_IN = "";

    /** Outside all blocks. */
    static final Keyword<Optional<String>> NET_NAMESPACE_IPVS =
            Keyword.value(
                    "net_namespace_ipvs",
                    orBare(word("NAME").map(Optional::of), Optional.of(STARTED_IN)),
                    Optional.empty(),
                    "network namespace of IPVS, without a name the one the daemon was started in;"
                            + " servers are checked from the own one");

    static final ThreadKeywords THREAD = new ThreadKeywords("checker", "lvs", "virtual servers");

    static final BlockGrammar GRAMMAR = grammar();

    private GlobalGrammar() {}

    private static ArgumentType<FlushOnStop> flushOnStop() {
        return orBare(choice(Map.entry("VS", FlushOnStop.VIRTUAL_SERVERS)), FlushOnStop.ALL);
    }

    private static BlockGrammar grammar() {
        List<Keyword<?>> keywords =
                new ArrayList<>(
                        List.of(
                                LVS_TIMEOUTS,
                                LVS_FLUSH,
                                LVS_FLUSH_ON_STOP,
                                LVS_FLUSH_ONSTOP,
                                LVS_SYNC_DAEMON,
                                RS_INIT_NOTIFIES,
                                CHECKER_LOG_ALL_FAILURES,
                                NFTABLES_IPVS,
                                NFTABLES_IPVS_PRIORITY,
                                NFTABLES_IPVS_START_FWMARK,
                                LVS_DRAIN_TIMEOUT,
                                buffer("lvs_netlink_cmd_rcv_bufs", bytes()),
                                buffer("lvs_netlink_cmd_rcv_bufs_force", bool()),
                                buffer("lvs_netlink_monitor_rcv_bufs", bytes()),
                                buffer("lvs_netlink_monitor_rcv_bufs_force", bool())));
        keywords.addAll(THREAD.keywords());
        return BlockGrammar.of(keywords);
    }

    private static ArgumentType<Integer> bytes() {
        return integer(0, Integer.MAX_VALUE);
    }

    private static <T> Keyword<Optional<T>> buffer(String name, ArgumentType<T> type) {
        return Keyword.optional(name, type, "not needed")
                .withRemark("is not needed: each answer of the kernel is read before the next");
    }
}
