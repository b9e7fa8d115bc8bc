package org.ninelives.snmp.settings;

import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.seconds;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.time.Duration;
import java.util.Optional;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/** The keywords of SNMP in {@code global_defs}. */
final class SnmpGrammar {

    static final Keyword<Optional<MasterAddress>> SOCKET =
            Keyword.optional(
                    "snmp_socket",
                    word("ADDRESS").map(MasterAddress::of),
                    "Where the SNMP agent of this machine takes subagents: /PATH, unix:/PATH,"
                            + " tcp:HOST:PORT or udp:HOST:PORT; unix:/var/agentx/master without"
                            + " it.");

    static final Keyword<Boolean> VRRP =
            flag("enable_snmp_vrrp", "Serves the virtual routers of KEEPALIVED-MIB by SNMP.");

    static final Keyword<Boolean> CHECKER =
            flag("enable_snmp_checker", "Serves the virtual servers of KEEPALIVED-MIB by SNMP.");

    static final Keyword<Boolean> KEEPALIVED =
            flag("enable_snmp_keepalived", "The old spelling of enable_snmp_vrrp.");

    static final Keyword<Boolean> RFC =
            flag("enable_snmp_rfc", "Both enable_snmp_rfcv2 and enable_snmp_rfcv3.");

    static final Keyword<Boolean> RFC_2 =
            flag("enable_snmp_rfcv2", "Serves VRRP-MIB (RFC 2787) by SNMP.");

    static final Keyword<Boolean> RFC_3 =
            flag("enable_snmp_rfcv3", "Serves VRRPV3-MIB (RFC 6527) by SNMP.");

    static final Keyword<Boolean> TRAPS =
            flag("enable_traps", "Has the SNMP agent send traps of what its enable_snmp_ tells.");

    static final Keyword<Optional<Duration>> VIRTUAL_STATISTICS =
            Keyword.optional(
                    "snmp_vs_stats_update_interval",
                    age(),
                    "How old what the kernel counts of virtual servers may be by SNMP; 5 without"
                            + " it.");

    static final Keyword<Optional<Duration>> REAL_STATISTICS =
            Keyword.optional(
                    "snmp_rs_stats_update_interval",
                    age(),
                    "The same of real servers; as snmp_vs_stats_update_interval without it.");

    static final BlockGrammar GLOBAL_DEFS =
            BlockGrammar.of(
                    SOCKET,
                    VRRP,
                    CHECKER,
                    KEEPALIVED,
                    RFC,
                    RFC_2,
                    RFC_3,
                    TRAPS,
                    VIRTUAL_STATISTICS,
                    REAL_STATISTICS);

    private SnmpGrammar() {}

    private static ArgumentType<Duration> age() {
        return seconds("0.001", "30").map(Duration::ofNanos);
    }

    private static Keyword<Boolean> flag(String name, String help) {
        return Keyword.value(name, nothing(), false, help);
    }
}
