package org.ninelives.snmp.mib;

import java.util.List;
import java.util.function.ToIntFunction;
import org.ninelives.api.management.BfdDetails;
import org.ninelives.api.management.BfdSessionMXBean;
import org.ninelives.api.management.FileDetails;
import org.ninelives.api.management.FileTrackerMXBean;
import org.ninelives.api.management.ProcessDetails;
import org.ninelives.api.management.ProcessTrackerMXBean;
import org.ninelives.api.management.TrackerStatus;
import org.ninelives.snmp.core.Variables;
import org.ninelives.snmp.mib.Table.Row;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Value;

/** The files, BFD sessions and processes of KEEPALIVED-MIB that virtual routers can track. */
final class TrackedThings {

    private static final Table<FileRow> FILES =
            new Table<FileRow>(Oids.VRRP.plus(13, 1))
                    .column(2, file -> Value.text(file.status().name()))
                    .column(3, file -> Value.text(file.details().path()))
                    .column(4, file -> Value.number((int) file.status().value()))
                    .column(5, file -> Value.number(file.details().weight()))
                    .column(6, file -> Values.truth(file.details().reverse()));

    private static final Table<BfdRow> SESSIONS =
            new Table<BfdRow>(Oids.VRRP.plus(18, 1))
                    .column(2, session -> Value.text(session.name()))
                    .column(3, session -> Value.number(session.up() ? 1 : 0))
                    .column(4, session -> Value.number(session.details().weight()))
                    .column(5, session -> Values.truth(session.details().reverse()));

    private static final Table<ProcessRow> PROCESSES = processes();

    private record FileRow(TrackerStatus status, FileDetails details) {}

    private record BfdRow(String name, boolean up, BfdDetails details) {}

    private record ProcessRow(TrackerStatus status, ProcessDetails details) {}

    private TrackedThings() {}

    static void write(Variables.Builder variables, Beans beans) {
        FILES.write(
                variables,
                rows(
                        beans.all(FileTrackerMXBean.class).stream()
                                .map(bean -> new FileRow(bean.getStatus(), bean.getDetails()))
                                .toList(),
                        file -> file.details().place()));
        SESSIONS.write(
                variables,
                rows(
                        beans.all(BfdSessionMXBean.class).stream()
                                .map(TrackedThings::session)
                                .toList(),
                        session -> session.details().place()));
        PROCESSES.write(
                variables,
                rows(
                        beans.all(ProcessTrackerMXBean.class).stream()
                                .map(bean -> new ProcessRow(bean.getStatus(), bean.getDetails()))
                                .toList(),
                        process -> process.details().place()));
    }

    private static BfdRow session(BfdSessionMXBean bean) {
        return new BfdRow(
                bean.getStatus().name(), bean.getStatus().state().equals("Up"), bean.getDetails());
    }

    private static <R> List<Row<R>> rows(List<R> things, ToIntFunction<R> place) {
        return things.stream()
                .filter(thing -> place.applyAsInt(thing) > 0)
                .map(thing -> new Row<>(Oid.of(place.applyAsInt(thing)), thing))
                .toList();
    }

    private static Table<ProcessRow> processes() {
        return new Table<ProcessRow>(Oids.VRRP.plus(21, 1))
                .column(2, process -> Value.text(process.status().name()))
                .column(3, process -> Value.text(process.details().program()))
                .column(4, process -> Value.text(String.join(" ", process.details().parameters())))
                .column(5, process -> match(process.details()))
                .column(6, process -> Value.number(process.details().weight()))
                .column(7, process -> Values.truth(process.details().reverse()))
                .column(8, process -> Value.gauge(process.details().quorum()))
                .column(9, process -> Value.number(process.details().quorumMax()))
                .column(10, process -> Value.gauge(process.details().forkDelayMicros()))
                .column(11, process -> Value.gauge(process.details().terminateDelayMicros()))
                .column(12, process -> Values.truth(process.details().fullCommand()))
                .column(13, process -> Value.number((int) process.status().value()))
                .column(14, process -> Values.truth(process.status().state().equals("GOOD")));
    }

    /** In the order of the MIB, which keepalived 2.2.7 does not keep. */
    private static Value match(ProcessDetails details) {
        return Value.number(
                switch (details.parameterMatch()) {
                    case "EXACT" -> 1;
                    case "PARTIAL" -> 2;
                    case "INITIAL" -> 3;
                    default -> 0;
                });
    }
}
