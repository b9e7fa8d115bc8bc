package org.ninelives.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.management.IpvsDetails;
import org.ninelives.api.management.RealServerDetails;
import org.ninelives.api.management.ServerGroupDetails;
import org.ninelives.api.management.ServerGroupMember;
import org.ninelives.api.management.ServerTraffic;
import org.ninelives.api.management.SyncDaemonDetails;
import org.ninelives.snmp.core.Variables;
import org.ninelives.snmp.mib.CheckScene.Real;
import org.ninelives.snmp.mib.CheckScene.Virtual;
import org.ninelives.snmp.mib.Table.Row;
import org.ninelives.snmp.settings.StatisticsAges;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Value;

/** Load balancing, the check group of KEEPALIVED-MIB. For one thread. */
public final class CheckMib {

    private static final Table<ServerGroupDetails> GROUPS =
            new Table<ServerGroupDetails>(Oids.CHECK.plus(1, 1))
                    .column(2, group -> Value.text(group.name()));
    private static final Table<ServerGroupMember> MEMBERS = members();

    private final Statistics<IpvsCounters> ofVirtual;
    private final Statistics<ServerTraffic> ofReal;

    CheckMib(StatisticsAges ages) {
        ofVirtual = new Statistics<>(ages.virtualServers().toMillis());
        ofReal = new Statistics<>(ages.realServers().toMillis());
    }

    private static Table<ServerGroupMember> members() {
        return new Table<ServerGroupMember>(Oids.CHECK.plus(2, 1))
                .column(2, member -> Value.number(type(member)))
                .maybe(3, member -> CheckValues.positive(member.fwmark()))
                .maybe(4, member -> Values.textOf(member.first()).map(any -> addressType(member)))
                .maybe(5, member -> first(member, 2))
                .maybe(6, member -> first(member, 3))
                .maybe(7, member -> first(member, 3).map(any -> CheckValues.octets(member.last())))
                .maybe(8, member -> Values.textOf(member.first()).map(any -> port(member)));
    }

    /** {@code fwmark}, {@code ip} or {@code iprange}. */
    private static int type(ServerGroupMember member) {
        if (member.first().isEmpty()) {
            return 1;
        }
        return member.first().equals(member.last()) ? 2 : 3;
    }

    private static Value addressType(ServerGroupMember member) {
        return CheckValues.addressType(member.first());
    }

    private static Value port(ServerGroupMember member) {
        return Value.gauge(member.port());
    }

    private static Optional<Value> first(ServerGroupMember member, int type) {
        return CheckValues.address(member.first()).filter(any -> type(member) == type);
    }

    void write(Variables.Builder variables, CheckScene scene, long nowMillis) {
        ofVirtual.renew(nowMillis);
        ofReal.renew(nowMillis);
        writeGroups(variables, scene.ipvs().map(IpvsDetails::groups).orElse(List.of()));
        List<Row<VirtualServerTable.Row>> virtual = new ArrayList<>();
        List<Row<RealServerTable.Row>> real = new ArrayList<>();
        for (Virtual server : scene.virtualServers()) {
            int place = virtual.size() + 1;
            virtual.add(new Row<>(Oid.of(place), row(server)));
            List<RealServerTable.Row> rows = rows(server);
            for (int number = 0; number < rows.size(); number++) {
                real.add(new Row<>(Oid.of(place, number + 1), rows.get(number)));
            }
        }
        VirtualServerTable.TABLE.write(variables, virtual);
        RealServerTable.TABLE.write(variables, real);
        scene.ipvs().ifPresent(ipvs -> writeGlobals(variables, ipvs));
    }

    private static void writeGroups(Variables.Builder variables, List<ServerGroupDetails> groups) {
        List<Row<ServerGroupDetails>> rows = new ArrayList<>();
        List<Row<ServerGroupMember>> members = new ArrayList<>();
        for (ServerGroupDetails group : groups) {
            int place = rows.size() + 1;
            rows.add(new Row<>(Oid.of(place), group));
            int number = 0;
            // keepalived counts marks first, then single addresses, then ranges.
            for (int type = 1; type <= 3; type++) {
                for (ServerGroupMember member : group.members()) {
                    if (type(member) == type) {
                        number++;
                        members.add(new Row<>(Oid.of(place, number), member));
                    }
                }
            }
        }
        GROUPS.write(variables, rows);
        MEMBERS.write(variables, members);
    }

    private VirtualServerTable.Row row(Virtual virtual) {
        return new VirtualServerTable.Row(
                virtual, ofVirtual.of(virtual.status().name(), virtual.bean()::getCounters));
    }

    private List<RealServerTable.Row> rows(Virtual virtual) {
        List<RealServerTable.Row> rows = new ArrayList<>();
        for (RealServerDetails sorry : virtual.details().sorryServer()) {
            ServerTraffic traffic =
                    ofReal.of(virtual.status().name(), virtual.bean()::getSorryTraffic);
            rows.add(new RealServerTable.Row(Optional.empty(), sorry, traffic));
        }
        for (Real real : virtual.realServers()) {
            ServerTraffic traffic =
                    ofReal.of(
                            virtual.status().name() + " " + real.status().name(),
                            real.bean()::getTraffic);
            rows.add(new RealServerTable.Row(Optional.of(real), real.details(), traffic));
        }
        return rows;
    }

    private static void writeGlobals(Variables.Builder variables, IpvsDetails ipvs) {
        Oid sync = Oids.CHECK.plus(6);
        variables.scalar(sync.plus(1), Values.truth(!ipvs.sync().isEmpty()));
        ipvs.sync().forEach(each -> write(variables, sync, each));
        Oid timeouts = Oids.CHECK.plus(7);
        positive(variables, timeouts.plus(1), ipvs.tcpSeconds());
        positive(variables, timeouts.plus(2), ipvs.tcpFinSeconds());
        positive(variables, timeouts.plus(3), ipvs.udpSeconds());
    }

    private static void write(Variables.Builder variables, Oid sync, SyncDaemonDetails daemon) {
        variables.scalar(sync.plus(2), Value.text(daemon.interfaceName()));
        if (!daemon.instance().isEmpty()) {
            variables.scalar(sync.plus(3), Value.text(daemon.instance()));
        }
        if (daemon.syncId() >= 0) {
            variables.scalar(sync.plus(4), Value.number(daemon.syncId()));
        }
        positive(variables, sync.plus(5), daemon.maxLength());
        positive(variables, sync.plus(6), daemon.port());
        positive(variables, sync.plus(7), daemon.ttl());
        if (!daemon.group().isEmpty()) {
            variables.scalar(sync.plus(8), CheckValues.addressType(daemon.group()));
            variables.scalar(sync.plus(9), CheckValues.octets(daemon.group()));
        }
    }

    /** There is none where nothing is configured. */
    private static void positive(Variables.Builder variables, Oid name, int number) {
        if (number > 0) {
            variables.scalar(name, Value.number(number));
        }
    }
}
