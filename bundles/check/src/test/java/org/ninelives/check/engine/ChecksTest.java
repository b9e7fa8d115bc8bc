package org.ninelives.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.check.engine.CheckRig.SECOND;
import static org.ninelives.check.engine.CheckRig.assign;
import static org.ninelives.check.engine.CheckRig.check;
import static org.ninelives.check.engine.CheckRig.key;
import static org.ninelives.check.engine.CheckRig.lamp;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.ProbeCost;
import org.ninelives.api.check.Weighting;
import org.ninelives.check.engine.CheckRig.Method;
import org.ninelives.check.engine.CheckRig.Server;

class ChecksTest {

    private static final CheckResult DARK = CheckResult.failed("it is dark");

    private final CheckRig rig = new CheckRig();
    private final Server hall = new Server();
    private final Server attic = new Server();

    @Test
    void aNewCheckIsUnknownUntilItsFirstResult() {
        rig.follow(assign("hall", lamp(hall)));
        assertThat(rig.takeTold()).containsExactly("hall UNKNOWN ");

        rig.live(SECOND - 1);
        assertThat(rig.takeTold()).isEmpty();

        rig.live(1);
        assertThat(rig.takeTold()).containsExactly("hall PASSED it is there");
    }

    @Test
    void onlyWhatChangesIsTold() {
        rig.follow(assign("hall", lamp(hall)));
        rig.live(31 * SECOND);

        assertThat(hall.looks()).isEqualTo(4);
        assertThat(rig.takeTold()).hasSize(2);
    }

    @Test
    void aServerThatFailsIsTriedAgainAndThenTold() {
        rig.follow(assign("hall", lamp(hall)));
        rig.live(SECOND);
        rig.takeTold();
        hall.answer(DARK);
        hall.answer(DARK);

        rig.live(10 * SECOND);
        assertThat(rig.takeTold()).isEmpty();
        rig.live(SECOND);
        assertThat(rig.takeTold()).containsExactly("hall FAILED it is dark");
        rig.live(10 * SECOND);
        assertThat(rig.takeTold()).containsExactly("hall PASSED it is there");
    }

    @Test
    void equalChecksLookOnceAndAllAreTold() {
        rig.follow(assign("hall", lamp(hall)), assign("cellar", lamp(hall)));
        rig.live(SECOND);

        assertThat(hall.looks()).isOne();
        assertThat(rig.takeTold()).contains("hall PASSED it is there", "cellar PASSED it is there");
        assertThat(rig.checks.status().looks()).isOne();
        assertThat(rig.checks.status().checks()).isEqualTo(2);
    }

    @Test
    void whoJoinsAnEqualCheckKnowsWhatIsKnown() {
        rig.follow(assign("hall", lamp(hall)));
        rig.live(SECOND);
        rig.takeTold();

        rig.follow(assign("hall", lamp(hall)), assign("cellar", lamp(hall)));

        assertThat(rig.takeTold())
                .containsExactly("hall PASSED it is there", "cellar PASSED it is there");
    }

    @Test
    void anEqualCheckGoesOnUndisturbed() {
        rig.follow(assign("hall", lamp(hall)));
        rig.live(SECOND);
        rig.follow(assign("hall", lamp(hall)), assign("attic", lamp(attic)));
        rig.live(9 * SECOND);

        assertThat(hall.looks()).isOne();
        rig.live(SECOND);
        assertThat(hall.looks()).isEqualTo(2);
    }

    @Test
    void aChangedCheckKeepsItsStandingAndIsLookedAtAtOnce() {
        hall.answer(DARK);
        rig.follow(assign("hall", lamp(hall)));
        rig.live(SECOND);
        rig.takeTold();

        rig.follow(assign("hall", lamp(attic)));
        assertThat(rig.takeTold()).containsExactly("hall FAILED it is dark");
        rig.live(0);
        assertThat(attic.looks()).isOne();
        assertThat(rig.takeTold()).containsExactly("hall PASSED it is there");
    }

