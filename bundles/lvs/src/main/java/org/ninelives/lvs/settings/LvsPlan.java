package org.ninelives.lvs.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.check.Check;
import org.ninelives.api.configuration.DifferenceList;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.configuration.PlannedChange.Kind;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.Persistence;

/** What a reload would do to all that concerns load balancing, told before it is done. */
public final class LvsPlan {

    private LvsPlan() {}

    /**
     * The changes, in the order of the new configuration; what is removed comes last. Of a virtual
     * server that stays, only the real servers that do not are listed.
     */
    public static List<PlannedChange> changes(LvsSettings from, LvsSettings to) {
        Map<String, VirtualServerSettings> before = new LinkedHashMap<>();
        from.virtualServers().forEach(each -> before.put(each.name(), each));
        List<PlannedChange> changes = new ArrayList<>();
        for (VirtualServerSettings next : to.virtualServers()) {
            VirtualServerSettings now = before.remove(next.name());
            if (now == null) {
                changes.add(new PlannedChange(Kind.ADD, title(next), ""));
            } else {
                addStaying(changes, now, next);
            }
        }
        before.values()
                .forEach(gone -> changes.add(new PlannedChange(Kind.REMOVE, title(gone), "")));
        List<String> globals = globalDifferences(from.globals(), to.globals());
        if (!globals.isEmpty()) {
            addChange(changes, "global_defs of virtual servers", globals);
        }
        return changes;
    }

    private static void addStaying(
            List<PlannedChange> changes, VirtualServerSettings now, VirtualServerSettings next) {
        boolean same = now.equals(next);
        addChange(changes, title(next), same ? List.of() : virtualServerDifferences(now, next));
        if (!same) {
            addRealServers(changes, now, next);
        }
    }

    private static void addRealServers(
            List<PlannedChange> changes, VirtualServerSettings from, VirtualServerSettings to) {
        Map<String, RealServerSettings> before = new LinkedHashMap<>();
        from.realServers().forEach(each -> before.put(each.name(), each));
        for (RealServerSettings next : to.realServers()) {
            RealServerSettings now = before.remove(next.name());
            if (now == null) {
                changes.add(new PlannedChange(Kind.ADD, title(to, next), ""));
            } else if (!now.equals(next)) {
                addChange(changes, title(to, next), realServerDifferences(now, next));
            }
        }
        before.values()
                .forEach(gone -> changes.add(new PlannedChange(Kind.REMOVE, title(to, gone), "")));
    }

    private static void addChange(
            List<PlannedChange> changes, String title, List<String> differences) {
        changes.add(
                new PlannedChange(
                        differences.isEmpty() ? Kind.KEEP : Kind.CHANGE,
                        title,
                        String.join(", ", differences)));
    }

    private static String title(VirtualServerSettings settings) {
        return "virtual_server " + settings.name();
    }

    private static String title(VirtualServerSettings around, RealServerSettings settings) {
        return "real_server " + settings.name() + " of " + around.name();
    }

    private static List<String> virtualServerDifferences(
            VirtualServerSettings now, VirtualServerSettings next) {
        return new DifferenceList<>(now, next)
                .of("lb_algo", each -> first(each).scheduler())
                .of("flags", each -> first(each).flags())
                .of(
                        "persistence_timeout",
                        each -> first(each).persistence().map(Persistence::seconds))
                .of(
                        "persistence_granularity",
                        each -> first(each).persistence().map(p -> "/" + p.prefixLength()))
                .of(
                        "persistence_engine",
                        each -> first(each).persistence().flatMap(Persistence::engine))
                .of("ops", each -> first(each).onePacket())
                .of("services", each -> each.services().size())
                .hidden(
                        "addresses",
                        each -> each.services().stream().map(IpvsService::key).toList())
                .of("quorum", VirtualServerSettings::quorum)
                .of("hysteresis", VirtualServerSettings::hysteresis)
                .of("alpha", VirtualServerSettings::alpha)
                .of("omega", VirtualServerSettings::omega)
                .of("ha_suspend", VirtualServerSettings::haSuspend)
                .of("sorry_server", each -> each.sorryServer().map(SorryServerSettings::words))
                .hidden("quorum_up", VirtualServerSettings::quorumUp)
                .hidden("quorum_down", VirtualServerSettings::quorumDown)
                .of("smtp_alert", VirtualServerSettings::smtpAlert)
                .of("snmp_name", VirtualServerSettings::snmpName)
                .of("follow_vrrp_instance", VirtualServerSettings::follows)
                .of("drain_timeout", each -> each.drainTimeout().toMillis() / 1e3)
                .list();
    }

    /** They differ in their keys alone. */
    private static IpvsService first(VirtualServerSettings settings) {
        return settings.services().getFirst();
    }

    private static List<String> realServerDifferences(
            RealServerSettings now, RealServerSettings next) {
        return new DifferenceList<>(now, next)
                .of("weight", RealServerSettings::weight)
                .of("port", each -> each.address().port())
                .of("lvs_method", each -> each.address().words())
                .of("uthreshold", RealServerSettings::upperThreshold)
                .of("lthreshold", RealServerSettings::lowerThreshold)
                .of("inhibit_on_failure", RealServerSettings::inhibitOnFailure)
                .hidden("notify_up", RealServerSettings::notifyUp)
                .hidden("notify_down", RealServerSettings::notifyDown)
                .of("smtp_alert", RealServerSettings::smtpAlert)
                .of("snmp_name", RealServerSettings::snmpName)
                .of("checkers", each -> each.checks().stream().map(Check::keyword).toList())
                .of("checkers not installed", RealServerSettings::unknownCheckers)
                .hidden("what is checked", RealServerSettings::checks)
                .list();
    }

    private static List<String> globalDifferences(LvsGlobals now, LvsGlobals next) {
        return new DifferenceList<>(now, next)
                .of("lvs_flush", LvsGlobals::flush)
                .of("lvs_flush_on_stop", LvsGlobals::flushOnStop)
                .of("lvs_timeouts", LvsGlobals::timeouts)
                .of("lvs_sync_daemon", LvsGlobals::sync)
                .of("rs_init_notifies", LvsGlobals::initNotifies)
                .of("nftables_ipvs", LvsGlobals::fwmarks)
                .of("net_namespace_ipvs", LvsGlobals::networkNamespace)
                .of("thread", LvsGlobals::thread)
                .list();
    }
}
