package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.core.Stage.HIGHER;
import static org.ninelives.vrrp.core.Stage.LOWER;
import static org.ninelives.vrrp.core.Stage.SECOND;
import static org.ninelives.vrrp.core.State.BACKUP;
import static org.ninelives.vrrp.core.State.FAULT;
import static org.ninelives.vrrp.core.State.MASTER;

import java.util.List;
import org.junit.jupiter.api.Test;

/** When a router takes over, when it does not, and what it says about that. */
class TakeoverTest {

    private static final Fault DOWN = new Fault(Fault.Kind.INTERFACE_DOWN, "interface eth0 down");
    private static final Fault AWAITED = new Fault(Fault.Kind.AWAITED, "script chk");
    private static final RouterSettings V2 = RouterSettings.of(2, 100, SECOND);
    private static final RouterSettings OWNER = RouterSettings.of(2, 255, SECOND);
    private static final long MASTER_DOWN = Timers.masterDownNanos(2, 100, SECOND, 3);

    @Test
    void itSaysThatTheMasterFellSilent() {
        Stage stage = Stage.backup(V2).hears(150, HIGHER).waits(MASTER_DOWN);

        assertThat(stage.router.reason())
                .isEqualTo("no advert from 192.0.2.11 (priority 150) for 3609 ms");
    }

    @Test
    void itSaysThatTheMasterResigned() {
        Stage stage = Stage.backup(V2).hears(150, HIGHER).hears(0, HIGHER).waits(SECOND);

        assertThat(stage.router.reason()).isEqualTo("192.0.2.11 (priority 150) resigned");
    }

    @Test
    void itSaysThatAnUnknownMasterResigned() {
        Stage stage = Stage.backup(V2).hears(0, HIGHER).waits(SECOND);

        assertThat(stage.router.reason()).isEqualTo("the master resigned");
    }

    @Test
    void itSaysWhomItPreempts() {
        Stage stage = Stage.backup(V2).waits(3 * SECOND).hears(50, LOWER).waits(SECOND);

        assertThat(stage.router.reason()).isEqualTo("preempts 192.0.2.9 (priority 50)");
    }

    @Test
    void itSaysThatItPreemptsAfterADelay() {
        Stage stage = Stage.backup(delayed(2 * SECOND));
        while (stage.state() == BACKUP) {
            stage.waits(SECOND / 2).hears(50, LOWER);
        }

        assertThat(stage.router.reason())
                .isEqualTo("preempts 192.0.2.9 (priority 50) after preempt_delay");
    }

    @Test
    void aWeakerMasterThatFellSilentLongAgoIsNotPreempted() {
        Stage stage = Stage.backup(V2).hears(150, HIGHER).waits(SECOND).hears(50, LOWER);
        stage.hears(150, HIGHER).waits(MASTER_DOWN);

        assertThat(stage.router.reason())
                .isEqualTo("no advert from 192.0.2.11 (priority 150) for 3609 ms");
    }

    @Test
    void preemptDelayCountsAgainAfterAFault() {
        Stage stage = Stage.backup(delayed(60 * SECOND)).input(faults(DOWN)).input(faults());

        for (int i = 0; i < 59; i++) {
            stage.hears(50, LOWER).waits(SECOND);
        }

        assertThat(stage.state()).isEqualTo(BACKUP);
    }

    /** AH wants this: the sequence number of the master is learned by listening. */
    @Test
    void everyRouterButTheOwnerListensFirstWhateverItsConfiguredState() {
        assertThat(Stage.backup(RouterSettings.of(2, 254, SECOND)).state()).isEqualTo(BACKUP);
        assertThat(Stage.backup(OWNER).state()).isEqualTo(MASTER);
    }

    @Test
    void anOwnerThatIgnoresAdvertsHearsNobody() {
        Stage stage = Stage.master(ignoring(255)).hears(50, LOWER).hears(0, LOWER);
        for (int i = 0; i < 10; i++) {
            stage.hears(255, HIGHER);
        }

        assertThat(stage.takeEffects()).isEmpty();
    }

    @Test
    void whoIsNotTheOwnerIgnoresNobody() {
        assertThat(Stage.master(ignoring(254)).hears(255, HIGHER).state()).isEqualTo(BACKUP);
    }

    @Test
    void anAwaitedResultHoldsInFaultOfWhichNobodyHears() {
        Stage stage = Stage.of(V2).input(faults(AWAITED)).input(Input.START);

        assertThat(stage.takeActs())
                .containsExactly(new Effect.StateChanged(State.INIT, FAULT, "script chk", true));
        assertThat(stage.takeLines()).isEmpty();
        assertThat(stage.input(faults()).state()).isEqualTo(BACKUP);
    }

    @Test
    void aFaultAfterTheHoldIsTold() {
        Stage stage = Stage.of(V2).input(faults(AWAITED)).input(Input.START);
        stage.takeEffects();

        stage.input(faults(new Fault(Fault.Kind.TRACKER, "script chk")));

        assertThat(stage.takeActs())
                .containsExactly(new Effect.StateChanged(FAULT, FAULT, "script chk"));
        assertThat(stage.input(faults(DOWN)).takeActs()).isEmpty();
    }

    @Test
    void aMasterThatAwaitsAResultSinceAReloadIsHeldToo() {
        Stage stage = Stage.master(V2).input(faults(AWAITED));

        assertThat(stage.takeActs())
                .containsExactly(
                        Effect.SEND_RESIGNATION,
                        Effect.DISOWN_ADDRESSES,
                        new Effect.StateChanged(MASTER, FAULT, "script chk", true));
    }

    @Test
    void whoIsAskedToAnnounceDoesSoOnceAndAsMasterAlone() {
        Stage stage = Stage.backup(V2);
        stage.takeActs();
        assertThat(stage.input(Input.ANNOUNCE).takeActs()).isEmpty();

        stage = Stage.master(V2).input(Input.ANNOUNCE);
        assertThat(stage.takeActs()).containsExactly(new Effect.Announce(1));
    }

    @Test
    void aMasterThatDefendsItselfSaysSoAtMostTwiceASecond() {
        Stage stage = Stage.master(V2);
        for (int i = 0; i < 20; i++) {
            stage.waits(SECOND / 10).hears(50, LOWER);
        }

        assertThat(stage.takeActs().stream().filter(Effect.Reclaimed.class::isInstance))
                .hasSize(4)
                .containsOnly(new Effect.Reclaimed(LOWER, 50));
    }

    @Test
    void itReclaimsEvenIfItMayNotAnswer() {
        Stage stage =
                Stage.master(
                        new RouterSettings(
                                2, 100, true, 0, SECOND, 3, 0, true, false, GarpSettings.DEFAULT));

        assertThat(stage.hears(50, LOWER).takeActs())
                .containsExactly(new Effect.Reclaimed(LOWER, 50), new Effect.Announce(5));
    }

    private static Input faults(Fault... faults) {
        return new Input.FaultsChanged(List.of(faults));
    }

    private static RouterSettings delayed(long nanos) {
        return new RouterSettings(
                2, 100, true, nanos, SECOND, 3, 0, false, false, GarpSettings.DEFAULT);
    }

    private static RouterSettings ignoring(int priority) {
        return new RouterSettings(
                2, priority, true, 0, SECOND, 3, 0, false, false, GarpSettings.DEFAULT, true, 0, 0);
    }
}
