package org.ninelives.snmp.mib;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.IpvsDetails;
import org.ninelives.api.management.IpvsMXBean;
import org.ninelives.api.management.MailDetails;
import org.ninelives.api.management.MailMXBean;
import org.ninelives.api.net.IpAddress;
import org.ninelives.snmp.core.Variables;
import org.ninelives.snmp.mib.Table.Row;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Value;

/** The daemon as a whole: the global group of KEEPALIVED-MIB. */
final class GlobalGroup {

    private static final Oid MAIL = Oids.GLOBAL.plus(3);
    private static final Table<String> RECIPIENTS =
            new Table<String>(MAIL.plus(5, 1)).column(2, Value::text);

    private GlobalGroup() {}

    static void write(Variables.Builder variables, Beans beans, String routerId, boolean traps) {
        String version =
                beans.all(DaemonMXBean.class).stream()
                        .map(DaemonMXBean::getVersion)
                        .findFirst()
                        .orElse("");
        variables.scalar(Oids.GLOBAL.plus(1), Value.text("Ninelives v" + version));
        variables.scalar(Oids.GLOBAL.plus(2), Value.text(routerId));
        beans.all(MailMXBean.class).stream()
                .map(MailMXBean::getDetails)
                .findFirst()
                .ifPresent(mail -> mail(variables, mail));
        variables.scalar(Oids.GLOBAL.plus(4), Values.truth(traps));
        // Links are heard of by netlink, counters have 64 bits, namespaces are a matter of
        // whoever starts the daemon, D-Bus is not spoken, and interfaces may come and go.
        variables.scalar(Oids.GLOBAL.plus(5), Value.number(1));
        variables.scalar(Oids.GLOBAL.plus(7), Values.truth(true));
        variables.scalar(Oids.GLOBAL.plus(8), Value.text(""));
        variables.scalar(Oids.GLOBAL.plus(9), Values.truth(false));
        variables.scalar(Oids.GLOBAL.plus(10), Values.truth(true));
        balancer(variables, beans);
    }

    /** Without a virtual server nothing is balanced, and nothing cleared. */
    private static void balancer(Variables.Builder variables, Beans beans) {
        Optional<IpvsDetails> ipvs =
                beans.all(IpvsMXBean.class).stream().map(IpvsMXBean::getDetails).findFirst();
        variables.scalar(
                Oids.GLOBAL.plus(6), Values.truth(ipvs.map(IpvsDetails::flush).orElse(false)));
        variables.scalar(
                Oids.GLOBAL.plus(11),
                Value.number(
                        switch (ipvs.map(IpvsDetails::flushOnStop).orElse("NONE")) {
                            case "ALL" -> 1;
                            case "VS" -> 3;
                            default -> 2;
                        }));
    }

    private static void mail(Variables.Builder variables, MailDetails mail) {
        server(variables, mail);
        if (!mail.from().isEmpty()) {
            variables.scalar(MAIL.plus(4), Value.text(mail.from()));
        }
        List<String> recipients = mail.recipients();
        RECIPIENTS.write(
                variables,
                IntStream.range(0, recipients.size())
                        .mapToObj(place -> new Row<>(Oid.of(place + 1), recipients.get(place)))
                        .toList());
        variables.scalar(MAIL.plus(7), Values.truth(mail.faults()));
        variables.scalar(MAIL.plus(8), alert(mail.alert()));
        variables.scalar(MAIL.plus(9), alert(mail.alertVrrp()));
        variables.scalar(MAIL.plus(10), alert(mail.alertChecker()));
    }

    private static void server(Variables.Builder variables, MailDetails mail) {
        if (mail.serverPort() == 0) {
            return;
        }
        // A name is asked for at each delivery, so there is no address of it to tell.
        literal(mail.serverHost())
                .ifPresent(
                        address -> {
                            variables.scalar(
                                    MAIL.plus(1), Value.number(Values.addressType(address)));
                            variables.scalar(MAIL.plus(2), new Value.Text(Values.octets(address)));
                        });
        variables.scalar(
                MAIL.plus(3), Value.gauge(TimeUnit.MILLISECONDS.toSeconds(mail.timeoutMillis())));
        variables.scalar(MAIL.plus(6), Value.gauge(mail.serverPort()));
    }

    private static Optional<IpAddress> literal(String host) {
        try {
            return Optional.of(IpAddress.of(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Value alert(String written) {
        return Value.number(
                switch (written) {
                    case "ON" -> 1;
                    case "OFF" -> 2;
                    default -> 3;
                });
    }
}
