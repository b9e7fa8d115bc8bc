package org.ninelives.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.management.TrackerWeightDetails;
import org.ninelives.api.management.VirtualAddressDetails;
import org.ninelives.api.management.VrrpInstanceDetails;
import org.ninelives.api.management.VrrpStaticMXBean;
import org.ninelives.api.net.IpAddress;
import org.ninelives.snmp.core.Variables;
import org.ninelives.snmp.mib.Table.Row;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Value;

/** The virtual routers of KEEPALIVED-MIB. */
final class KeepalivedMib {

    private static final int MILLIS = 1000;

    /** Hundredths of a second. */
    private static final int CENTI_MILLIS = 10;

    private static final Map<String, Integer> AUTHENTICATION = Map.of("PASS", 1, "AH", 2);

    private static final Table<Scene.Group> GROUPS = groups();
    private static final Table<String> MEMBERS = new Table<String>(Oids.VRRP.plus(2, 1));
    private static final Table<Router> INSTANCES = instances();
    private static final Table<Scene.Script> SCRIPTS = scripts();

    /** Tables of what instances and sync groups track, by kind. */
    private static final List<TrackerTables> TRACKERS =
            List.of(
                    new TrackerTables("interface", 4, 14, 1),
                    new TrackerTables("script", 5, 15, 2),
                    new TrackerTables("file", 12, 16, 2),
                    new TrackerTables("bfd", 17, 19, 2),
                    new TrackerTables("process", 20, 22, 2));

    static {
        MEMBERS.column(2, Value::text);
    }

    /** An address with what is known of its virtual router and its interface. */
    private record Address(
            VirtualAddressDetails details, IpAddress address, int linkIndex, boolean set) {}

    /**
     * The two tables of one kind.
     *
     * @param first the number of the column of the name; weight and reverse follow
     */
    private record TrackerTables(String kind, int ofInstances, int ofGroups, int first) {

        void write(Variables.Builder variables, Scene scene) {
            List<Row<TrackerWeightDetails>> ofAll = new ArrayList<>();
            scene.routers().forEach(each -> add(ofAll, each.details().place(), trackers(each)));
            table(ofInstances).write(variables, ofAll);
            List<Row<TrackerWeightDetails>> ofAllGroups = new ArrayList<>();
            scene.groups()
                    .forEach(
                            each ->
                                    add(
                                            ofAllGroups,
                                            each.details().place(),
                                            each.details().trackers()));
            table(ofGroups).write(variables, ofAllGroups);
        }

        private static List<TrackerWeightDetails> trackers(Router router) {
            return router.details().trackers();
        }

        /** keepalived counts within each list, also of interfaces, which the MIB has otherwise. */
        private void add(
                List<Row<TrackerWeightDetails>> rows,
                int owner,
                List<TrackerWeightDetails> trackers) {
            int place = 0;
            for (TrackerWeightDetails tracker : trackers) {
                if (tracker.kind().equals(kind)) {
                    place++;
                    rows.add(new Row<>(Oid.of(owner, place), tracker));
                }
            }
        }

        private Table<TrackerWeightDetails> table(int number) {
            return new Table<TrackerWeightDetails>(Oids.VRRP.plus(number, 1))
                    .column(first, tracker -> Value.text(tracker.name()))
                    .column(first + 1, tracker -> Value.number(tracker.weight()))
                    .column(first + 2, tracker -> Values.truth(tracker.reverse()));
        }
    }

    private KeepalivedMib() {}

    static void write(Variables.Builder variables, Scene scene, Beans beans) {
        GROUPS.write(
                variables,
                scene.groups().stream()
                        .map(group -> new Row<>(Oid.of(group.details().place()), group))
                        .toList());
        MEMBERS.write(variables, members(scene));
        INSTANCES.write(
                variables,
                scene.routers().stream()
                        .map(router -> new Row<>(Oid.of(router.details().place()), router))
                        .toList());
        TRACKERS.forEach(tables -> tables.write(variables, scene));
        addresses().write(variables, addresses(scene, beans));
        SCRIPTS.write(
                variables,
                scene.scripts().stream()
                        .map(script -> new Row<>(Oid.of(script.details().place()), script))
                        .toList());
        TrackedThings.write(variables, beans);
        Routes.write(variables, scene, beans);
        Rules.write(variables, scene, beans);
    }

