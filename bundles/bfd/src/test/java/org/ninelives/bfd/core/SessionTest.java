package org.ninelives.bfd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 5880 section 6.8, each branch. */
class SessionTest {

    private static final SessionSettings PASSIVE =
            new SessionSettings(10_000, 10_000, 1_000_000, 5, true);

    @Test
    void aSessionThatHasNotBegunIsSilent() {
        Bench bench = new Bench(Bench.USUAL).silence(10_000);

        assertThat(bench.sent()).isEmpty();
        assertThat(bench.session().deadlineNanos()).isEqualTo(Intervals.NEVER);
    }

    @Test
    void anActiveSessionSpeaksAtOnceAndThenOnceASecond() {
        Bench bench = Bench.begun(Bench.USUAL);

        assertThat(bench.sent())
                .containsExactly("Down diag 0 0a0a0a0a -> 00000000 tx 1000000 rx 10000 x 5");
        assertThat(bench.silence(10_000).sent()).hasSizeBetween(11, 14);
    }

    @Test
    void aPassiveSessionSpeaksWhenItIsSpokenTo() {
        Bench bench = Bench.begun(PASSIVE).silence(10_000);
        assertThat(bench.sent()).isEmpty();

        bench.hears(State.DOWN);

        assertThat(bench.lastSent()).startsWith("Init diag 0 0a0a0a0a -> 0b0b0b0b");
    }

    @Test
    void aPassiveSessionFallsSilentWithItsNeighbour() {
        Bench bench = Bench.up(PASSIVE).silence(51).forget();

        assertThat(bench.session().state()).isEqualTo(State.DOWN);
        assertThat(bench.silence(10_000).sent()).isEmpty();
    }

    /** The table of RFC 5880 section 6.8.6; a dash means that nothing changes. */
    @ParameterizedTest
    @CsvSource({
        "DOWN, ADMIN_DOWN, -",
        "DOWN, DOWN, INIT",
        "DOWN, INIT, UP",
        "DOWN, UP, -",
        "INIT, ADMIN_DOWN, DOWN",
        "INIT, DOWN, -",
        "INIT, INIT, UP",
        "INIT, UP, UP",
        "UP, ADMIN_DOWN, DOWN",
        "UP, DOWN, DOWN",
        "UP, INIT, -",
        "UP, UP, -",
        "ADMIN_DOWN, ADMIN_DOWN, -",
        "ADMIN_DOWN, DOWN, -",
        "ADMIN_DOWN, INIT, -",
        "ADMIN_DOWN, UP, -"
    })
    void aPacketMovesTheSession(State from, State heard, String to) {
        Bench bench =
                switch (from) {
                    case ADMIN_DOWN -> Bench.begun(Bench.USUAL).handle(Input.DISABLE);
                    case DOWN -> Bench.begun(Bench.USUAL);
                    case INIT -> Bench.begun(Bench.USUAL).hears(State.DOWN);
                    case UP -> Bench.up(Bench.USUAL);
                };
        assertThat(bench.session().state()).isEqualTo(from);

        bench.forget().hears(heard);

        State expected = to.equals("-") ? from : State.valueOf(to);
        assertThat(bench.session().state()).isEqualTo(expected);
        assertThat(bench.effects().stream().filter(Effect.StateChanged.class::isInstance))
                .hasSize(to.equals("-") ? 0 : 1);
        if (expected == State.DOWN && from != State.DOWN) {
            assertThat(bench.session().diagnostic()).isEqualTo(Diagnostic.NEIGHBOUR_SIGNALED_DOWN);
        }
    }

    @Test
    void aChangeOfStateIsToldAtOnce() {
        Bench bench = Bench.begun(Bench.USUAL).forget();

        assertThat(bench.hears(State.DOWN).lastSent()).startsWith("Init");
        assertThat(bench.hears(State.INIT).lastSent()).startsWith("Up");
        assertThat(bench.sent()).hasSize(2);
    }

    @Test
    void silenceOfTheDetectionTimeTakesTheSessionDown() {
        Bench bench = Bench.up(Bench.USUAL).silence(49);
        assertThat(bench.session().state()).isEqualTo(State.UP);

        bench.silence(1);

        assertThat(bench.effects())
                .containsExactly(
                        new Effect.Expired(50_000_000, 0),
                        new Effect.StateChanged(State.UP, State.DOWN, Diagnostic.EXPIRED, 0));
        assertThat(bench.lastSent())
                .isEqualTo("Down diag 1 0a0a0a0a -> 00000000 tx 1000000 rx 10000 x 5");
    }

    @Test
    void aSessionThatIsInitExpiresToo() {
        Bench bench = Bench.begun(Bench.USUAL).hears(State.DOWN).silence(50);

        assertThat(bench.session().state()).isEqualTo(State.DOWN);
        assertThat(bench.session().diagnostic()).isEqualTo(Diagnostic.EXPIRED);
    }

    @Test
    void aTickThatComesLateTellsHowLate() {
        Bench bench = Bench.up(Bench.USUAL);
        Session session = bench.session();

        session.handle(bench.nowNanos() + 70_000_000, Input.TICK, bench.effects()::add);

        assertThat(bench.effects()).contains(new Effect.Expired(70_000_000, 20_000_000));
    }

    @Test
    void aNeighbourThatFellSilentWhileDownIsForgotten() {
        Bench bench = Bench.begun(Bench.USUAL).hears(State.ADMIN_DOWN);
        assertThat(bench.session().neighbour().isKnown()).isTrue();

        bench.silence(50);

        assertThat(bench.session().neighbour().isKnown()).isFalse();
        assertThat(bench.session().silenceEndsNanos()).isEqualTo(Intervals.NEVER);
        assertThat(bench.effects()).noneMatch(Effect.Expired.class::isInstance);
    }

