package org.ninelives.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.check.engine.CheckRig.SECOND;
import static org.ninelives.check.engine.CheckRig.assign;
import static org.ninelives.check.engine.CheckRig.check;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Probe;
import org.ninelives.api.management.CheckerTypeStatus;

/** Looks for which this machine has no sockets or no threads. */
class ShortageTest {

    private final CheckRig rig = new CheckRig();

    /** What a look needs, and what a checker makes of not getting it. */
    enum Way {
        CONNECTING {
            @Override
            void look(Probe probe) throws IOException {
                probe.connect().close();
            }
        },
        DATAGRAMS {
            @Override
            void look(Probe probe) throws IOException {
                probe.openDatagrams().close();
            }
        },
        ECHO {
            @Override
            void look(Probe probe) throws IOException {
                probe.echo(8);
            }
        };

        abstract void look(Probe probe) throws IOException;
    }

    @BeforeEach
    void openNetwork() throws IOException {
        rig.network.connections();
        rig.networks.setExhausted(true);
    }

    private CheckerTypeStatus counts() {
        return rig.checks.status("LAMP_CHECK", "", "");
    }

    @ParameterizedTest
    @EnumSource
    void aLookThatCannotBeMadeSaysNothingWhateverTheCheckerMakesOfIt(Way way) {
        int[] looks = new int[1];
        rig.follow(
                assign(
                        "hall",
                        check(
                                "LAMP_CHECK",
                                probe -> {
                                    looks[0]++;
                                    try {
                                        way.look(probe);
                                        return CheckResult.passed("light");
                                    } catch (IOException e) {
                                        return CheckResult.failed("dark: " + e.getMessage());
                                    }
                                })));
        rig.takeTold();

        rig.live(4 * SECOND);
        assertThat(looks[0]).isEqualTo(4);
        assertThat(rig.takeTold()).isEmpty();
        assertThat(counts().ended()).isEqualTo(4);
        assertThat(counts().failures()).isZero();
    }

    @Test
    void oneThatTheCheckerDoesNotCatchSaysNothingEither() {
        rig.follow(
                assign(
                        "hall",
                        check(
                                "LAMP_CHECK",
                                probe -> {
                                    probe.connect().close();
                                    return CheckResult.passed("light");
                                })));
        rig.takeTold();

        rig.live(4 * SECOND);
        assertThat(rig.takeTold()).isEmpty();
        assertThat(counts().faults()).isZero();
    }

    @Test
    void aCheckerThatHelpsItselfIsBelieved() {
        rig.follow(
                assign(
                        "hall",
                        check(
                                "LAMP_CHECK",
                                probe -> {
                                    try {
                                        probe.echo(8);
                                    } catch (IOException e) {
                                        return CheckResult.passed("it shines through the window");
                                    }
                                    return CheckResult.failed("dark");
                                })));
        rig.takeTold();

        rig.live(2 * SECOND);
        assertThat(rig.takeTold()).containsExactly("hall PASSED it shines through the window");
    }

    @Test
    void theRhythmIsTakenUpWhenThereIsWhatItTakes() {
        int[] looks = new int[1];
        rig.follow(
                assign(
                        "hall",
                        check(
                                "LAMP_CHECK",
                                probe -> {
                                    looks[0]++;
                                    probe.echo(8);
                                    return CheckResult.passed("light");
                                })));
        rig.live(3 * SECOND);
        assertThat(looks[0]).isEqualTo(3);
        rig.takeTold();

        rig.networks.setExhausted(false);
        rig.live(SECOND);
        assertThat(rig.takeTold()).containsExactly("hall PASSED light");
        rig.live(9 * SECOND);
        assertThat(looks[0]).isEqualTo(4);
    }

    @Test
    void aLookWithoutAThreadIsMadeLater() {
        rig.kernelThreads.setMissing(true);
        rig.follow(assign("hall", check("ALIEN_CHECK", probe -> CheckResult.passed("light"))));
        rig.takeTold();
        rig.live(3 * SECOND);
        assertThat(rig.takeTold()).isEmpty();

        rig.kernelThreads.setMissing(false);
        rig.live(SECOND);
        assertThat(rig.takeTold()).containsExactly("hall PASSED light");
    }
}
