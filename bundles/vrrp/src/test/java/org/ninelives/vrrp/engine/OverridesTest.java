package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.api.override.LiveOverride.ON;
import static org.ninelives.api.override.OverrideKind.DISABLED;
import static org.ninelives.api.override.OverrideKind.PRIORITY;
import static org.ninelives.api.override.OverrideKind.STANDBY;
import static org.ninelives.api.override.OverrideKind.TRACKER_WEIGHT;
import static org.ninelives.vrrp.engine.Host.override;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.core.State;

/** What operators set in place of the configuration, on two nodes. */
class OverridesTest {

    private static final Duration ELECTION = Duration.ofSeconds(6);

    private final FakeLan lan = new FakeLan();
    private final Host a = Host.withEth0(lan, "a", "10.0.0.1/24");
    private final Host b = Host.withEth0(lan, "b", "10.0.0.2/24");

    private static String instance(int priority, String more) {
        return """
        vrrp_instance VI_1 {
            interface eth0
            virtual_router_id 51
            priority %d
            advert_int 1
            virtual_ipaddress {
                10.0.0.44/24
            }
            %s
        }
        """
                .formatted(priority, more);
    }

    private void elect() {
        lan.advance(ELECTION);
    }

    @Test
    void aLoweredPriorityMovesTheMasterAndOutlivesAReload() {
        a.run(instance(100, ""));
        b.run(instance(90, ""));
        elect();

        a.hold(override(PRIORITY, "VI_1", "80"));
        elect();

        assertThat(b.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.status("VI_1"))
                .matches(status -> status.effectivePriority() == 80)
                .matches(status -> status.configuredPriority() == 100)
                .matches(status -> status.priorityOverridden());
        a.run(instance(120, ""));
        assertThat(a.status("VI_1").effectivePriority()).isEqualTo(80);
        assertThat(a.status("VI_1").overrides())
                .containsExactly(
                        new OverrideStatus(
                                "priority",
                                "VI_1",
                                "80",
                                "120",
                                "local",
                                1000,
                                0,
                                "UNTIL_REVERTED"));

        a.hold();
        elect();
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.status("VI_1").effectivePriority()).isEqualTo(120);
        assertThat(a.status("VI_1").overrides()).isEmpty();
    }

    @Test
    void whatHoldsAtTheStartHoldsInTheFirstAdvert() {
        a.hold(override(PRIORITY, "VI_1", "150")).run(instance(100, ""));
        elect();

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.events).noneMatch(event -> event.contains("100 ->"));
    }

    @Test
    void anOwnerKeepsItsPriority() {
        a.run(instance(100, ""));
        a.hold(override(PRIORITY, "VI_1", "80"));

        a.run(instance(255, ""));
        elect();

        assertThat(a.status("VI_1").effectivePriority()).isEqualTo(255);
        assertThat(a.status("VI_1").priorityOverridden()).isFalse();
        assertThat(a.status("VI_1").overrides()).isEmpty();
    }

    @Test
    void whoStandsByListensAndNeverClaims() {
        a.run(instance(100, ""));
        b.run(instance(90, ""));
        elect();

        a.hold(override(STANDBY, "VI_1", ON));
        elect();
        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
        assertThat(b.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.status("VI_1").masterAddress()).isEqualTo("10.0.0.2");
        assertThat(a.explain("VI_1"))
                .anyMatch(line -> line.startsWith("OVERRIDE: standby of VI_1 is on: set by local"))
                .anyMatch(line -> line.contains("does not take over"));

        b.crash();
        elect();
        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
        assertThat(a.addresses()).doesNotContain("10.0.0.44/24");

        a.hold();
        elect();
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void anOwnerThatStandsByFromTheStartTakesNoAddress() {
        a.hold(override(STANDBY, "VI_1", ON)).run(instance(255, ""));
        elect();

        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
        assertThat(a.addresses()).doesNotContain("10.0.0.44/24");
        assertThat(a.events).noneMatch(event -> event.contains("MASTER"));
    }

    @Test
    void whoIsDisabledIsInFaultUntilItIsEnabled() {
        a.hold(override(DISABLED, "VI_1", ON)).run(instance(100, ""));
        elect();
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.status("VI_1").reason()).isEqualTo("disabled by an operator");

        a.hold();
        elect();
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void aTrackedThingHasTheWeightThatWasSet() {
        a.find(TrackerKind.SCRIPT, Finding.GOOD);
        a.run(instance(100, "track_script {\n SCRIPT weight 10\n }"));
        assertThat(a.status("VI_1").effectivePriority()).isEqualTo(110);

        a.hold(override(TRACKER_WEIGHT, "VI_1 script SCRIPT", "50"));
        assertThat(a.status("VI_1").effectivePriority()).isEqualTo(150);
        assertThat(a.status("VI_1").overrides())
                .extracting(OverrideStatus::configured)
                .containsExactly("10");

        a.hold(override(TRACKER_WEIGHT, "VI_1 script SCRIPT", "0"));
        a.find(TrackerKind.SCRIPT, Finding.BAD);
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);

        a.hold(override(TRACKER_WEIGHT, "VI_1 script SCRIPT", "254"));
        assertThat(a.status("VI_1").effectivePriority()).as("no weight of a script").isEqualTo(100);
    }
}