    private static Table<Scene.Group> groups() {
        return new Table<Scene.Group>(Oids.GROUP_ENTRY)
                .column(2, group -> Value.text(group.status().name()))
                .column(3, group -> Values.state(group.status().state()))
                .column(4, group -> Values.truth(group.details().smtpAlert()))
                .column(5, group -> Values.truth(!group.details().scripts().isEmpty()))
                .maybe(6, group -> script(group.details().scripts(), "MASTER"))
                .maybe(7, group -> script(group.details().scripts(), "BACKUP"))
                .maybe(8, group -> script(group.details().scripts(), "FAULT"))
                .maybe(9, group -> script(group.details().scripts(), "ANY"))
                .column(10, group -> Values.truth(group.details().trackingWeight()))
                .maybe(11, group -> script(group.details().scripts(), "STOP"));
    }

    private static Optional<Value> script(Map<String, String> scripts, String occasion) {
        return Values.textOf(scripts.get(occasion));
    }

    private static List<Row<String>> members(Scene scene) {
        List<Row<String>> rows = new ArrayList<>();
        for (Scene.Group group : scene.groups()) {
            List<String> members = group.details().members();
            for (int place = 0; place < members.size(); place++) {
                rows.add(new Row<>(Oid.of(group.details().place(), place + 1), members.get(place)));
            }
        }
        return rows;
    }

    private static Table<Router> instances() {
        Table<Router> table =
                new Table<Router>(Oids.INSTANCE_ENTRY)
                        .column(2, router -> Value.text(router.status().name()))
                        .column(3, router -> Value.gauge(router.status().virtualRouterId()))
                        .column(4, router -> Values.state(router.status().state()))
                        .column(5, router -> initialState(router.details()))
                        .column(6, router -> Values.state(router.status().state()))
                        .settable(
                                7,
                                router -> Value.number(router.basePriority()),
                                PrioritySetter::new)
                        .column(8, router -> Value.number(router.status().effectivePriority()))
                        .column(9, router -> Values.truth(router.isMaster()))
                        .column(10, router -> Value.text(router.status().interfaceName()))
                        .column(11, KeepalivedMib::tracksInterfaces)
                        .column(12, KeepalivedMib::advertInterval)
                        .column(13, router -> Values.truth(router.details().preempt()))
                        .column(14, router -> seconds(router.details().preemptDelayMillis()))
                        .column(15, KeepalivedMib::authentication)
                        .column(16, router -> Values.truth(false))
                        .maybe(18, router -> Values.textOf(router.details().syncGroup()))
                        .column(19, router -> seconds(router.details().garpDelayMillis()))
                        .column(20, router -> Values.truth(router.details().smtpAlert()));
        return behaviour(table);
    }

    private static Table<Router> behaviour(Table<Router> table) {
        return table.column(21, router -> Values.truth(!router.details().scripts().isEmpty()))
                .maybe(22, router -> script(router.details().scripts(), "MASTER"))
                .maybe(23, router -> script(router.details().scripts(), "BACKUP"))
                .maybe(24, router -> script(router.details().scripts(), "FAULT"))
                .maybe(25, router -> script(router.details().scripts(), "STOP"))
                .maybe(26, router -> script(router.details().scripts(), "ANY"))
                .column(27, KeepalivedMib::accept)
                .column(28, router -> Values.truth(router.details().promoteSecondaries()))
                .column(29, router -> Values.truth(false))
                .column(30, router -> Value.number(router.status().version()))
                .maybe(31, router -> script(router.details().scripts(), "MASTER_RX_LOWER_PRI"))
                .maybe(32, router -> script(router.details().scripts(), "DELETED"))
                .column(33, router -> Values.truth(router.details().deletedReported()))
                .maybe(34, router -> multicast(router).map(Values::addressType).map(Value::number))
                .maybe(35, router -> multicast(router).map(Values::octets).map(Value.Text::new));
    }

    static Value initialState(VrrpInstanceDetails details) {
        return Values.state(details.initiallyMaster() ? "MASTER" : "BACKUP");
    }

