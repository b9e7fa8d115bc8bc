package org.ninelives.ctl;

import java.util.List;
import java.util.Map;
import org.ninelives.api.management.ChangeRow;
import org.ninelives.api.management.CheckRow;
import org.ninelives.api.management.EventRecord;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.ReloadReport;
import org.ninelives.api.management.VrrpInstanceStatus;

/** What beans answer. */
final class Samples {

    private Samples() {}

    static VrrpInstanceStatus instance(String name, String state) {
        return new VrrpInstanceStatus(
                name,
                state,
                "no advert was heard",
                "eth0",
                51,
                2,
                "IPv4",
                100,
                100,
                false,
                1000,
                "",
                -1,
                "192.0.2.1",
                List.of("10.0.0.44/24"),
                false,
                0,
                List.of(),
                List.of());
    }

    static RealServerStatus server(String virtual, String real, String state) {
        return new RealServerStatus(
                virtual,
                real,
                state,
                "drained by hand",
                1,
                0,
                false,
                0,
                0,
                5,
                -1,
                List.of(),
                List.of());
    }

    static CheckRow check(String virtual, String real, String verdict) {
        return new CheckRow(
                virtual, real, 1, "TCP_CHECK", verdict, 0, "connection refused", false, 0, 0);
    }

    static ReloadReport report(String result) {
        return new ReloadReport(
                result,
                "1 change",
                0,
                0,
                List.of(),
                List.of("CHANGE vrrp_instance VI_1: priority 100 -> 150"),
                List.of(new ChangeRow("CHANGE", "vrrp_instance", "VI_1", "priority 100 -> 150")),
                "0123456789abcdef",
                0,
                3);
    }

    static OverrideStatus override(String kind, String subject, String value) {
        return new OverrideStatus(
                kind, subject, value, "100", "control at 127.0.0.1", 0, 0, "UNTIL_RESTART");
    }

    static EventRecord event(long sequence) {
        return new EventRecord(sequence, 0, "daemon", "daemon", "event " + sequence, Map.of());
    }
}
