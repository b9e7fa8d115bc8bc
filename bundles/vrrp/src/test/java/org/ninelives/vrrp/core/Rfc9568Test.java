package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.core.Stage.HIGHER;
import static org.ninelives.vrrp.core.Stage.LOWER;
import static org.ninelives.vrrp.core.Stage.SECOND;

import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;

/** The sentences of RFC 9568 section 6.4, which are also those of RFC 3768, one by one. */
class Rfc9568Test {

    private static final RouterSettings V3 = RouterSettings.of(3, 100, SECOND);
    private static final RouterSettings OWNER = RouterSettings.of(3, 255, SECOND);
    private static final long MASTER_DOWN = Timers.masterDownNanos(3, 100, SECOND, 3);
    private static final long SKEW = Timers.skewNanos(3, 100, SECOND);

    // 6.4.1 Initialize

    @Test
    void theOwnerAdvertisesAnnouncesAndIsMasterAtOnce() {
        assertThat(Stage.backup(OWNER).takeActs())
                .containsExactly(
                        Effect.SendAdvert.of(255),
                        Effect.OWN_ADDRESSES,
                        new Effect.Announce(5),
                        new Effect.StateChanged(State.INIT, State.MASTER, "it owns the addresses"));
    }

    @Test
    void anyOtherRouterWaitsOneActiveDownInterval() {
        Stage stage = Stage.backup(V3);

        assertThat(stage.state()).isEqualTo(State.BACKUP);
        assertThat(stage.untilDeadline()).isEqualTo(MASTER_DOWN);
        assertThat(stage.takeActs())
                .containsExactly(new Effect.StateChanged(State.INIT, State.BACKUP, "started"));
    }

    // 6.4.2 Backup

    @Test
    void aBackupSendsNothing() {
        Stage stage = Stage.backup(V3);
        stage.takeEffects();

        stage.waits(MASTER_DOWN - 1).hears(100, LOWER).hears(0, LOWER).hears(50, LOWER);

        assertThat(stage.takeActs()).isEmpty();
    }

    @Test
    void whenTheActiveDownTimerFiresItTakesOver() {
        Stage stage = Stage.backup(V3);
        stage.takeEffects();

        stage.waits(MASTER_DOWN);

        assertThat(stage.takeActs())
                .containsExactly(
                        Effect.SendAdvert.of(100),
                        Effect.OWN_ADDRESSES,
                        new Effect.Announce(5),
                        new Effect.StateChanged(
                                State.BACKUP, State.MASTER, "no master was heard for 3609 ms"));
        assertThat(stage.untilDeadline()).isEqualTo(SECOND);
    }

    @Test
    void aPriorityZeroAdvertLeavesOnlySkewTime() {
        Stage stage = Stage.backup(V3).hears(200, LOWER).hears(0, LOWER);

        assertThat(stage.untilDeadline()).isEqualTo(SKEW);
    }

    @Test
    void anAdvertOfNoLowerPriorityRestartsTheTimer() {
        Stage stage = Stage.backup(V3).waits(SECOND).hears(100, LOWER);

        assertThat(stage.untilDeadline()).isEqualTo(MASTER_DOWN);
        assertThat(stage.router.masterAddress()).contains(LOWER);
        assertThat(stage.router.masterPriority()).isEqualTo(100);
    }

    @Test
    void aBackupAdoptsTheIntervalOfTheMaster() {
        Stage stage = Stage.backup(V3).hears(200, LOWER, 2 * SECOND);

        assertThat(stage.untilDeadline()).isEqualTo(Timers.masterDownNanos(3, 100, 2 * SECOND, 3));
    }

    @Test
    void anIntervalOfZeroIsNotAdopted() {
        assertThat(Stage.backup(V3).hears(200, LOWER, 0).untilDeadline()).isEqualTo(MASTER_DOWN);
    }

