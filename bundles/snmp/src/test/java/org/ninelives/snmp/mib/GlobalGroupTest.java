package org.ninelives.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.FileDetails;
import org.ninelives.api.management.FileTrackerMXBean;
import org.ninelives.api.management.IpvsDetails;
import org.ninelives.api.management.IpvsMXBean;
import org.ninelives.api.management.MailDetails;
import org.ninelives.api.management.MailMXBean;
import org.ninelives.api.management.ProcessDetails;
import org.ninelives.api.management.ProcessTrackerMXBean;
import org.ninelives.api.management.TrackerStatus;
import org.ninelives.snmp.core.Variables;
import org.ninelives.snmp.wire.Octets;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Value;

/** The daemon as a whole, and what virtual routers can track. */
class GlobalGroupTest {

    private static final Oid KEEPALIVED = Oid.of("1.3.6.1.4.1.9586.100.5");

    private static final Value NONE = Value.nothing(Value.Reason.NO_SUCH_OBJECT);

    private static Value get(FakeBeans beans, String name) {
        Variables.Builder builder = new Variables.Builder();
        GlobalGroup.write(builder, beans, "node-a", true);
        TrackedThings.write(builder, beans);
        return builder.build().get(KEEPALIVED.plus(Oid.of(name)));
    }

    private static FakeBeans mail(String host, int port) {
        return new FakeBeans()
                .with(
                        MailMXBean.class,
                        Map.of(
                                "getDetails",
                                new MailDetails(
                                        host,
                                        port,
                                        12_000,
                                        "a@example.com",
                                        List.of("b@example.com", "c@example.com"),
                                        false,
                                        "UNSET",
                                        "ON",
                                        "OFF")));
    }

    @Test
    void mailIsToldWithoutItsPassword() {
        FakeBeans beans = mail("10.0.0.9", 2525);

        assertThat(get(beans, "1.3.1.0")).isEqualTo(Value.number(1));
        assertThat(get(beans, "1.3.2.0"))
                .isEqualTo(new Value.Text(Octets.of((byte) 10, (byte) 0, (byte) 0, (byte) 9)));
        assertThat(get(beans, "1.3.3.0")).isEqualTo(Value.gauge(12));
        assertThat(get(beans, "1.3.5.1.2.2")).isEqualTo(Value.text("c@example.com"));
        assertThat(get(beans, "1.3.6.0")).isEqualTo(Value.gauge(2525));
        assertThat(get(beans, "1.3.7.0")).isEqualTo(Value.number(2));
        assertThat(get(beans, "1.3.8.0")).isEqualTo(Value.number(3));
        assertThat(get(beans, "1.3.9.0")).isEqualTo(Value.number(1));
        assertThat(get(beans, "1.3.10.0")).isEqualTo(Value.number(2));
    }

    @Test
    void aServerWithANameHasNoAddress() {
        assertThat(get(mail("mail.example.com", 25), "1.3.2.0")).isEqualTo(NONE);
        assertThat(get(mail("mail.example.com", 25), "1.3.6.0")).isEqualTo(Value.gauge(25));
        assertThat(get(mail("", 0), "1.3.6.0")).isEqualTo(NONE);
    }

    @Test
    void whatIsClearedIsToldOfWhatIsBalanced() {
        FakeBeans balancing =
                new FakeBeans()
                        .with(
                                IpvsMXBean.class,
                                Map.of(
                                        "getDetails",
                                        new IpvsDetails(
                                                List.of(), List.of(), List.of(), 0, 0, 0, true,
                                                "VS")));

        assertThat(get(balancing, "1.6.0")).isEqualTo(Value.number(1));
        assertThat(get(balancing, "1.11.0")).isEqualTo(Value.number(3));
        assertThat(get(new FakeBeans(), "1.6.0")).isEqualTo(Value.number(2));
        assertThat(get(new FakeBeans(), "1.11.0")).isEqualTo(Value.number(2));
    }

    private static TrackerStatus status(String kind, String state, long value) {
        return new TrackerStatus(kind, "it", state, value, 0, "", List.of());
    }

    @Test
    void trackedThingsStandAtTheirPlaces() {
        FakeBeans beans =
                new FakeBeans()
                        .with(
                                FileTrackerMXBean.class,
                                Map.of(
                                        "getStatus",
                                        status("file", "VALUE", -3),
                                        "getDetails",
                                        new FileDetails(2, "/run/it", 4, true)))
                        .with(
                                ProcessTrackerMXBean.class,
                                Map.of(
                                        "getStatus",
                                        status("process", "GOOD", 5),
                                        "getDetails",
                                        new ProcessDetails(
                                                1,
                                                "/bin/it",
                                                List.of("-f", "x"),
                                                "PARTIAL",
                                                true,
                                                2,
                                                -1,
                                                3_000_000,
                                                1_000_000,
                                                -4,
                                                false)));

        assertThat(get(beans, "2.13.1.3.2")).isEqualTo(Value.text("/run/it"));
        assertThat(get(beans, "2.13.1.4.2")).isEqualTo(Value.number(-3));
        assertThat(get(beans, "2.13.1.6.2")).isEqualTo(Value.number(1));
        assertThat(get(beans, "2.21.1.4.1")).isEqualTo(Value.text("-f x"));
        assertThat(get(beans, "2.21.1.5.1")).isEqualTo(Value.number(2));
        assertThat(get(beans, "2.21.1.9.1")).isEqualTo(Value.number(-1));
        assertThat(get(beans, "2.21.1.10.1")).isEqualTo(Value.gauge(3_000_000));
        assertThat(get(beans, "2.21.1.13.1")).isEqualTo(Value.number(5));
        assertThat(get(beans, "2.21.1.14.1")).isEqualTo(Value.number(1));
    }
}
