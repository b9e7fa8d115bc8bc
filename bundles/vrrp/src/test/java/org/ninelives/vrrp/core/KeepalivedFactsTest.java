package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ninelives.vrrp.core.Stage.HIGHER;
import static org.ninelives.vrrp.core.Stage.LOWER;
import static org.ninelives.vrrp.core.Stage.OWN;
import static org.ninelives.vrrp.core.Stage.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What keepalived's users rely on beyond the RFCs, and where we do better. */
class KeepalivedFactsTest {

    private static final Fault DOWN = new Fault(Fault.Kind.INTERFACE_DOWN, "interface eth0 down");
    private static final Fault SCRIPT = new Fault(Fault.Kind.TRACKER, "script chk");
    private static final RouterSettings V2 = RouterSettings.of(2, 100, SECOND);
    private static final RouterSettings V3 = RouterSettings.of(3, 100, SECOND);
    private static final long MASTER_DOWN = Timers.masterDownNanos(2, 100, SECOND, 3);

    @Test
    void trapT1WhatIsReceivedNeverDelaysTheNextAdvert() {
        Stage stage = Stage.master(silentOnLower(V2));

        stage.waits(SECOND / 2).hears(50, LOWER).hears(100, OWN);

        assertThat(stage.untilDeadline()).isEqualTo(SECOND / 2);
    }

    @Test
    void trapT2TheOwnIntervalIsInForceAgainAfterMastership() {
        Stage stage = Stage.backup(V3).hears(200, LOWER, SECOND / 10).waits(SECOND);
        assertThat(stage.state()).isEqualTo(State.MASTER);

        stage.input(new Input.AddressesLost("address 198.51.100.1/32"));

        assertThat(stage.untilDeadline()).isEqualTo(Timers.skewNanos(3, 100, SECOND));
    }

    @Test
    void anAdvertThatIsLateIsSentOnceAndNotMadeUpFor() {
        Stage stage = Stage.master(V2).sleeps(2 * SECOND + SECOND / 2);

        assertThat(stage.takeActs()).containsExactly(Effect.SendAdvert.of(100));
        assertThat(stage.untilDeadline()).isEqualTo(SECOND);
    }

    @Test
    void aBackupThatStoodStillListensBeforeItClaims() {
        Stage stage = Stage.backup(V2).sleeps(2 * MASTER_DOWN);

        assertThat(stage.state()).isEqualTo(State.BACKUP);
        assertThat(stage.untilDeadline()).isEqualTo(SECOND + Timers.skewNanos(2, 100, SECOND));
        assertThat(stage.waits(2 * SECOND).state()).isEqualTo(State.MASTER);
    }

    @Test
    void routersThatDisagreeDoNotAnswerEachOtherWithoutEnd() {
        Stage stage = Stage.master(V2).waits(SECOND / 2);

        for (int i = 0; i < 1000; i++) {
            stage.hears(50, LOWER);
        }

        assertThat(stage.takeActs())
                .containsExactly(
                        Effect.SendAdvert.of(100),
                        new Effect.Reclaimed(LOWER, 50),
                        new Effect.Announce(5));
    }

    @Test
    void whoDoesNotHearUsIsNamedOnceAMinute() {
        Stage stage = Stage.master(V2);
        for (int i = 0; i < 100; i++) {
            stage.waits(SECOND).hears(50, LOWER);
        }

        assertThat(stage.takeLines())
                .hasSize(5)
                .last()
                .asString()
                .startsWith("(VI_1) 192.0.2.9 does not accept our adverts");
    }

    @Test
    void aFaultResignsAndIsNamed() {
        Stage stage = Stage.master(V2).input(new Input.FaultsChanged(List.of(DOWN, SCRIPT)));

        assertThat(stage.router.reason()).isEqualTo("interface eth0 down, script chk");
        assertThat(stage.router.deadlineNanos()).isEqualTo(Timers.NEVER);
        assertThat(stage.takeLines())
                .containsExactly(
                        "(VI_1): entering FAULT state (interface eth0 down)",
                        "(VI_1): entering FAULT state due to script chk",
                        "(VI_1) sent 0 priority",
                        "(VI_1) Entering FAULT STATE");
    }

    @Test
    void allFaultsMustGoBeforeAWholeMasterDownIntervalIsWaited() {
        Stage stage = Stage.master(V2).input(new Input.FaultsChanged(List.of(DOWN, SCRIPT)));

        assertThat(stage.input(new Input.FaultsChanged(List.of(SCRIPT))).state())
                .isEqualTo(State.FAULT);
        assertThat(stage.input(new Input.FaultsChanged(List.of())).state()).isEqualTo(State.BACKUP);
        assertThat(stage.untilDeadline()).isEqualTo(MASTER_DOWN);
    }

