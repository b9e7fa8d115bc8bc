package org.ninelives.snmp.settings;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.configuration.DifferenceList;
import org.ninelives.api.configuration.GlobalKeywords;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;

/**
 * What is served, and by which agent.
 *
 * @param parts what there is to see; never empty
 * @param traps whether changes are told
 * @param routerId the name of this node; that of the host when empty
 */
public record SnmpSettings(
        MasterAddress master,
        Set<Part> parts,
        boolean traps,
        Optional<String> routerId,
        StatisticsAges statisticsAges) {

    /** The keywords. */
    public static final BlockGrammar GLOBAL_DEFS = SnmpGrammar.GLOBAL_DEFS;

    /** What can be served alone. */
    public enum Part {
        /** The virtual routers of KEEPALIVED-MIB. */
        VRRP,
        /** The virtual servers of KEEPALIVED-MIB. */
        CHECK,
        /** VRRP-MIB of RFC 2787. */
        RFC_2,
        /** VRRPV3-MIB of RFC 6527. */
        RFC_3
    }

    public SnmpSettings {
        parts = Set.copyOf(parts);
    }

    /** With statistics of the usual age. */
    public SnmpSettings(
            MasterAddress master, Set<Part> parts, boolean traps, Optional<String> routerId) {
        this(master, parts, traps, routerId, StatisticsAges.DEFAULT);
    }

    /**
     * What a configuration says; nothing where it wants no SNMP.
     *
     * @param all whether the command line asks for all parts
     * @param socket the address the command line says, which holds where the configuration says
     *     none
     */
    public static Optional<SnmpSettings> read(
            Values globalDefs, boolean all, Optional<MasterAddress> socket) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (all || globalDefs.get(SnmpGrammar.VRRP) || globalDefs.get(SnmpGrammar.KEEPALIVED)) {
            parts.add(Part.VRRP);
        }
        if (all || globalDefs.get(SnmpGrammar.CHECKER)) {
            parts.add(Part.CHECK);
        }
        boolean both = all || globalDefs.get(SnmpGrammar.RFC);
        if (both || globalDefs.get(SnmpGrammar.RFC_2)) {
            parts.add(Part.RFC_2);
        }
        if (both || globalDefs.get(SnmpGrammar.RFC_3)) {
            parts.add(Part.RFC_3);
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new SnmpSettings(
                        globalDefs
                                .get(SnmpGrammar.SOCKET)
                                .or(() -> socket)
                                .orElse(MasterAddress.DEFAULT),
                        parts,
                        globalDefs.get(SnmpGrammar.TRAPS),
                        globalDefs.get(GlobalKeywords.ROUTER_ID),
                        statisticsAges(globalDefs)));
    }

    private static StatisticsAges statisticsAges(Values globalDefs) {
        Duration ofVirtual =
                globalDefs
                        .get(SnmpGrammar.VIRTUAL_STATISTICS)
                        .orElse(StatisticsAges.DEFAULT.virtualServers());
        return new StatisticsAges(
                ofVirtual, globalDefs.get(SnmpGrammar.REAL_STATISTICS).orElse(ofVirtual));
    }

    /** What a reload may change about it. */
    public static DifferenceList<SnmpSettings> compared(DifferenceList<SnmpSettings> versions) {
        return versions.of("snmp_socket", SnmpSettings::master)
                .of("parts", settings -> EnumSet.copyOf(settings.parts()))
                .of("enable_traps", SnmpSettings::traps)
                .of("router_id", SnmpSettings::routerId)
                .of(
                        "snmp_vs_stats_update_interval",
                        settings -> settings.statisticsAges().virtualServers())
                .of(
                        "snmp_rs_stats_update_interval",
                        settings -> settings.statisticsAges().realServers());
    }
}
