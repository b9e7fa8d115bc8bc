package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ninelives.api.track.Finding.BAD;
import static org.ninelives.api.track.Finding.GOOD;
import static org.ninelives.api.track.Finding.UNKNOWN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.vrrp.core.Tracking.Watched;

class TrackingTest {

    @ParameterizedTest
    @CsvSource({
        // weight, reverse, priority while unknown, good, bad
        "20, false, 100, 120, 100",
        "-20, false, 100, 100, 80",
        "20, true, 100, 100, 120",
        "-20, true, 100, 80, 100",
        "253, false, 100, 254, 100",
        "-253, false, 100, 100, 1",
    })
    void aWeightCountsWhileTheThingIsGoodOrBad(
            int weight, boolean reverse, int unknown, int good, int bad) {
        Tracker script = new Tracker(TrackerKind.SCRIPT, "chk", weight, reverse);

        assertThat(of(100, script, UNKNOWN)).isEqualTo(new Tracking(unknown, List.of()));
        assertThat(of(100, script, GOOD)).isEqualTo(new Tracking(good, List.of()));
        assertThat(of(100, script, BAD)).isEqualTo(new Tracking(bad, List.of()));
    }

    @Test
    void withoutWeightWhatIsBadIsAFault() {
        Tracker script = new Tracker(TrackerKind.SCRIPT, "chk", 0, false);
        Tracker link = new Tracker(TrackerKind.INTERFACE, "eth1", 0, false);

        assertThat(of(100, script, GOOD).faults()).isEmpty();
        assertThat(of(100, script, BAD).faults())
                .containsExactly(new Fault(Fault.Kind.TRACKER, "script chk"));
        assertThat(of(100, link, BAD).faults())
                .containsExactly(new Fault(Fault.Kind.INTERFACE_DOWN, "interface eth1 down"));
    }

    @Test
    void reversedWithoutWeightWhatIsGoodIsAFault() {
        Tracker link = new Tracker(TrackerKind.INTERFACE, "eth1", 0, true);

        assertThat(of(100, link, BAD).faults()).isEmpty();
        assertThat(of(100, link, GOOD).faults())
                .containsExactly(new Fault(Fault.Kind.INTERFACE_DOWN, "interface eth1 up"));
    }

    @Test
    void withoutWeightWhatIsUnknownIsAwaited() {
        List<Fault> faults =
                of(100, new Tracker(TrackerKind.SCRIPT, "chk", 0, false), UNKNOWN).faults();

        assertThat(faults).containsExactly(new Fault(Fault.Kind.AWAITED, "script chk"));
        assertThat(faults).noneMatch(Fault::isReal);
    }

    @Test
    void aVirtualServerThatIsUnknownHoldsNobody() {
        Tracker server = new Tracker(TrackerKind.VIRTUAL_SERVER, "10.0.0.1:80", 0, false);

        assertThat(of(100, server, UNKNOWN).faults()).isEmpty();
        assertThat(of(100, server, BAD).faults())
                .containsExactly(new Fault(Fault.Kind.TRACKER, "virtual_server 10.0.0.1:80"));
    }

    @ParameterizedTest
    @CsvSource({
        // weight, reverse, value, priority, fault
        "1, false, 0, 100, false",
        "1, false, -30, 70, false",
        "2, false, 30, 160, false",
        "2, true, 30, 40, false",
        "1, false, -253, 1, false",
        "1, false, -254, 100, true",
        "-2, false, 127, 100, true",
        "254, false, -1, 100, true",
        "254, false, 1, 254, false",
        "1, true, 254, 100, true",
        "1, false, 9223372036854775807, 254, false",
        "1, false, -9223372036854775808, 100, true",
        "0, false, 0, 100, false",
        "0, false, 7, 100, true",
        "0, true, 0, 100, true",
        "0, true, 7, 100, false",
    })
    void theNumberInAFileIsMultiplied(
            int weight, boolean reverse, long value, int priority, boolean fault) {
        Tracker file = new Tracker(TrackerKind.FILE, "f", weight, reverse);

        Tracking tracking = of(100, file, new Finding.Value(value));

        assertThat(tracking.priority()).isEqualTo(priority);
        assertThat(tracking.faults())
                .isEqualTo(fault ? List.of(new Fault(Fault.Kind.TRACKER, "file f")) : List.of());
    }

