package org.ninelives.lvs.settings;

import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.seconds;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.configuration.NetTypes;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptType;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/** The keywords of {@code virtual_server} that are not the kernel's concern. */
final class VirtualServerGrammar {

    static final Keyword<Boolean> HA_SUSPEND =
            Keyword.value(
                    "ha_suspend",
                    bool(),
                    false,
                    "checks rest while none of its addresses is on this machine");
    static final Keyword<Boolean> OMEGA =
            Keyword.value(
                    "omega", bool(), false, "the stop of the daemon is told as going down, too");
    static final Keyword<Long> QUORUM =
            Keyword.value(
                    "quorum", NetTypes.unsigned(1), 1L, "weight of live servers that is needed");
    static final Keyword<Long> HYSTERESIS =
            Keyword.value(
                    "hysteresis",
                    NetTypes.unsigned(0),
                    0L,
                    "how much more gains the quorum, and how much less loses it");
    static final Keyword<Optional<Script>> QUORUM_UP =
            Keyword.optional(
                    "quorum_up", new ScriptType(), "command run when the quorum is gained");
    static final Keyword<Optional<Script>> QUORUM_DOWN =
            Keyword.optional(
                    "quorum_down", new ScriptType(), "command run when the quorum is lost");
    static final Keyword<Integer> WEIGHT =
            Keyword.value(
                    "weight", integer(0, Integer.MAX_VALUE), 1, "weight of servers without one");
    static final Keyword<Optional<ServerHeader>> SORRY_SERVER =
            Keyword.optional(
                    "sorry_server", ServerHeader.TYPE, "server used while the quorum is lost");
    static final Keyword<Boolean> SORRY_SERVER_INHIBIT =
            Keyword.value(
                    "sorry_server_inhibit",
                    bool(),
                    false,
                    "the sorry server stays in the table with weight 0 while it is not needed");
    static final Keyword<Optional<Forwarding>> SORRY_SERVER_LVS_METHOD =
            Keyword.optional(
                    "sorry_server_lvs_method",
                    new ForwardingType(),
                    "how packets get to the sorry server");
    static final Keyword<Optional<Duration>> DRAIN_TIMEOUT =
            Keyword.optional(
                    "drain_timeout",
                    drainTime(),
                    "how long a server that a reload removes keeps its connections");
    static final Keyword<Optional<String>> FOLLOW_VRRP_INSTANCE =
            Keyword.optional(
                    "follow_vrrp_instance",
                    word("INSTANCE"),
                    "vrrp_instance that must be MASTER for this to be in the table of the kernel");

    /** The keywords, all but the blocks of real servers. */
    private static final List<Keyword<?>> KEYWORDS =
            List.of(
                    RealServerGrammar.INHIBIT_ON_FAILURE,
                    RealServerGrammar.SMTP_ALERT,
                    RealServerGrammar.SNMP_NAME,
                    HA_SUSPEND,
                    OMEGA,
                    QUORUM,
                    HYSTERESIS,
                    QUORUM_UP,
                    QUORUM_DOWN,
                    WEIGHT,
                    SORRY_SERVER,
                    SORRY_SERVER_INHIBIT,
                    SORRY_SERVER_LVS_METHOD,
                    DRAIN_TIMEOUT,
                    FOLLOW_VRRP_INSTANCE);

    private VirtualServerGrammar() {}

    /** The block of a virtual server with these blocks of real servers in it. */
    static Keyword<List<Block<VirtualServerHeader>>> block(Keyword<?> realServer) {
        List<Keyword<?>> keywords = new ArrayList<>(SchedulerGrammar.KEYWORDS);
        keywords.addAll(RealServerGrammar.OF_CHECKS);
        keywords.addAll(KEYWORDS);
        keywords.add(realServer);
        return Keyword.blocks(
                "virtual_server",
                VirtualServerHeader.TYPE,
                BlockGrammar.of(keywords),
                "a service that is balanced over real servers");
    }

    /** At most a day: what has not ended until then never will. */
    static ArgumentType<Duration> drainTime() {
        return seconds("0", "86400").map(Duration::ofNanos);
    }
}