    /** What keepalived tells here is whether there is a track_interface. */
    private static Value tracksInterfaces(Router router) {
        return Values.truth(
                router.details().trackers().stream()
                        .anyMatch(each -> each.kind().equals("interface")));
    }

    /** Seconds of version 2, hundredths of version 3. */
    private static Value advertInterval(Router router) {
        int unit = router.status().version() == 2 ? MILLIS : CENTI_MILLIS;
        return Value.gauge(router.status().advertIntervalMillis() / unit);
    }

    private static Value authentication(Router router) {
        return Value.number(AUTHENTICATION.getOrDefault(router.details().authentication(), 0));
    }

    private static Value seconds(long millis) {
        return Value.gauge(millis / MILLIS);
    }

    /** Version 2 knows no accept mode, for which keepalived says 0. */
    private static Value accept(Router router) {
        return router.status().version() == 2
                ? Value.number(0)
                : Values.truth(router.details().accept());
    }

    private static Optional<IpAddress> multicast(Router router) {
        return Optional.of(router.details().multicastGroup())
                .filter(group -> !group.isEmpty())
                .map(IpAddress::of);
    }

    private static Table<Address> addresses() {
        return new Table<Address>(Oids.VRRP.plus(6, 1))
                .column(2, each -> Value.number(Values.addressType(each.address())))
                .column(3, each -> new Value.Text(Values.octets(each.address())))
                .maybe(4, KeepalivedMib::broadcast)
                .column(5, each -> Value.gauge(Values.prefix(each.details().prefix()).length()))
                .column(6, each -> Values.scope(each.details().scope()))
                .column(7, each -> Value.number(each.linkIndex()))
                .column(8, each -> Value.text(each.details().interfaceName()))
                .maybe(9, each -> Values.textOf(each.details().label()))
                .column(10, each -> Values.truth(each.set()))
                .column(11, each -> Values.truth(each.details().advertised()))
                .maybe(12, each -> Values.addressOf(each.details().peer()));
    }

    private static Optional<Value> broadcast(Address each) {
        int type = Values.addressType(each.address());
        return type == Values.IPV4
                ? Optional.of(new Value.Text(Values.octets(each.details().broadcast(), type)))
                : Optional.empty();
    }

    /** Those that are static belong to a virtual router 0. */
    private static List<Row<Address>> addresses(Scene scene, Beans beans) {
        List<Row<Address>> rows = new ArrayList<>();
        beans.all(VrrpStaticMXBean.class)
                .forEach(bean -> addAddresses(rows, 0, bean.getAddresses(), true, scene));
        for (Router router : scene.routers()) {
            VrrpInstanceDetails details = router.details();
            addAddresses(rows, details.place(), details.addresses(), router.isMaster(), scene);
        }
        return rows;
    }

    private static void addAddresses(
            List<Row<Address>> rows,
            int owner,
            List<VirtualAddressDetails> addresses,
            boolean set,
            Scene scene) {
        int place = 0;
        for (VirtualAddressDetails each : addresses) {
            place++;
            rows.add(
                    new Row<>(
                            Oid.of(owner, place),
                            new Address(
                                    each,
                                    Values.prefix(each.prefix()).address(),
                                    scene.linkIndex(each.interfaceName()),
                                    set)));
        }
    }

    private static Table<Scene.Script> scripts() {
        return new Table<Scene.Script>(Oids.VRRP.plus(9, 1))
                .column(2, script -> Value.text(script.status().name()))
                .column(3, script -> Value.text(script.details().command()))
                .column(
                        4,
                        script -> Value.number((int) (script.details().intervalMillis() / MILLIS)))
                .column(5, script -> Value.number(script.details().weight()))
                .column(6, KeepalivedMib::result)
                .column(7, script -> Value.gauge(script.details().rise()))
                .column(8, script -> Value.gauge(script.details().fall()))
                .column(9, script -> Values.truth(script.details().reverse()));
    }

    private static Value result(Scene.Script script) {
        return Value.number(
                switch (script.status().state()) {
                    case "GOOD" -> 3;
                    case "BAD" -> 2;
                    default -> 1;
                });
    }
}
