package org.ninelives.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.management.RealServerDetails;
import org.ninelives.api.management.VirtualServerDetails;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.snmp.mib.CheckScene.Virtual;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Value;
import org.ninelives.snmp.wire.VarBind;

/** Traps of load balancing. As keepalived has them, they name columns and no rows. */
final class CheckTraps {

    private static final Oid REAL_SERVER_STATE_CHANGE = Oids.CHECK.plus(5, 0, 1);
    private static final Oid QUORUM_STATE_CHANGE = Oids.CHECK.plus(5, 0, 2);

    /** Of virtualServerQuorumStatus: it is lost because the daemon stops. */
    private static final int SHUTDOWN = 3;

    private CheckTraps() {}

    /** The trap of an event; none of a server that is not there any more. */
    static Optional<List<VarBind>> of(LvsEvent event, Beans beans, String routerId) {
        return CheckScene.virtual(beans, event.virtualServer())
                .flatMap(virtual -> objects(event, virtual, beans))
                .map(
                        objects -> {
                            objects.add(new VarBind(Oids.ROUTER_ID, Value.text(routerId)));
                            return Mibs.trap(trap(event), objects.toArray(VarBind[]::new));
                        });
    }

    private static Oid trap(LvsEvent event) {
        return switch (event) {
            case LvsEvent.RealServerState real -> REAL_SERVER_STATE_CHANGE;
            case LvsEvent.QuorumState quorum -> QUORUM_STATE_CHANGE;
        };
    }

    private static Optional<List<VarBind>> objects(LvsEvent event, Virtual virtual, Beans beans) {
        return switch (event) {
            case LvsEvent.RealServerState change ->
                    CheckScene.real(beans, change.virtualServer(), change.realServer())
                            .map(real -> objects(change, virtual, real));
            case LvsEvent.QuorumState change -> Optional.of(objects(change, virtual));
        };
    }

    private static List<VarBind> objects(
            LvsEvent.RealServerState change, Virtual virtual, RealServerDetails real) {
        List<VarBind> objects = new ArrayList<>();
        objects.add(ofReal(3, CheckValues.addressType(real.address())));
        objects.add(ofReal(4, CheckValues.octets(real.address())));
        objects.add(ofReal(5, Value.gauge(real.port())));
        objects.add(ofReal(6, Values.truth(change.up())));
        identify(objects, virtual.details());
        count(objects, virtual);
        return objects;
    }

    private static List<VarBind> objects(LvsEvent.QuorumState change, Virtual virtual) {
        List<VarBind> objects = new ArrayList<>();
        identify(objects, virtual.details());
        objects.add(
                ofVirtual(
                        23,
                        change.stopping() ? Value.number(SHUTDOWN) : Values.truth(change.up())));
        objects.add(ofVirtual(22, Value.gauge(change.quorum())));
        count(objects, virtual);
        return objects;
    }

    /** Which virtual server it is, by what tells it from others. */
    private static void identify(List<VarBind> objects, VirtualServerDetails details) {
        objects.add(ofVirtual(2, VirtualServerTable.type(details)));
        Values.textOf(details.group()).ifPresent(group -> objects.add(ofVirtual(3, group)));
        CheckValues.positive(details.fwmark()).ifPresent(mark -> objects.add(ofVirtual(4, mark)));
        CheckValues.address(details.address())
                .ifPresent(
                        address -> {
                            objects.add(ofVirtual(5, VirtualServerTable.addressType(details)));
                            objects.add(ofVirtual(6, address));
                            objects.add(ofVirtual(7, Value.gauge(details.port())));
                        });
        objects.add(ofVirtual(8, VirtualServerTable.protocol(details)));
    }

    private static void count(List<VarBind> objects, Virtual virtual) {
        objects.add(ofVirtual(21, VirtualServerTable.up(virtual.status())));
        objects.add(ofVirtual(20, VirtualServerTable.total(virtual.status())));
    }

    private static VarBind ofReal(int column, Value value) {
        return new VarBind(Oids.REAL_SERVER_ENTRY.plus(column), value);
    }

    private static VarBind ofVirtual(int column, Value value) {
        return new VarBind(Oids.VIRTUAL_SERVER_ENTRY.plus(column), value);
    }
}
