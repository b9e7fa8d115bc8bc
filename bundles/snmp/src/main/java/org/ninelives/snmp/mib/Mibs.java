package org.ninelives.snmp.mib;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.Moment;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.snmp.core.Variables;
import org.ninelives.snmp.settings.SnmpSettings;
import org.ninelives.snmp.settings.SnmpSettings.Part;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Value;
import org.ninelives.snmp.wire.VarBind;

/**
 * All that is served.
 *
 * @param routerId the name of this node
 * @param check what is served of load balancing
 */
public record Mibs(SnmpSettings settings, String routerId, Clock clock, CheckMib check) {

    /** What names a notification in it. */
    private static final Oid TRAP = Oid.of("1.3.6.1.6.3.1.1.4.1.0");

    /** Nothing is counted yet. */
    public Mibs(SnmpSettings settings, String routerId, Clock clock) {
        this(settings, routerId, clock, new CheckMib(settings.statisticsAges()));
    }

    /** What the agent is to ask here. */
    public List<Oid> subtrees() {
        List<Oid> subtrees = new ArrayList<>();
        if (serves(Part.VRRP) || serves(Part.CHECK)) {
            subtrees.add(Oids.GLOBAL);
        }
        if (serves(Part.VRRP)) {
            subtrees.add(Oids.VRRP);
        }
        if (serves(Part.CHECK)) {
            subtrees.add(Oids.CHECK);
        }
        if (serves(Part.RFC_2)) {
            subtrees.add(Oids.RFC_2);
        }
        if (serves(Part.RFC_3)) {
            subtrees.add(Oids.RFC_3);
        }
        return subtrees;
    }

    private boolean serves(Part part) {
        return settings.parts().contains(part);
    }

    /** All variables as they are now. */
    public Variables read(Beans beans) {
        return Moment.at(() -> readNow(beans));
    }

    private Variables readNow(Beans beans) {
        Variables.Builder variables = new Variables.Builder();
        Scene scene = Scene.of(beans);
        if (serves(Part.VRRP) || serves(Part.CHECK)) {
            GlobalGroup.write(variables, beans, routerId, settings.traps());
        }
        if (serves(Part.CHECK)) {
            check.write(variables, CheckScene.of(beans), clock.millis());
        }
        if (serves(Part.VRRP)) {
            KeepalivedMib.write(variables, scene, beans);
        }
        if (serves(Part.RFC_2)) {
            RfcMibs.writeTwo(variables, scene, settings.traps(), startMillis(beans));
        }
        if (serves(Part.RFC_3)) {
            RfcMibs.writeThree(variables, scene, clock.millis());
        }
        return variables.build();
    }

    private long startMillis(Beans beans) {
        return beans.all(DaemonMXBean.class).stream()
                .mapToLong(daemon -> clock.millis() - daemon.getUptimeMillis())
                .findFirst()
                .orElse(0);
    }

    /** Whether an event may have traps. */
    public boolean tells(Event event) {
        return settings.traps()
                && switch (event) {
                    case VrrpEvent.InstanceState change -> !change.held();
                    case VrrpEvent.GroupState change -> !change.held() && serves(Part.VRRP);
                    case LvsEvent change -> serves(Part.CHECK);
                    default -> false;
                };
    }

    /** The traps of an event, which the beans already tell of. */
    public List<List<VarBind>> traps(Event event, Beans beans) {
        return switch (event) {
            case VrrpEvent.InstanceState change -> traps(change, beans);
            case VrrpEvent.GroupState change ->
                    List.of(
                            trap(
                                    Oids.TRAPS.plus(1),
                                    bind(Oids.GROUP_ENTRY.plus(2), Value.text(change.name())),
                                    bind(
                                            Oids.GROUP_ENTRY.plus(3),
                                            Values.state(change.to().name())),
                                    bind(Oids.ROUTER_ID, Value.text(routerId))));
            case LvsEvent change -> CheckTraps.of(change, beans, routerId).stream().toList();
            default -> List.of();
        };
    }

    private List<List<VarBind>> traps(VrrpEvent.InstanceState change, Beans beans) {
        List<List<VarBind>> traps = new ArrayList<>();
        Optional<Router> found = Scene.router(beans, change.name());
        if (serves(Part.VRRP)) {
            Value initial =
                    found.map(router -> KeepalivedMib.initialState(router.details()))
                            .orElse(Values.state("BACKUP"));
            traps.add(
                    trap(
                            Oids.TRAPS.plus(2),
                            bind(Oids.INSTANCE_ENTRY.plus(2), Value.text(change.name())),
                            bind(Oids.INSTANCE_ENTRY.plus(4), Values.state(change.to().name())),
                            bind(Oids.INSTANCE_ENTRY.plus(5), initial),
                            bind(Oids.ROUTER_ID, Value.text(routerId))));
        }
        found.filter(router -> router.isMaster() && change.to().name().equals("MASTER"))
                .ifPresent(router -> newMaster(traps, router));
        return traps;
    }

    private void newMaster(List<List<VarBind>> traps, Router router) {
        if (serves(Part.RFC_2) && router.status().version() == 2) {
            traps.add(
                    trap(
                            Oids.RFC_2.plus(0, 1),
                            bind(RfcMibs.masterOfTwo(router), RfcMibs.masterAddressOfTwo(router))));
        }
        if (serves(Part.RFC_3)) {
            traps.add(
                    trap(
                            Oids.RFC_3.plus(0, 1),
                            bind(
                                    RfcMibs.masterOfThree(router),
                                    RfcMibs.masterAddressOfThree(router)),
                            bind(RfcMibs.masterReason(router), RfcMibs.reason(router))));
        }
    }

    static List<VarBind> trap(Oid trap, VarBind... objects) {
        List<VarBind> variables = new ArrayList<>();
        variables.add(bind(TRAP, new Value.ObjectId(trap)));
        variables.addAll(List.of(objects));
        return variables;
    }

    private static VarBind bind(Oid name, Value value) {
        return new VarBind(name, value);
    }
}
