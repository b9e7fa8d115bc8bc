package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.core.Stage.HIGHER;
import static org.ninelives.vrrp.core.Stage.LOWER;
import static org.ninelives.vrrp.core.Stage.SECOND;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.MacAddress;

class SplitBrainWatchTest {

    private static final IpAddress VIP = IpAddress.of("198.51.100.1");
    private static final MacAddress MAC_A = new MacAddress(0x02_00_00_00_00_0aL);
    private static final MacAddress MAC_B = new MacAddress(0x02_00_00_00_00_0bL);

    private final List<String> told = new ArrayList<>();
    private final SplitBrainWatch watch =
            new SplitBrainWatch(SECOND, alarm -> told.add(alarm.text("VI_1")));
    private long nowNanos = 100 * SECOND;

    // Adverts

    @Test
    void aMasterThatGoesOnAlthoughItWasAnsweredIsEvidence() {
        master();
        hears(90, LOWER).sends(100).after(SECOND).hears(90, LOWER).sends(100);
        assertThat(told).isEmpty();

        after(SECOND).hears(90, LOWER);

        assertThat(told)
                .containsExactly(
                        "(VI_1) SPLIT BRAIN: 192.0.2.9 (priority 90) has sent 3 adverts within"
                                + " 2000 ms although this router is master with priority 100");
    }

    @Test
    void oneThatYieldsWhenItIsAnsweredIsNoEvidence() {
        master();
        hears(90, LOWER).sends(100).hears(90, LOWER).after(100 * SECOND);

        assertThat(told).isEmpty();
        assertThat(watch.isRaised()).isFalse();
    }

    @Test
    void oneThatIsNotAnsweredIsNoEvidence() {
        master();
        for (int i = 0; i < 10; i++) {
            hears(90, LOWER);
        }

        assertThat(told).isEmpty();
    }

    @Test
    void oneThatResignsIsNoEvidence() {
        master();
        hears(90, LOWER).sends(100).after(SECOND).hears(90, LOWER).hears(0, LOWER).sends(100);
        hears(90, LOWER).sends(100).hears(90, LOWER);

        assertThat(told).isEmpty();
    }

    @Test
    void whoYieldsHasNoSplitBrain() {
        master();
        state(State.BACKUP).hears(200, HIGHER);
        for (int i = 0; i < 10; i++) {
            after(SECOND).hears(200, HIGHER);
        }

        assertThat(told).isEmpty();
    }

    @Test
    void aBackupSeesTwoMastersAnsweringEachOther() {
        state(State.BACKUP).hears(100, HIGHER);
        for (int i = 0; i < 3; i++) {
            after(SECOND / 2).hears(90, LOWER).after(SECOND / 2).hears(100, HIGHER);
        }

        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("(VI_1) SPLIT BRAIN: 192.0.2.9 (priority 90) has sent")
                .endsWith("although 192.0.2.11 (priority 100) is master");
    }

    @Test
    void aBackupSeesMastershipChangeWithoutAlarm() {
        state(State.BACKUP).hears(90, LOWER).after(SECOND / 2).hears(100, HIGHER);
        after(SECOND / 2).hears(90, LOWER);
        for (int i = 0; i < 10; i++) {
            after(SECOND).hears(100, HIGHER);
        }

        assertThat(told).isEmpty();
    }

    /** Found by simulation: changes of master years apart added up to evidence. */
    @Test
    void whatABackupHeardAtEarlierChangesOfMasterIsForgotten() {
        state(State.BACKUP).hears(90, LOWER);
        for (int i = 0; i < 5; i++) {
            after(SECOND / 2).hears(100, HIGHER).after(SECOND / 2).hears(90, LOWER);
            for (int second = 0; second < 10; second++) {
                after(SECOND).hears(90, LOWER);
            }
        }

        assertThat(told).isEmpty();
    }

    @Test
    void aRivalWithALongIntervalIsNotForgotten() {
        master();
        for (int i = 0; i < 4; i++) {
            after(10 * SECOND).hears(90, LOWER, 10 * SECOND).sends(100);
        }

        assertThat(told).isNotEmpty();
    }

    @Test
    void whoTakesNoPartSeesNothing() {
        state(State.FAULT);
        for (int i = 0; i < 10; i++) {
            hears(90, LOWER).hears(100, HIGHER).sees(MAC_A).sees(MAC_B).after(SECOND);
        }

        assertThat(told).isEmpty();
    }

    // MAC addresses

    @Test
    void anotherMacThatSpeaksForAnOwnedAddressIsEvidence() {
        master();
        after(watch.graceNanos()).sees(MAC_B);
        assertThat(told).isEmpty();

        after(watch.graceNanos());

        assertThat(told)
                .containsExactly(
                        "(VI_1) SPLIT BRAIN: 02:00:00:00:00:0b speaks for 198.51.100.1 of this"
                                + " master");
    }

