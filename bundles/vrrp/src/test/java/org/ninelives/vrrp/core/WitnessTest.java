package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ninelives.vrrp.core.Stage.LOWER;
import static org.ninelives.vrrp.core.Stage.SECOND;
import static org.ninelives.vrrp.core.State.BACKUP;
import static org.ninelives.vrrp.core.State.MASTER;

import org.junit.jupiter.api.Test;

/** A backup that must not become master unless a witness can be reached. */
class WitnessTest {

    private static final long TIMEOUT = SECOND / 2;
    private static final RouterSettings SETTINGS = settings(100, TIMEOUT);
    private static final long MASTER_DOWN = Timers.masterDownNanos(2, 100, SECOND, 3);

    private final Stage stage = Stage.backup(SETTINGS);

    @Test
    void itIsAskedBeforeTheClaim() {
        stage.takeEffects();
        stage.waits(MASTER_DOWN);

        assertThat(stage.takeActs()).containsExactly(new Effect.AskWitness(1));
        assertThat(stage.state()).isEqualTo(BACKUP);
        assertThat(stage.untilDeadline()).isEqualTo(TIMEOUT);
    }

    @Test
    void ifItCanBeReachedMastershipIsClaimed() {
        stage.waits(MASTER_DOWN).input(new Input.WitnessAnswered(1, true));

        assertThat(stage.state()).isEqualTo(MASTER);
        assertThat(stage.router.reason()).isEqualTo("no master was heard for 3609 ms");
    }

    @Test
    void ifItCannotBeReachedItIsAskedAgainAnIntervalLaterAndTheOperatorToldOnce() {
        stage.waits(MASTER_DOWN).takeEffects();
        stage.input(new Input.WitnessAnswered(1, false));
        assertThat(stage.takeLines())
                .containsExactly(
                        "(VI_1) the witness cannot be reached, staying backup: it may be this node"
                                + " that is cut off");
        assertThat(stage.untilDeadline()).isEqualTo(SECOND);

        stage.waits(SECOND).input(new Input.WitnessAnswered(2, false));

        assertThat(stage.takeEffects()).containsExactly(new Effect.AskWitness(2));
        assertThat(stage.waits(SECOND).input(new Input.WitnessAnswered(3, true)).state())
                .isEqualTo(MASTER);
    }

    @Test
    void silenceIsARefusal() {
        stage.waits(MASTER_DOWN).takeEffects();
        stage.waits(TIMEOUT);

        assertThat(stage.takeLines())
                .containsExactly(
                        "(VI_1) the witness did not answer in time, staying backup: it may be this"
                                + " node that is cut off");
        assertThat(stage.waits(SECOND).takeActs()).containsExactly(new Effect.AskWitness(2));
    }

    @Test
    void anAnswerToAnEarlierQuestionIsNone() {
        stage.waits(MASTER_DOWN).waits(TIMEOUT).waits(SECOND);

        assertThat(stage.input(new Input.WitnessAnswered(1, true)).state()).isEqualTo(BACKUP);
        assertThat(stage.input(new Input.WitnessAnswered(2, true)).state()).isEqualTo(MASTER);
    }

    @Test
    void anAnswerIsHeardOnce() {
        stage.waits(MASTER_DOWN).input(new Input.WitnessAnswered(1, false));

        assertThat(stage.input(new Input.WitnessAnswered(1, true)).state()).isEqualTo(BACKUP);
    }

    @Test
    void anAnswerAfterAPauseIsNone() {
        stage.waits(MASTER_DOWN).pauses(TIMEOUT).input(new Input.WitnessAnswered(1, true));

        assertThat(stage.state()).isEqualTo(BACKUP);
    }

    @Test
    void aMasterHeardMeanwhileEndsTheQuestion() {
        stage.waits(MASTER_DOWN).hears(100, LOWER).input(new Input.WitnessAnswered(1, true));

        assertThat(stage.state()).isEqualTo(BACKUP);
        assertThat(stage.untilDeadline()).isEqualTo(MASTER_DOWN);
    }

    @Test
    void aMasterThatResignsMeanwhileEndsTheQuestion() {
        stage.waits(MASTER_DOWN).hears(0, LOWER).input(new Input.WitnessAnswered(1, true));
        assertThat(stage.state()).isEqualTo(BACKUP);
        stage.takeEffects();

        assertThat(stage.waits(SECOND).takeActs()).contains(new Effect.AskWitness(2));
    }

    @Test
    void theOwnerAsksNobody() {
        assertThat(Stage.backup(settings(255, TIMEOUT)).state()).isEqualTo(MASTER);
    }

    @Test
    void anAnswerNobodyAskedForIsNothing() {
        stage.takeEffects();
        stage.input(new Input.WitnessAnswered(0, true)).input(new Input.WitnessAnswered(1, true));

        assertThat(stage.takeEffects()).isEmpty();
        assertThat(stage.state()).isEqualTo(BACKUP);
    }

    @Test
    void inASyncGroupEachWitnessMustAgree() {
        GroupStage group = GroupStage.of(SETTINGS, SETTINGS).waits(MASTER_DOWN);
        group.input("VI_1", new Input.WitnessAnswered(1, true));
        group.input("VI_2", new Input.WitnessAnswered(1, false));
        assertThat(group.states()).containsExactly(BACKUP, BACKUP);

        group.waits(SECOND).input("VI_2", new Input.WitnessAnswered(2, true));

        assertThat(group.states()).containsExactly(MASTER, MASTER);
    }

    @Test
    void inASyncGroupAWitnessThatIsLostTakesTheClaimBack() {
        GroupStage group = GroupStage.of(SETTINGS, RouterSettings.of(2, 100, SECOND));
        group.waits(SECOND).hears("VI_2", 100, LOWER).waits(MASTER_DOWN - SECOND);
        group.input("VI_1", new Input.WitnessAnswered(1, true));
        group.hears("VI_2", 100, LOWER).waits(2 * SECOND);
        group.input("VI_1", new Input.WitnessAnswered(2, false));

        group.waits(2 * SECOND);

        assertThat(group.states()).containsExactly(BACKUP, BACKUP);
    }

    @Test
    void anAnswerMayNotTakeLessThanNoTime() {
        assertThatThrownBy(() -> settings(100, -1))
                .hasMessage("witness timeout: -1 ns is negative");
    }

    private static RouterSettings settings(int priority, long witnessTimeoutNanos) {
        return new RouterSettings(
                2,
                priority,
                true,
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
}
