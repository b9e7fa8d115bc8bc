package org.ninelives.bfd.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.BfdCounters;
import org.ninelives.api.management.BfdSessionStatus;
import org.ninelives.api.system.LoopTask;
import org.ninelives.bfd.settings.ConfigText;
import org.ninelives.testkit.Deed;
import org.ninelives.testkit.FakeLan;

class BfdEngineTest {

    private static final String TO_B = "bfd_instance B {\nneighbor_ip 10.0.0.2\n}\n";
    private static final String TO_A = "bfd_instance A {\nneighbor_ip 10.0.0.1\n}\n";

    private final FakeLan lan = new FakeLan();
    private final Host a = new Host(lan, "a", 1);
    private final Host b = new Host(lan, "b", 2);

    private void bothUp(String ofA, String ofB) {
        a.configure(ofA);
        b.configure(ofB);
        pass(3_000);
        assertThat(a.state("B")).isEqualTo("Up");
        assertThat(b.state("A")).isEqualTo("Up");
        a.told();
        b.told();
    }

    private void pass(long millis) {
        lan.advance(Duration.ofMillis(millis));
    }

    @Test
    void twoNodesComeUpAndAgree() {
        a.configure(TO_B);
        b.configure(TO_A);
        pass(3_000);

        assertThat(a.told()).containsExactly("added B", "UNKNOWN -> GOOD: (B) Entering Up state");
        assertThat(a.findings()).containsExactly("B GOOD");
        BfdSessionStatus status = Snapshot.of(a.session("B"));
        assertThat(status.state()).isEqualTo("Up");
        assertThat(status.remoteState()).isEqualTo("Up");
        assertThat(status.transmitIntervalMicros()).isEqualTo(10_000);
        assertThat(status.detectionTimeMicros()).isEqualTo(50_000);
        assertThat(status.remoteDiscriminator())
                .isEqualTo(Integer.toUnsignedLong(b.session("A").discriminator()));
        assertThat(status.polling()).isFalse();
        BfdCounters counters = a.session("B").counters().snapshot();
        assertThat(counters.packetsSent()).isGreaterThan(100);
        assertThat(counters.packetsReceived()).isGreaterThan(100);
        assertThat(counters.timesUp()).isOne();
    }

    @Test
    void packetsAreWhatTheRfcWants() {
        bothUp(TO_B, TO_A);

        assertThat(a.machine().datagrams())
                .allSatisfy(
                        sent -> {
                            assertThat(sent.port()).isEqualTo(3784);
                            assertThat(sent.sourcePort()).isBetween(49_152, 65_535);
                            assertThat(sent.hopLimit()).isEqualTo(255);
                            assertThat(sent.payload().limit()).isEqualTo(24);
                        });
    }

    @Test
    void sessionsSendFromPortsOfTheirOwn() {
        a.configure(TO_B + "bfd_instance C {\nneighbor_ip 10.0.0.3\n}\n");
        pass(100);

        assertThat(a.machine().datagrams().stream().map(Deed.Datagram::sourcePort).distinct())
                .hasSize(2);
    }

    @Test
    void aNeighbourThatFallsSilentIsNoticedInTheDetectionTime() {
        bothUp(TO_B, TO_A);

        lan.lose(arrival -> true);
        pass(40);
        assertThat(a.told()).isEmpty();
        pass(11);

        assertThat(a.told())
                .containsExactly(
                        "GOOD -> BAD: (B) Entering Down state (Local diagnostic - Control"
                                + " Detection Time Expired, Remote diagnostic - No Diagnostic)");
        assertThat(Snapshot.of(a.session("B")).lastDownReason())
                .isEqualTo("Control Detection Time Expired");
        lan.loseNothing();
        pass(3_000);
        assertThat(a.told()).containsExactly("BAD -> GOOD: (B) Entering Up state");
    }

    @Test
    void whatCameWhileTheLoopWasHeldUpIsNoSilence() {
        bothUp(TO_B, TO_A);

        a.machine().refusals().datagramsWait(true);
        pass(1_000);

        assertThat(a.told()).isEmpty();
        assertThat(a.state("B")).isEqualTo("Up");
    }

    @Test
    void aSessionThatDoesNotComeUpCountsAsBadAfterAWhile() {
        a.configure(TO_B);
        pass(2_900);
        assertThat(a.told()).containsExactly("added B");

        pass(200);

        assertThat(a.told()).containsExactly("UNKNOWN -> BAD: (B) is not up yet (Down)");
    }

    @Test
    void changedTimesAreAgreedUponWithoutAnInterruption() {
        bothUp(TO_B, TO_A);

        a.configure("bfd_instance B {\nneighbor_ip 10.0.0.2\nmin_tx 30\nmin_rx 50\n}");
        pass(1_000);

        assertThat(a.told()).isEmpty();
        assertThat(b.told()).isEmpty();
        assertThat(Snapshot.of(a.session("B")).transmitIntervalMicros()).isEqualTo(30_000);
        assertThat(Snapshot.of(a.session("B")).detectionTimeMicros()).isEqualTo(250_000);
        assertThat(Snapshot.of(b.session("A")).transmitIntervalMicros()).isEqualTo(50_000);
        assertThat(Snapshot.of(b.session("A")).detectionTimeMicros()).isEqualTo(150_000);
        assertThat(Snapshot.of(a.session("B")).polling()).isFalse();
    }

    @Test
    void aSessionWhoseAddressChangesBeginsAnew() {
        bothUp(TO_B, TO_A);
        b.machine().addAddress("eth0", "10.0.0.9/24");

        a.configure("bfd_instance B {\nneighbor_ip 10.0.0.9\n}");
        b.configure("bfd_instance A {\nneighbor_ip 10.0.0.1\nsource_ip 10.0.0.9\n}");
        pass(3_000);

        assertThat(a.told())
                .containsExactly("removed B", "added B", "UNKNOWN -> GOOD: (B) Entering Up state");
    }