    @Test
    void aPollIsAnsweredAtOnceAndTheOwnRhythmGoesOn() {
        Bench bench = Bench.up(Bench.USUAL);
        long next = bench.session().deadlineNanos();

        bench.hears(bench.packet(State.UP).flags(true, false, false));

        assertThat(bench.sent())
                .containsExactly("Up diag 0 0a0a0a0a -> 0b0b0b0b tx 10000 rx 10000 x 5 F");
        assertThat(bench.session().deadlineNanos()).isEqualTo(next);
    }

    @Test
    void anAnswerTellsAChangeOfStateToo() {
        Bench bench = Bench.begun(Bench.USUAL).forget();

        bench.hears(bench.packet(State.DOWN).flags(true, false, false));

        assertThat(bench.sent()).singleElement().asString().startsWith("Init").endsWith(" F");
    }

    @Test
    void whoIsAdministrativelyDownAnswersNoPollAndSaysSo() {
        Bench bench = Bench.up(Bench.USUAL).handle(Input.DISABLE);
        assertThat(bench.sent())
                .containsExactly("AdminDown diag 7 0a0a0a0a -> 0b0b0b0b tx 1000000 rx 10000 x 5");

        bench.forget().hears(bench.packet(State.UP).flags(true, false, false));
        assertThat(bench.sent()).isEmpty();

        assertThat(bench.silence(3_000).sent()).hasSizeBetween(3, 4);
        assertThat(bench.session().state()).isEqualTo(State.ADMIN_DOWN);
    }

    @Test
    void whoIsEnabledAgainBeginsFromDown() {
        Bench bench = Bench.up(Bench.USUAL).handle(Input.DISABLE).forget();

        bench.handle(Input.ENABLE);

        assertThat(bench.lastSent()).startsWith("Down diag 0");
        assertThat(bench.hears(State.DOWN).hears(State.INIT).session().state()).isEqualTo(State.UP);
    }

    @ParameterizedTest
    @EnumSource(names = {"DISABLE_TWICE", "ENABLE_WHEN_UP"})
    void aWishThatIsFulfilledChangesNothing(Repeated repeated) {
        Bench bench = Bench.up(Bench.USUAL);
        if (repeated == Repeated.DISABLE_TWICE) {
            bench.handle(Input.DISABLE).forget().handle(Input.DISABLE);
        } else {
            bench.handle(Input.ENABLE);
        }

        assertThat(bench.effects()).isEmpty();
        assertThat(bench.sent()).isEmpty();
    }

    enum Repeated {
        DISABLE_TWICE,
        ENABLE_WHEN_UP
    }

    @Test
    void aNeighbourThatWantsNoPacketsGetsNoneButAnswers() {
        Bench bench = Bench.up(Bench.USUAL);
        bench.hears(bench.packet(State.UP).offers(10_000, 0, 5)).forget();

        for (int i = 0; i < 20; i++) {
            bench.silence(10).hears(bench.packet(State.UP).offers(10_000, 0, 5));
        }
        assertThat(bench.sent()).isEmpty();

        bench.hears(bench.packet(State.UP).offers(10_000, 0, 5).flags(true, false, false));
        assertThat(bench.sent()).singleElement().asString().endsWith(" F");
    }

    @Test
    void aNeighbourInDemandModeIsLeftAloneWhileBothAreUp() {
        Bench bench = Bench.up(Bench.USUAL);

        for (int i = 0; i < 20; i++) {
            bench.silence(10).hears(bench.packet(State.UP).flags(false, false, true));
            if (i == 0) {
                bench.forget();
            }
        }

        assertThat(bench.sent()).isEmpty();
        bench.handle(
                new Input.SettingsChanged(
                        new SessionSettings(20_000, 10_000, 1_000_000, 5, false)));
        assertThat(bench.lastSent()).as("a poll is allowed").endsWith(" P");
    }

    @Test
    void theSlowerOfBothSetsThePace() {
        Bench bench = Bench.up(Bench.USUAL);

        bench.hears(bench.packet(State.UP).offers(10_000, 300_000, 5));

        assertThat(bench.session().txMicros()).isEqualTo(300_000);
        assertThat(bench.session().detectionMicros()).isEqualTo(50_000);
        bench.hears(bench.packet(State.UP).offers(200_000, 10_000, 3));
        assertThat(bench.session().txMicros()).isEqualTo(10_000);
        assertThat(bench.session().detectionMicros()).isEqualTo(600_000);
        assertThat(bench.effects())
                .containsExactly(new Effect.DetectionTimeChanged(50_000, 600_000));
    }

    @Test
    void aFasterPaceDoesNotWaitForTheSlowPacket() {
        Bench bench = Bench.up(Bench.USUAL);
        bench.hears(bench.packet(State.UP).offers(10_000, 3_000_000, 5)).forget();
        assertThat(bench.session().deadlineNanos() - bench.nowNanos()).isEqualTo(50_000_000);

        bench.hears(State.UP);

        assertThat(bench.session().deadlineNanos() - bench.nowNanos())
                .isLessThanOrEqualTo(10_000_000);
    }

    @Test
    void aDiscriminatorOfZeroIsRefused() {
        assertThatThrownBy(() -> new Session(0, Bench.USUAL, new SplittableRandom(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