    @Test
    void aCheckThatIsGoneIsNotLookedAtAnyMore() {
        rig.follow(assign("hall", lamp(hall)));
        rig.live(SECOND);
        rig.takeTold();
        rig.follow();
        rig.live(100 * SECOND);

        assertThat(hall.looks()).isOne();
        assertThat(rig.takeTold()).isEmpty();
        assertThat(rig.isIdle()).isTrue();
    }

    @Test
    void theEndOfALookThatNobodyWantsIsNotTold() {
        rig.follow(assign("hall", lamp(hall)));
        rig.pass(SECOND);
        List<FakeThreads.FakeThread> started = rig.threads.takeStarted();
        rig.follow();
        rig.takeTold();

        started.forEach(FakeThreads.FakeThread::finish);
        rig.takeEnded();

        assertThat(started).singleElement().matches(thread -> thread.interruptions() == 1);
        assertThat(rig.takeTold()).isEmpty();
        assertThat(rig.isIdle()).isTrue();
        assertThat(rig.checks.status().underWay()).isZero();
    }

    @Test
    void aSuspendedCheckKeepsItsStandingAndIsNotLookedAt() {
        rig.follow(assign("hall", lamp(hall)));
        rig.live(SECOND);
        rig.takeTold();

        rig.follow(new CheckAssignment(key("hall"), lamp(hall), true));
        rig.live(60 * SECOND);
        assertThat(hall.looks()).isOne();
        assertThat(rig.takeTold()).containsExactly("hall PASSED it is there");

        hall.answer(DARK);
        hall.answer(DARK);
        rig.follow(assign("hall", lamp(hall)));
        rig.live(SECOND);
        assertThat(rig.takeTold())
                .containsExactly("hall PASSED it is there", "hall FAILED it is dark");
    }

    @Test
    void ofEqualChecksTheSuspendedOneIsNotTold() {
        rig.follow(
                assign("hall", lamp(hall)), new CheckAssignment(key("cellar"), lamp(hall), true));
        rig.live(SECOND);
        assertThat(rig.takeTold())
                .containsExactly("hall UNKNOWN ", "cellar UNKNOWN ", "hall PASSED it is there");

        rig.follow(assign("hall", lamp(hall)), assign("cellar", lamp(hall)));
        assertThat(rig.takeTold()).contains("cellar PASSED it is there");
    }

    @Test
    void aNewWeightIsToldThoughTheVerdictIsTheSame() {
        rig.follow(assign("hall", lamp(hall)));
        rig.live(SECOND);
        rig.takeTold();
        hall.answer(CheckResult.passed("it is dim").with(new Weighting.Set(3)));
        hall.answer(CheckResult.passed("it is dim still").with(new Weighting.Set(3)));

        rig.live(20 * SECOND);

        assertThat(rig.takeTold()).containsExactly("hall PASSED it is dim");
    }

    @Test
    void whateverACheckerThrowsFailsItsCheckWithASentence() {
        rig.follow(
                assign(
                        "hall",
                        check(
                                "LAMP_CHECK",
                                probe -> {
                                    throw new StackOverflowError("too deep");
                                })),
                assign("attic", lamp(attic)));
        rig.live(SECOND);

        assertThat(rig.takeTold())
                .contains(
                        "hall FAILED LAMP_CHECK failed in itself: java.lang.StackOverflowError:"
                                + " too deep",
                        "attic PASSED it is there");
        assertThat(rig.checks.status("LAMP_CHECK", "", "").faults()).isOne();
        assertThat(rig.checks.status("LAMP_CHECK", "", "").lastFault()).contains("too deep");
    }

    @Test
    void whatAConnectionSaysFailsTheCheckWithThatReason() {
        rig.follow(
                assign(
                        "hall",
                        check(
                                "LAMP_CHECK",
                                probe -> {
                                    throw new IOException("no route to hall");
                                })));
        rig.live(SECOND);

        assertThat(rig.takeTold()).contains("hall FAILED no route to hall");
        assertThat(rig.checks.status("LAMP_CHECK", "", "").faults()).isZero();
    }

    @Test
    void aCheckerThatTellsNothingHasFailed() {
        rig.follow(assign("hall", check("LAMP_CHECK", probe -> null)));
        rig.live(SECOND);

        assertThat(rig.takeTold()).contains("hall FAILED LAMP_CHECK has told no result");
    }

