package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.core.Stage.LOWER;
import static org.ninelives.vrrp.core.Stage.SECOND;

import org.junit.jupiter.api.Test;

/** Routers that an operator wants to stand by, alone and in a sync group. */
class StandbyTest {

    private static final RouterSettings V3 = RouterSettings.of(3, 100, SECOND);
    private static final RouterSettings NOPREEMPT = settings(false, 0);
    private static final RouterSettings WITNESSED = settings(true, SECOND);
    private static final RouterSettings OWNER = RouterSettings.of(3, 255, SECOND);
    private static final Input ON = new Input.StandbyChanged(true);
    private static final Input OFF = new Input.StandbyChanged(false);
    private static final long MASTER_DOWN = Timers.masterDownNanos(3, 100, SECOND, 3);

    private static RouterSettings settings(boolean preempt, long witnessTimeoutNanos) {
        return new RouterSettings(
                3,
                100,
                preempt,
                0,
                SECOND,
                3,
                0,
                false,
                false,
                GarpSettings.DEFAULT,
                false,
                0,
                witnessTimeoutNanos);
    }

    @Test
    void aMasterSaysPriorityZeroAndListens() {
        Stage stage = Stage.master(V3).input(ON);

        assertThat(stage.takeActs())
                .containsExactly(
                        Effect.SEND_RESIGNATION,
                        Effect.DISOWN_ADDRESSES,
                        new Effect.StateChanged(State.MASTER, State.BACKUP, "asked to stand by"));
        stage.hears(50, LOWER);
        assertThat(stage.router.masterAddress()).contains(LOWER);
    }

    @Test
    void nothingIsClaimedAndThatNobodyIsMasterIsToldOnce() {
        Stage stage = Stage.backup(V3).input(ON);
        stage.takeEffects();

        stage.waits(10 * MASTER_DOWN);

        assertThat(stage.state()).isEqualTo(State.BACKUP);
        assertThat(stage.takeLines())
                .containsExactly(
                        "(VI_1) no master is heard, and this node stands by as an operator wants;"
                                + " release it to take over");
        stage.hears(50, LOWER).waits(MASTER_DOWN);
        assertThat(stage.takeLines()).as("another absence").hasSize(1);
    }

    @Test
    void afterPriorityZeroOthersAreGivenTime() {
        Stage stage = Stage.backup(V3).hears(150, LOWER).input(ON).hears(0, LOWER);
        stage.takeEffects();

        stage.waits(MASTER_DOWN - 1);

        assertThat(stage.takeLines()).isEmpty();
    }

    @Test
    void whoIsReleasedTakesOverFromAWeakerMaster() {
        Stage stage = Stage.backup(V3).input(ON).hears(50, LOWER).input(OFF);

        stage.waits(2 * SECOND).hears(50, LOWER).waits(2 * SECOND);

        assertThat(stage.state()).isEqualTo(State.MASTER);
    }

    @Test
    void whoIsReleasedWithNopreemptLeavesAWeakerMasterAlone() {
        Stage stage = Stage.backup(NOPREEMPT).input(ON).hears(50, LOWER).input(OFF);

        for (int i = 0; i < 10; i++) {
            stage.waits(SECOND).hears(50, LOWER);
        }

        assertThat(stage.state()).isEqualTo(State.BACKUP);
    }

    @Test
    void whoIsReleasedAtOnceHoldsStillForOneMasterDownInterval() {
        Stage stage = Stage.master(V3).input(ON).input(OFF);

        assertThat(stage.untilDeadline()).isEqualTo(MASTER_DOWN);
    }

    @Test
    void anOwnerThatStandsByDoesNotStartAsMaster() {
        Stage stage = Stage.of(OWNER).input(ON).input(Input.START).waits(10 * SECOND);
        assertThat(stage.state()).isEqualTo(State.BACKUP);

        stage.input(OFF).waits(4 * SECOND);
        assertThat(stage.state()).isEqualTo(State.MASTER);
    }

    @Test
    void awaitedAnswersOfAWitnessAreForgotten() {
        Stage stage = Stage.backup(WITNESSED).waits(MASTER_DOWN);

        stage.input(ON).input(OFF).input(new Input.WitnessAnswered(1, true));

        assertThat(stage.state()).isEqualTo(State.BACKUP);
    }

    @Test
    void aSyncGroupGoesAlongAndComesBack() {
        GroupStage stage = GroupStage.of(V3, V3).waits(4 * SECOND);
        assertThat(stage.states()).containsOnly(State.MASTER);

        stage.input("VI_2", ON).waits(20 * SECOND);
        assertThat(stage.states()).containsOnly(State.BACKUP);

        stage.input("VI_2", OFF).waits(8 * SECOND);
        assertThat(stage.states()).containsOnly(State.MASTER);
    }

    @Test
    void whoJoinsAMasterAndStandsByMakesItGiveUp() {
        GroupStage stage = GroupStage.of(V3).waits(4 * SECOND);
        stage.create("VI_2", V3).input("VI_2", ON).input("VI_2", Input.START);

        stage.setMembers("VI_1", "VI_2");

        assertThat(stage.states()).containsOnly(State.BACKUP);
        assertThat(stage.waits(20 * SECOND).states()).containsOnly(State.BACKUP);
    }
}