    @Test
    void version2KeepsItsOwnInterval() {
        Stage stage = Stage.backup(RouterSettings.of(2, 100, SECOND));

        assertThat(stage.hears(200, LOWER, 2 * SECOND).untilDeadline()).isEqualTo(MASTER_DOWN);
    }

    @Test
    void anAdvertOfLowerPriorityIsDiscarded() {
        Stage stage = Stage.backup(V3).waits(SECOND);
        stage.takeEffects();

        assertThat(stage.hears(99, HIGHER).untilDeadline()).isEqualTo(MASTER_DOWN - SECOND);
        assertThat(stage.takeLines())
                .containsExactly(
                        "(VI_1) received lower priority (99) advert from 192.0.2.11 - discarding");
    }

    @Test
    void discardingIsToldOnceForEachStay() {
        Stage stage = Stage.backup(V3).hears(99, HIGHER);
        stage.takeEffects();

        assertThat(stage.hears(99, HIGHER).takeLines()).isEmpty();
    }

    @Test
    void aBackupThatStopsSaysNothing() {
        Stage stage = Stage.backup(V3);
        stage.takeEffects();

        assertThat(stage.input(Input.STOP).takeActs())
                .containsExactly(new Effect.StateChanged(State.BACKUP, State.INIT, "stopped"));
        assertThat(stage.router.deadlineNanos()).isEqualTo(Timers.NEVER);
    }

    // 6.4.3 Active

    @Test
    void aMasterAdvertisesEachInterval() {
        Stage stage = Stage.master(V3);

        assertThat(stage.waits(3 * SECOND).takeActs())
                .containsExactly(
                        Effect.SendAdvert.of(100),
                        Effect.SendAdvert.of(100),
                        Effect.SendAdvert.of(100));
    }

    @Test
    void aMasterThatStopsSendsPriorityZero() {
        assertThat(Stage.master(V3).input(Input.STOP).takeActs())
                .containsExactly(
                        Effect.SEND_RESIGNATION,
                        Effect.DISOWN_ADDRESSES,
                        new Effect.StateChanged(State.MASTER, State.INIT, "stopped"));
    }

    @Test
    void aMasterAnswersPriorityZeroAtOnce() {
        assertThat(Stage.master(V3).hears(0, HIGHER).takeActs())
                .containsExactly(Effect.SendAdvert.of(100));
    }

    @Test
    void aMasterYieldsToHigherPriority() {
        Stage stage = Stage.master(V3).hears(101, LOWER);

        assertThat(stage.takeActs())
                .containsExactly(
                        Effect.DISOWN_ADDRESSES,
                        new Effect.StateChanged(
                                State.MASTER,
                                State.BACKUP,
                                "192.0.2.9 is master with priority 101"));
        assertThat(stage.untilDeadline()).isEqualTo(MASTER_DOWN);
    }

    @Test
    void aMasterYieldsToEqualPriorityOfHigherAddress() {
        Stage stage = Stage.master(V3).hears(100, HIGHER);

        assertThat(stage.takeLines())
                .containsExactly(
                        "(VI_1) Master received advert from 192.0.2.11 with same priority 100 but"
                                + " higher IP address than ours",
                        "(VI_1) Entering BACKUP STATE");
    }

    @Test
    void aMasterStaysAgainstEqualPriorityOfLowerAddress() {
        Stage stage = Stage.master(V3).waits(SECOND / 2).hears(100, LOWER);

        assertThat(stage.state()).isEqualTo(State.MASTER);
        assertThat(stage.takeActs())
                .containsExactly(
                        Effect.SendAdvert.of(100),
                        new Effect.Reclaimed(LOWER, 100),
                        new Effect.Announce(5));
    }

    @Test
    void addressesCompareAsUnsignedNumbers() {
        Stage stage = Stage.master(V3);

        assertThat(stage.hears(100, IpAddress.of("10.0.0.1")).state()).isEqualTo(State.MASTER);
    }
}
