package org.ninelives.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.check.engine.CheckRig.SECOND;
import static org.ninelives.check.engine.CheckRig.assign;
import static org.ninelives.check.engine.CheckRig.check;
import static org.ninelives.check.engine.CheckRig.lamp;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.ProbeCost;
import org.ninelives.check.engine.CheckRig.Method;
import org.ninelives.check.engine.CheckRig.Server;
import org.ninelives.check.engine.FakeThreads.FakeThread;

class OverdueLookTest {

    private final CheckRig rig = new CheckRig();
    private final Server hall = new Server();

    private FakeThread startAndHang(CheckAssignment... assignments) {
        rig.follow(assignments);
        rig.pass(SECOND);
        rig.takeTold();
        List<FakeThread> started = rig.threads.takeStarted();
        return started.isEmpty() ? rig.kernelThreads.takeStarted().getFirst() : started.getFirst();
    }

    @Test
    void aLookThatTakesTooLongIsInterrupted() {
        FakeThread thread = startAndHang(assign("hall", lamp(hall)));

        rig.pass(2 * SECOND);
        assertThat(thread.interruptions()).isZero();
        rig.pass(SECOND / 10);
        assertThat(thread.interruptions()).isOne();
        assertThat(rig.takeTold()).isEmpty();
    }

    @Test
    void timeInWhichItsThreadDoesNotComeToRunDoesNotCount() {
        rig.threads.setBusy();
        FakeThread thread = startAndHang(assign("hall", lamp(hall)));
        rig.pass(60 * SECOND);

        assertThat(thread.interruptions()).isZero();
        assertThat(rig.takeTold()).isEmpty();
    }

    @Test
    void oneThatDoesNotHeedItIsLeftBehindAndItsServerHasFailed() {
        startAndHang(assign("hall", lamp(hall)));
        rig.pass(4 * SECOND);

        assertThat(rig.takeTold())
                .containsExactly("hall FAILED it did not end in its time, nor when told to");
        assertThat(rig.checks.status().leftBehind()).isOne();
        assertThat(rig.checks.status("LAMP_CHECK", "", "").leftBehind()).isOne();
    }

    @Test
    void aServerThatPassedFailsWithoutRetriesWhenItsLookIsLeftBehind() {
        rig.follow(assign("hall", lamp(hall)));
        rig.live(SECOND);
        rig.takeTold();

        rig.pass(14 * SECOND);

        assertThat(rig.takeTold())
                .containsExactly("hall FAILED it did not end in its time, nor when told to");
    }

    @Test
    void oneThatIsLeftBehindIsNotRunAgainUntilItHasEnded() {
        FakeThread thread = startAndHang(assign("hall", lamp(hall)));
        rig.pass(60 * SECOND);
        assertThat(rig.threads.takeStarted()).isEmpty();

        rig.takeTold();
        thread.finish(); // and passes, which is no news of today
        rig.takeEnded();
        assertThat(rig.takeTold()).isEmpty();
        assertThat(rig.checks.status().leftBehind()).isZero();

        rig.live(0);
        assertThat(rig.takeTold()).containsExactly("hall PASSED it is there");
    }

    @Test
    void aLookThatEndsAfterItsInterruptionCountsAsItEnded() {
        FakeThread thread = startAndHang(assign("hall", lamp(hall)));
        rig.pass(3 * SECOND);
        thread.finish();
        rig.takeEnded();

        assertThat(rig.takeTold()).containsExactly("hall PASSED it is there");
        assertThat(rig.checks.status().leftBehind()).isZero();
    }

    @Test
    void oneThatIsLeftBehindTakesNobodysPlace() {
        CheckAssignment[] hanging = new CheckAssignment[4];
        for (int i = 0; i < hanging.length; i++) {
            Method method = new Method(new Server(), ProbeCost.HANDSHAKE);
            hanging[i] = assign("server" + i, check("LAMP_CHECK", method));
        }
        startAndHang(hanging);
        CheckAssignment[] more = Arrays.copyOf(hanging, 5);
        more[4] = assign("hall", check("LAMP_CHECK", new Method(hall, ProbeCost.HANDSHAKE)));
        rig.follow(more);
        rig.pass(4 * SECOND);
        rig.kernelThreads.takeStarted().forEach(FakeThread::finish);
        rig.takeEnded();

        assertThat(hall.looks()).isOne();
    }

    @Test
    void whatNobodyTrustsRunsOnThreadsOfItsOwn() {
        rig.follow(assign("hall", check("ALIEN_CHECK", new Method(hall, ProbeCost.CHEAP))));
        rig.pass(SECOND);

        assertThat(rig.threads.takeStarted()).isEmpty();
        assertThat(rig.kernelThreads.takeStarted())
                .singleElement()
                .extracting(FakeThread::keyword)
                .isEqualTo("ALIEN_CHECK");
    }

    @Test
    void whatNobodyTrustsLosesOnlySoManyThreads() {
        CheckAssignment[] assignments = new CheckAssignment[41];
        for (int i = 0; i < 40; i++) {
            Method method = new Method(new Server(), ProbeCost.CHEAP);
            assignments[i] = assign("server" + i, check("ALIEN_CHECK", method));
        }
        assignments[40] = assign("hall", lamp(hall));
        rig.follow(assignments);
        rig.pass(60 * SECOND);

        assertThat(rig.kernelThreads.takeStarted()).hasSize(32);
        assertThat(rig.checks.status("ALIEN_CHECK", "", "").leftBehind()).isEqualTo(32);
        assertThat(rig.checks.status().waiting()).isEqualTo(8);
    }

    @Test
    void whoWaitsForAPlaceAndIsNotWantedAnyMoreDoesNotTakeIt() {
        CheckAssignment[] assignments = new CheckAssignment[5];
        for (int i = 0; i < assignments.length; i++) {
            Method method = new Method(new Server(), ProbeCost.HANDSHAKE);
            assignments[i] = assign("server" + i, check("LAMP_CHECK", method));
        }
        rig.follow(assignments);
        rig.pass(SECOND);
        List<FakeThread> started = rig.kernelThreads.takeStarted();
        rig.follow();
        started.forEach(FakeThread::finish);
        rig.takeEnded();

        assertThat(rig.kernelThreads.takeStarted()).isEmpty();
        assertThat(rig.checks.status().waiting()).isZero();
        assertThat(rig.checks.status().underWay()).isZero();
    }
}
