package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ninelives.vrrp.core.Stage.HIGHER;
import static org.ninelives.vrrp.core.Stage.LOWER;
import static org.ninelives.vrrp.core.Stage.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A router that stood still for a while does not know what the others have done meanwhile. */
class LatenessTest {

    private static final RouterSettings V2 = RouterSettings.of(2, 100, SECOND);
    private static final long MASTER_DOWN = Timers.masterDownNanos(2, 100, SECOND, 3);

    static List<Input> inputs() {
        return List.of(
                Input.TICK,
                Input.STOP,
                Input.RESIGN,
                new Input.AddressesLost("address 198.51.100.1/24"),
                new Input.PriorityChanged(90),
                new Input.SettingsChanged(RouterSettings.of(2, 50, SECOND), 50),
                new Input.FaultsChanged(
                        List.of(new Fault(Fault.Kind.INTERFACE_DOWN, "interface eth0 down"))),
                new Input.SourceAddressChanged(LOWER),
                new ReceivedAdvert().set(0, SECOND, LOWER.family(), LOWER.high(), LOWER.low()),
                new ReceivedAdvert().set(50, SECOND, LOWER.family(), LOWER.high(), LOWER.low()),
                new ReceivedAdvert()
                        .set(200, SECOND, HIGHER.family(), HIGHER.high(), HIGHER.low()));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void whateverComesFirstAMasterThatStoodStillSaysNothing(Input first) {
        Stage stage = Stage.master(V2).pauses(MASTER_DOWN).input(first);

        assertThat(stage.state()).isNotEqualTo(State.MASTER);
        assertThat(stage.takeActs())
                .startsWith(Effect.DISOWN_ADDRESSES)
                .doesNotContain(Effect.SEND_RESIGNATION)
                .noneMatch(Effect.SendAdvert.class::isInstance);
    }

    @Test
    void itTellsHowLateItWas() {
        Stage stage = Stage.master(V2).sleeps(5 * SECOND);

        assertThat(stage.takeLines())
                .startsWith(
                        "(VI_1) stood still, an advert is 4.000 secs late: listening before"
                                + " claiming again");
        assertThat(stage.router.reason())
                .isEqualTo(
                        "it stood still and sent no advert for 5000 ms, so that another router may"
                                + " be master now");
    }

    @Test
    void aShorterPauseIsOnlyALateAdvert() {
        Stage stage = Stage.master(V2).sleeps(MASTER_DOWN - 1);

        assertThat(stage.takeActs()).containsExactly(Effect.SendAdvert.of(100));
    }

    @Test
    void ifNobodyIsHeardItIsMasterAgainAfterAMasterDownInterval() {
        Stage stage = Stage.master(V2).sleeps(5 * SECOND);

        assertThat(stage.untilDeadline()).isEqualTo(MASTER_DOWN);
        assertThat(stage.waits(MASTER_DOWN).state()).isEqualTo(State.MASTER);
    }

    @Test
    void withNopreemptItLeavesTheMasterThatTookOverAlone() {
        Stage stage = Stage.master(nopreempt(0)).sleeps(5 * SECOND);

        for (int i = 0; i < 20; i++) {
            stage.waits(SECOND).hears(50, LOWER);
        }

        assertThat(stage.state()).isEqualTo(State.BACKUP);
    }

    @Test
    void withPreemptItListensBeforeItTakesOverAgain() {
        Stage stage = Stage.master(V2).sleeps(5 * SECOND);
        stage.takeEffects();

        stage.waits(SECOND).hears(50, LOWER).waits(SECOND).hears(50, LOWER);

        assertThat(stage.takeActs()).isEmpty();
        assertThat(stage.waits(2 * SECOND).state()).isEqualTo(State.MASTER);
        assertThat(stage.router.reason()).isEqualTo("preempts 192.0.2.9 (priority 50)");
    }

    @Test
    void theOwnerSpeaksAtOnceAndAnnouncesAgain() {
        Stage stage = Stage.master(RouterSettings.of(2, 255, SECOND)).sleeps(5 * SECOND);

        assertThat(stage.takeActs())
                .containsExactly(Effect.SendAdvert.of(255), new Effect.Announce(5));
        assertThat(stage.state()).isEqualTo(State.MASTER);
    }

    /** Thousands of frames each time would make it even later. */
    @Test
    void anOwnerThatIsAlwaysLateAnnouncesTwiceASecond() {
        Stage stage = Stage.master(RouterSettings.of(3, 255, SECOND / 100));

        for (int i = 0; i < 10; i++) {
            stage.sleeps(SECOND / 10);
        }

        assertThat(stage.takeActs())
                .filteredOn(Effect.Announce.class::isInstance)
                .containsExactly(new Effect.Announce(5), new Effect.Announce(5));
    }

    // keepalived: timer_expired_backup

    @Test
    void thePriorityOfThePeersTellsHowLongTheyArePatient() {
        RouterSettings settings = nopreempt(254);
        long patience = Timers.masterDownNanos(2, 254, SECOND, 3);

        assertThat(Stage.master(settings).sleeps(patience - 1).state()).isEqualTo(State.MASTER);
        assertThat(Stage.master(settings).sleeps(patience).state()).isEqualTo(State.BACKUP);
    }

    @Test
    void thePriorityOfThePeersIsForNopreemptAlone() {
        assertThatThrownBy(() -> settings(true, 254))
                .hasMessage("highest priority of peers: 254 with preempt");
        assertThatThrownBy(() -> settings(false, 255))
                .hasMessage("highest priority of peers: 255 is not in 1..254");
    }

    private static RouterSettings nopreempt(int timerExpiredPriority) {
        return settings(false, timerExpiredPriority);
    }

    private static RouterSettings settings(boolean preempt, int timerExpiredPriority) {
        return new RouterSettings(
                2,
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
                timerExpiredPriority,
                0);
    }
}