    @Test
    void aFileRaisesThePriorityByAtMost253() {
        Tracker file = new Tracker(TrackerKind.FILE, "f", 100, false);
        Tracker script = new Tracker(TrackerKind.SCRIPT, "chk", -250, false);

        assertThat(
                        Tracking.of(
                                        100,
                                        List.of(
                                                new Watched(file, new Finding.Value(3)),
                                                new Watched(script, BAD)))
                                .priority())
                .isEqualTo(103);
    }

    @Test
    void weightsAreAddedBeforeTheLimitsApply() {
        Tracker up = new Tracker(TrackerKind.INTERFACE, "eth1", 200, false);
        Tracker down = new Tracker(TrackerKind.BFD, "s", -90, false);

        assertThat(
                        Tracking.of(100, List.of(new Watched(up, GOOD), new Watched(down, BAD)))
                                .priority())
                .isEqualTo(210);
    }

    @Test
    void theOwnerKeepsItsPriorityButHasFaults() {
        Tracker weighted = new Tracker(TrackerKind.SCRIPT, "a", -20, false);
        Tracker plain = new Tracker(TrackerKind.PROCESS, "b", 0, false);

        assertThat(Tracking.of(255, List.of(new Watched(weighted, BAD), new Watched(plain, BAD))))
                .isEqualTo(new Tracking(255, List.of(new Fault(Fault.Kind.TRACKER, "process b"))));
    }

    @Test
    void onlyFilesHaveAWeightOf254() {
        assertThat(new Tracker(TrackerKind.FILE, "f", -254, false).weight()).isEqualTo(-254);
        assertThatThrownBy(() -> new Tracker(TrackerKind.SCRIPT, "chk", -254, false))
                .hasMessage("weight: -254 is not in -253..253");
        assertThatThrownBy(() -> new Tracker(TrackerKind.FILE, "f", 255, false))
                .hasMessage("weight: 255 is not in -254..254");
    }

    @Test
    void anOwnerTracksNothingWithAWeight() {
        Tracker plain = new Tracker(TrackerKind.SCRIPT, "plain", 0, true);
        TrackerRules rules =
                TrackerRules.ofOwner(
                        List.of(plain, new Tracker(TrackerKind.PROCESS, "p", 5, false)));

        assertThat(rules.trackers()).containsExactly(plain);
        assertThat(rules.changes())
                .extracting(TrackerRules.Change::message)
                .singleElement()
                .asString()
                .startsWith("process p is not tracked: no weight changes priority 255");
    }

    @ParameterizedTest
    @CsvSource({
        // kind, weight, what is left of it: weight, or nothing
        "INTERFACE, 20, 0",
        "INTERFACE, 0, 0",
        "FILE, 1, 0",
        "FILE, 2,",
        "FILE, 0, 0",
        "SCRIPT, -20,",
        "SCRIPT, 0, 0",
        "BFD, 20,",
        "PROCESS, 20, 20",
    })
    void aMemberOfASyncGroupTracksWithoutWeights(TrackerKind kind, int weight, Integer left) {
        TrackerRules rules =
                TrackerRules.ofMember("G", List.of(new Tracker(kind, "x", weight, true)));

        if (left == null) {
            assertThat(rules.trackers()).isEmpty();
            assertThat(rules.changes().getFirst().message()).contains("is not tracked");
        } else if (left == weight) {
            assertThat(rules.trackers()).containsExactly(new Tracker(kind, "x", weight, true));
            assertThat(rules.changes()).isEmpty();
        } else {
            assertThat(rules.trackers()).containsExactly(new Tracker(kind, "x", left, false));
            assertThat(rules.changes().getFirst().message()).contains("becomes a fault");
        }
    }

    private static Tracking of(int base, Tracker tracker, Finding finding) {
        return Tracking.of(base, List.of(new Watched(tracker, finding)));
    }
}