    @Test
    void aListenerThatThrowsDoesNotKeepOthersFromTheirNews() {
        rig.checks.follow(
                List.of(assign("hall", lamp(hall)), assign("attic", lamp(attic))),
                rig.network,
                (key, standing) -> {
                    rig.told.add(key.realServer());
                    throw new IllegalStateException("not now");
                },
                rig.now());

        assertThat(rig.takeTold()).containsExactly("hall", "attic");
    }

    @Test
    void checksOfACheckerThatLeavesStandAsTheyDid() {
        rig.follow(assign("hall", lamp(hall)));
        rig.live(SECOND);
        rig.takeTold();

        rig.checks.left("LAMP_CHECK", rig.now());
        rig.live(100 * SECOND);

        assertThat(hall.looks()).isOne();
        assertThat(rig.takeTold()).isEmpty();
        assertThat(rig.checks.status("LAMP_CHECK", "", "").state()).isEqualTo("LEFT");
        assertThat(rig.checks.status("LAMP_CHECK", "", "").checks()).isOne();
    }

    @Test
    void whenTheCheckerIsBackItsChecksGoOnWithItsNewCode() {
        rig.follow(assign("hall", lamp(hall)));
        rig.live(SECOND);
        rig.checks.left("LAMP_CHECK", rig.now());

        assertThat(rig.checks.arrived("LAMP_CHECK", true)).isOne();
        rig.takeTold();
        attic.answer(DARK);
        attic.answer(DARK);
        rig.follow(assign("hall", lamp(attic))); // what the new code makes of its block
        rig.live(SECOND);

        assertThat(hall.looks()).isOne();
        assertThat(rig.takeTold())
                .containsExactly("hall PASSED it is there", "hall FAILED it is dark");
    }

    @Test
    void whenTheSameCodeIsBackItsChecksGoOnToo() {
        rig.follow(assign("hall", lamp(hall)));
        rig.live(SECOND);
        rig.checks.left("LAMP_CHECK", rig.now());
        rig.checks.arrived("LAMP_CHECK", true);
        rig.follow(assign("hall", lamp(hall)));
        rig.live(20 * SECOND);

        assertThat(hall.looks()).isGreaterThan(1);
    }

    @Test
    void aCheckerThatNobodyWaitsForChangesNothing() {
        assertThat(rig.checks.arrived("LAMP_CHECK", true)).isZero();
    }

    @Test
    void looksThatCostMuchGoOnOnlySoManyAtATime() {
        CheckAssignment[] assignments = new CheckAssignment[6];
        for (int i = 0; i < assignments.length; i++) {
            Method method = new Method(new Server(), ProbeCost.HANDSHAKE);
            assignments[i] = assign("server" + i, check("LAMP_CHECK", method));
        }
        rig.follow(assignments);
        rig.pass(SECOND);
        assertThat(rig.checks.status().underWay()).isEqualTo(4);
        assertThat(rig.checks.status().waiting()).isEqualTo(2);

        List<FakeThreads.FakeThread> started = rig.kernelThreads.takeStarted();
        started.getFirst().finish();
        rig.takeEnded();

        assertThat(rig.kernelThreads.takeStarted()).hasSize(1);
        assertThat(rig.checks.status().waiting()).isOne();
    }

    @Test
    void waitingForAPlaceIsNoTimeOfTheLook() {
        CheckAssignment[] assignments = new CheckAssignment[5];
        for (int i = 0; i < assignments.length; i++) {
            Method method = new Method(new Server(), ProbeCost.HANDSHAKE);
            assignments[i] = assign("server" + i, check("LAMP_CHECK", method));
        }
        rig.follow(assignments);
        rig.pass(SECOND);
        rig.pass(SECOND);
        rig.kernelThreads.takeStarted().forEach(FakeThreads.FakeThread::finish);
        rig.takeEnded();
        FakeThreads.FakeThread last = rig.kernelThreads.takeStarted().getFirst();

        rig.pass(2 * SECOND);

        assertThat(last.interruptions()).isZero();
    }
}