    @Test
    void anOwnerLeavesFaultAsMaster() {
        Stage stage = Stage.of(RouterSettings.of(2, 255, SECOND));
        stage.input(new Input.FaultsChanged(List.of(DOWN))).input(Input.START);
        assertThat(stage.state()).isEqualTo(State.FAULT);

        assertThat(stage.input(new Input.FaultsChanged(List.of())).state()).isEqualTo(State.MASTER);
    }

    @Test
    void inFaultNothingIsHeard() {
        Stage stage = Stage.master(V2).input(new Input.FaultsChanged(List.of(DOWN)));
        stage.takeEffects();

        assertThat(stage.hears(0, LOWER).hears(200, LOWER).takeEffects()).isEmpty();
    }

    @Test
    void anotherPriorityMovesTheRunningTimerByTheDifferenceOfSkews() {
        Stage stage = Stage.backup(V2).waits(SECOND);
        stage.input(new Input.PriorityChanged(200));

        assertThat(stage.untilDeadline())
                .isEqualTo(Timers.masterDownNanos(2, 200, SECOND, 3) - SECOND);
        assertThat(stage.takeLines())
                .contains("(VI_1) Changing effective priority from 100 to 200");
    }

    @Test
    void aMasterTellsAnotherPriorityInItsNextAdvert() {
        Stage stage = Stage.master(V2).input(new Input.PriorityChanged(50));

        assertThat(stage.takeActs()).isEmpty();
        assertThat(stage.waits(SECOND).takeActs()).containsExactly(Effect.SendAdvert.of(50));
    }

    @Test
    void priority255BelongsToTheOwnerAlone() {
        Stage stage = Stage.backup(V2);

        assertThatThrownBy(() -> stage.input(new Input.PriorityChanged(255)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasAskedToResignHoldsStillEvenIfEverybodyResigns() {
        Stage stage = Stage.master(V2).input(Input.RESIGN).waits(SECOND).hears(0, LOWER);

        assertThat(stage.untilDeadline()).isEqualTo(MASTER_DOWN - SECOND);
    }

    @Test
    void aReloadThatChangesNothingDoesNothing() {
        Stage stage = Stage.master(V2).waits(SECOND / 2);
        stage.input(new Input.SettingsChanged(V2, 100));

        assertThat(stage.takeEffects()).isEmpty();
        assertThat(stage.untilDeadline()).isEqualTo(SECOND / 2);
    }

    @Test
    void aReloadWithAnotherIntervalIsToldAtOnce() {
        Stage stage = Stage.master(V2);
        stage.input(new Input.SettingsChanged(RouterSettings.of(2, 100, 5 * SECOND), 100));

        assertThat(stage.takeActs()).containsExactly(Effect.SendAdvert.of(100));
        assertThat(stage.waits(4 * SECOND).takeActs()).doesNotContain(Effect.SendAdvert.of(100));
    }

    @Test
    void higherPrioSendAdvertSpeaksOnceMoreBeforeYielding() {
        RouterSettings settings =
                new RouterSettings(
                        2, 100, true, 0, SECOND, 3, 0, false, true, GarpSettings.DEFAULT);

        assertThat(Stage.master(settings).hears(150, HIGHER).takeActs())
                .startsWith(Effect.SendAdvert.of(100), Effect.DISOWN_ADDRESSES);
    }

    @Test
    void announcementsFollowTheirSchedule() {
        GarpSettings garp = new GarpSettings(3, 5 * SECOND, 10 * SECOND, 2, 5, 0);
        Stage stage =
                Stage.master(new RouterSettings(2, 100, true, 0, SECOND, 3, 0, false, false, garp));

        assertThat(announcements(stage.waits(5 * SECOND - 1))).isEmpty();
        assertThat(announcements(stage.waits(1))).containsExactly(new Effect.Announce(3));
        assertThat(announcements(stage.waits(10 * SECOND))).containsExactly(new Effect.Announce(2));
        assertThat(announcements(stage.waits(20 * SECOND))).hasSize(2);
    }

    @Test
    void aWeakerMasterIsAnsweredByAnnouncementsNowAndLater() {
        GarpSettings garp = new GarpSettings(0, 0, 0, 1, 4, 3 * SECOND);
        Stage stage =
                Stage.master(new RouterSettings(2, 100, true, 0, SECOND, 3, 0, true, false, garp));

        assertThat(announcements(stage.hears(50, LOWER))).containsExactly(new Effect.Announce(4));
        assertThat(announcements(stage.waits(3 * SECOND))).containsExactly(new Effect.Announce(4));
    }

    private static List<Effect> announcements(Stage stage) {
        return stage.takeActs().stream().filter(Effect.Announce.class::isInstance).toList();
    }

    private static RouterSettings silentOnLower(RouterSettings settings) {
        return new RouterSettings(
                settings.version(),
                settings.priority(),
                true,
                0,
                settings.advertIntervalNanos(),
                3,
                0,
                true,
                false,
                settings.garp());
    }
}