    @Test
    void aSessionThatIsRemovedTellsItsNeighbourAndNobodyElse() {
        bothUp(TO_B, TO_A);

        a.configure("");
        pass(10);

        assertThat(a.told()).containsExactly("removed B");
        assertThat(b.told())
                .containsExactly(
                        "GOOD -> BAD: (A) Entering Down state (Local diagnostic - Neighbor"
                                + " Signaled Session Down, Remote diagnostic - Administratively"
                                + " Down)");
        a.machine().clearDeeds();
        pass(5_000);
        assertThat(a.machine().datagrams()).isEmpty();
        assertThatThrownBy(() -> a.session("B"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no BFD session B runs");
    }

    @Test
    void whoIsDisabledStaysDownUntilEnabled() {
        bothUp(TO_B, TO_A);

        a.run(() -> a.session("B").disable());
        pass(5_000);
        assertThat(a.state("B")).isEqualTo("AdminDown");
        assertThat(a.told()).containsExactly("GOOD -> BAD: (B) Entering AdminDown state");
        assertThat(b.state("A")).isEqualTo("Down");

        a.run(() -> a.session("B").enable());
        pass(3_000);
        assertThat(a.state("B")).isEqualTo("Up");
    }

    @Test
    void ipv6AndMultihopHavePlacesOfTheirOwn() {
        String more =
                """
                bfd_instance %s6 {
                    neighbor_ip 2001:db8::%d
                }
                bfd_instance %s4 {
                    neighbor_ip 10.0.0.%d
                    multihop
                    max_hops 9
                }
                """;
        bothUp(TO_B + more.formatted("B", 2, "B", 2), TO_A + more.formatted("A", 1, "A", 1));

        assertThat(a.state("B6")).isEqualTo("Up");
        assertThat(a.state("B4")).isEqualTo("Up");
        assertThat(a.machine().datagrams().stream().map(Deed.Datagram::port).distinct())
                .containsExactlyInAnyOrder(3784, 4784);
    }

    @Test
    void severalSessionsWithOneNeighbourAreToldApartByTheOwnAddress() {
        a.machine().addAddress("eth0", "10.0.0.7/24");
        bothUp(
                TO_B + "bfd_instance B7 {\nneighbor_ip 10.0.0.2\nsource_ip 10.0.0.7\n}",
                TO_A + "bfd_instance A7 {\nneighbor_ip 10.0.0.7\n}");

        assertThat(a.state("B7")).isEqualTo("Up");
        assertThat(b.session("A7").session().neighbour().discriminator())
                .isEqualTo(a.session("B7").discriminator());
    }

    @Test
    void packetsThatCameTooFarAreDiscarded() {
        a.configure(TO_B);
        b.configure("bfd_instance A {\nneighbor_ip 10.0.0.1\nttl 254\n}");
        pass(5_000);

        assertThat(a.state("B")).isEqualTo("Down");
        assertThat(a.session("B").counters().snapshot().packetsDiscarded()).isPositive();
        a.configure("bfd_instance B {\nneighbor_ip 10.0.0.2\nmax_hops 1\n}");
        pass(3_000);
        assertThat(a.state("B")).isEqualTo("Up");
    }

    @Test
    void aPortThatAnotherProgramHasIsTakenWhenItIsFree() {
        BfdEngine[] other = new BfdEngine[1];
        var loop = a.machine().startWatchLoop("other", new Idle());
        loop.post(
                () -> {
                    other[0] = new BfdEngine(loop, a, new SplittableRandom(7));
                    other[0].apply(ConfigText.of(TO_B).settings());
                });
        a.machine().settle();
        a.configure(TO_B);
        b.configure(TO_A);
        pass(2_000);
        assertThat(a.state("B")).isNotEqualTo("Up");

        loop.close();
        pass(5_000);

        assertThat(a.state("B")).isEqualTo("Up");
    }

    @Test
    void aSessionWithoutRouteComplainsAndComesUpLater() {
        a.machine().removeAddress("eth0", "10.0.0.1/24");
        a.configure(TO_B);
        b.configure(TO_A);
        pass(2_000);
        assertThat(a.session("B").counters().snapshot().sendFailures()).isPositive();

        a.machine().addAddress("eth0", "10.0.0.1/24");
        pass(3_000);

        assertThat(a.state("B")).isEqualTo("Up");
    }

    @Test
    void whoIsNoSessionsNeighbourIsNotHeard() {
        a.configure("bfd_instance C {\nneighbor_ip 10.0.0.3\n}");
        b.configure(TO_A);
        pass(3_000);

        assertThat(a.state("C")).isEqualTo("Down");
        assertThat(b.state("A")).isEqualTo("Down");
    }

    @Test
    void threadSettingsAreForTheLoopsThread() {
        a.configure("global_defs {\nbfd_rt_priority 50\nbfd_no_swap\n}\n" + TO_B);

        assertThat(a.machine().threadSettings().realTimePriority()).isEqualTo(OptionalInt.of(50));
        assertThat(a.machine().threadSettings().memoryLocked()).isTrue();
    }

    @Test
    void stoppingTellsAllNeighbours() {
        bothUp(TO_B, TO_A);

        a.run(a.engine()::stop);
        pass(1);

        assertThat(b.state("A")).isEqualTo("Down");
        assertThat(a.told()).isEqualTo(List.of("removed B"));
    }

    private static final class Idle implements LoopTask {
        @Override
        public long deadlineNanos() {
            return NEVER;
        }

        @Override
        public void due(long nowNanos) {}
    }
}