    @Test
    void theOldMasterMayStillBeSeen() {
        master();
        after(watch.graceNanos() - 1).sees(MAC_B).after(60 * SECOND);

        assertThat(told).isEmpty();
    }

    @Test
    void theNewMasterMayBeSeenBeforeItsAdvertIsHeard() {
        master();
        after(60 * SECOND).sees(MAC_B).state(State.BACKUP).hears(200, HIGHER).sees(MAC_B);
        after(60 * SECOND);

        assertThat(told).isEmpty();
    }

    @Test
    void aBackupTellsWhenAnotherThanTheMasterSpeaks() {
        state(State.BACKUP).hears(100, HIGHER).sees(MAC_A);
        after(10 * SECOND).sees(MAC_A).sees(MAC_B).after(watch.graceNanos());

        assertThat(told)
                .containsExactly(
                        "(VI_1) SPLIT BRAIN: 02:00:00:00:00:0b speaks for 198.51.100.1 beside"
                                + " 02:00:00:00:00:0a");
    }

    @Test
    void aBackupExpectsAnotherMacAfterAChangeOfMaster() {
        state(State.BACKUP).hears(90, LOWER).sees(MAC_A).after(10 * SECOND).hears(90, LOWER);
        after(SECOND / 2).sees(MAC_B);
        for (int i = 0; i < 10; i++) {
            hears(100, HIGHER).sees(MAC_B).after(SECOND);
        }

        assertThat(told).isEmpty();
    }

    // How an alarm goes on and ends

    @Test
    void whileItLastsTheAlarmIsToldOnceAMinute() {
        splitBrain(119);

        assertThat(told).hasSize(2);
        assertThat(told.getLast())
                .startsWith("(VI_1) SPLIT BRAIN goes on: 192.0.2.9 (priority 90) has sent 6")
                .contains("although this router is master");
        assertThat(watch.evidence()).isNotEmpty();
    }

    @Test
    void itEndsWhenNothingIsSeenAnyMore() {
        splitBrain(10);

        after(watch.quietNanos());

        assertThat(told)
                .hasSize(2)
                .last()
                .isEqualTo(
                        "(VI_1) split brain is over after 9.000 secs: this router is master with"
                                + " priority 100");
        assertThat(watch.isRaised()).isFalse();
        assertThat(watch.evidence()).isEmpty();
        assertThat(watch.deadlineNanos()).isEqualTo(Timers.NEVER);
    }

    @Test
    void itTellsWhoWon() {
        splitBrain(10);

        state(State.BACKUP);
        for (int i = 0; i < 10; i++) {
            hears(200, HIGHER).after(SECOND);
        }

        assertThat(told)
                .hasSize(2)
                .last()
                .asString()
                .endsWith("192.0.2.11 (priority 200) is master");
    }

    @Test
    void anotherMacIsAddedToTheEvidence() {
        splitBrain(10);
        sees(MAC_B);

        assertThat(watch.evidence())
                .contains("has sent 3 adverts")
                .endsWith("; 02:00:00:00:00:0b speaks for 198.51.100.1 of this master");
    }

    @Test
    void longIntervalsMakeForLongGraceAndLongQuiet() {
        assertThat(watch.graceNanos()).isEqualTo(5 * SECOND);
        assertThat(watch.quietNanos()).isEqualTo(5 * SECOND);
        watch.intervalIs(10 * SECOND);
        assertThat(watch.graceNanos()).isEqualTo(50 * SECOND);
        assertThat(watch.quietNanos()).isEqualTo(30 * SECOND);
        watch.intervalIs(SECOND / 100);
        assertThat(watch.graceNanos()).isEqualTo(SECOND);
    }

    private void splitBrain(int seconds) {
        master();
        after(60 * SECOND);
        for (int i = 0; i < seconds; i++) {
            hears(90, LOWER).sends(100).after(i == seconds - 1 ? 0 : SECOND);
        }
    }

    private void master() {
        state(State.MASTER).sends(100);
    }

    private SplitBrainWatchTest state(State state) {
        watch.stateChanged(nowNanos, state);
        return this;
    }

    private SplitBrainWatchTest sends(int priority) {
        watch.advertSent(priority);
        return this;
    }

    private SplitBrainWatchTest hears(int priority, IpAddress from) {
        return hears(priority, from, SECOND);
    }

    private SplitBrainWatchTest hears(int priority, IpAddress from, long intervalNanos) {
        watch.advertHeard(
                nowNanos,
                new ReceivedAdvert()
                        .set(priority, intervalNanos, from.family(), from.high(), from.low()));
        return this;
    }

    private SplitBrainWatchTest sees(MacAddress mac) {
        watch.addressSeen(nowNanos, VIP, mac);
        return this;
    }

    private SplitBrainWatchTest after(long nanos) {
        long end = nowNanos + nanos;
        while (watch.deadlineNanos() <= end) {
            nowNanos = watch.deadlineNanos();
            watch.tick(nowNanos);
        }
        nowNanos = end;
        return this;
    }
}
