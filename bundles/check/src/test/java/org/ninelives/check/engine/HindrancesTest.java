package org.ninelives.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.check.engine.CheckRig.SECOND;
import static org.ninelives.check.engine.CheckRig.assign;
import static org.ninelives.check.engine.CheckRig.check;
import static org.ninelives.check.engine.CheckRig.key;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Probe;
import org.ninelives.api.management.CheckReport;

/** Looks that want an address or an interface which is not there. */
class HindrancesTest {

    private static final String ABSENT = "bindto 10.0.0.9 is not an address of this host";
    private static final String TOLD = "it cannot be looked at: " + ABSENT;

    private final CheckRig rig = new CheckRig();
    private CheckResult answer = CheckResult.passed("light");

    @BeforeEach
    void openNetwork() throws IOException {
        rig.network.connections();
    }

    private CheckAssignment hall() {
        return assign("hall", check("LAMP_CHECK", this::look));
    }

    private CheckResult look(Probe probe) {
        try {
            probe.echo(8);
            return answer;
        } catch (IOException e) {
            return CheckResult.failed("dark: " + e.getMessage());
        }
    }

    private void lose() {
        rig.networks.setAbsent(Optional.of(ABSENT));
    }

    private void find() {
        rig.networks.setAbsent(Optional.empty());
    }

    private CheckReport report() {
        return rig.checks.reports(rig.now(), 0).get(key("hall"));
    }

    @Test
    void theServerStandsAsItDidAndTheReasonIsTold() {
        rig.follow(hall());
        rig.live(2 * SECOND);
        rig.takeTold();

        lose();
        rig.live(60 * SECOND);
        assertThat(rig.takeTold()).containsExactly("hall PASSED " + TOLD + "; before that: light");
        assertThat(report().lastResult()).isEqualTo(ABSENT);
        assertThat(report().failures()).isZero();
        assertThat(report().failuresInRow()).isZero();
        assertThat(report().ended()).isGreaterThan(50);

        find();
        rig.live(SECOND);
        assertThat(rig.takeTold()).containsExactly("hall PASSED light");
        assertThat(report().reason()).isEqualTo("light");
    }

    @Test
    void aServerThatWasNeverLookedAtStaysUnknown() {
        lose();
        rig.follow(hall());
        rig.live(10 * SECOND);
        assertThat(rig.takeTold()).containsExactly("hall UNKNOWN ", "hall UNKNOWN " + TOLD);

        find();
        rig.live(SECOND);
        assertThat(rig.takeTold()).containsExactly("hall UNKNOWN ", "hall PASSED light");
    }

    @Test
    void aServerThatHasFailedStaysSo() {
        rig.follow(hall());
        rig.live(2 * SECOND);
        answer = CheckResult.failed("dark");
        rig.live(20 * SECOND);
        rig.takeTold();

        lose();
        rig.live(20 * SECOND);
        assertThat(rig.takeTold()).containsExactly("hall FAILED " + TOLD + "; before that: dark");
    }

    @Test
    void anotherConfigurationIsTold() {
        rig.follow(hall());
        rig.live(2 * SECOND);
        lose();
        rig.live(20 * SECOND);
        rig.takeTold();

        rig.follow(hall());
        assertThat(rig.takeTold()).containsExactly("hall PASSED light");
        rig.live(SECOND);
        assertThat(rig.takeTold()).containsExactly("hall PASSED " + TOLD + "; before that: light");
    }

    @Test
    void eachIsNewsOnceHoweverManyMeetIt() {
        Hindrances hindrances = new Hindrances();
        assertThat(hindrances.met(ABSENT)).isTrue();
        assertThat(hindrances.met(ABSENT)).isFalse();
        assertThat(hindrances.met("bind_if eth9 is not an interface of this host")).isTrue();

        assertThat(hindrances.over(ABSENT)).isTrue();
        assertThat(hindrances.over(ABSENT)).isFalse();
        assertThat(hindrances.met(ABSENT)).isTrue();

        hindrances.keepThoseOf(List.of());
        assertThat(hindrances.over(ABSENT)).isFalse();
    }
}
