package org.ninelives.lvs.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.lvs.core.Sample.virtualServer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.CheckStanding;

/** What operators want of a virtual server and of its real servers. */
class WishesTest {

    private static final String A = "192.168.0.1";
    private static final String B = "192.168.0.2";
    private static final String SORRY = "192.168.0.9";

    @Test
    void peopleCanSetTheWeight() {
        Play play = new Play(virtualServer().quorum(2, 0).server(A, 1).server(B, 1));
        play.story();

        play.wish(A, 0);
        assertThat(play.table()).containsExactly(A + " 0", B + " 1");
        assertThat(play.story())
                .as("a server without weight counts for nothing")
                .contains("VS DOWN");

        play.configure(virtualServer().quorum(2, 0).server(A, 7).server(B, 1));
        assertThat(play.table()).as("a reload keeps it").containsExactly(A + " 0", B + " 1");

        play.wishNothing();
        assertThat(play.table()).containsExactly(A + " 7", B + " 1");
    }

    @Test
    void aDrainLastsUntilNoConnectionIsLeft() {
        Play play = new Play(virtualServer().server(A, 1).server(B, 1));
        play.story();

        play.drain(A, Duration.ZERO);
        assertThat(play.table()).containsExactly(A + " 0", B + " 1");

        play.handle(new Input.ConnectionsCounted(Map.of(Play.name(A), 2L)));
        play.advance(Duration.ofDays(1));
        assertThat(play.table()).containsExactly(A + " 0", B + " 1");

        play.handle(new Input.ConnectionsCounted(Map.of(Play.name(A), 0L)));
        assertThat(play.table()).containsExactly(B + " 1");
        assertThat(play.story())
                .containsExactly(
                        "Draining service [192.168.0.1]:tcp:80 of VS [10.0.0.1]:tcp:80",
                        "Drained service [192.168.0.1]:tcp:80 of VS [10.0.0.1]:tcp:80: 0"
                                + " connections left");

        play.wishNothing();
        assertThat(play.table()).containsExactly(A + " 1", B + " 1");
    }

    @Test
    void aDrainEndsWhenItsTimeIsUp() {
        Play play = new Play(virtualServer().server(A, 1).server(B, 1));

        play.drain(A, Duration.ofSeconds(5));
        play.handle(new Input.ConnectionsCounted(Map.of(Play.name(A), 2L)));
        play.advance(Duration.ofSeconds(4));
        assertThat(play.table()).containsExactly(A + " 0", B + " 1");

        play.advance(Duration.ofSeconds(1));
        assertThat(play.table()).containsExactly(B + " 1");
    }

    @Test
    void whoDrainsKeepsHisConnectionsWhenTheQuorumIsLost() {
        Play play = new Play(virtualServer().sorry(SORRY, false).server(A, 1));

        play.drain(A, Duration.ZERO);

        assertThat(play.table()).containsExactly(A + " 0", SORRY + " 1");
    }

    @Test
    void aDrainedServerThatFailsIsGoneAtOnce() {
        Play play = new Play(virtualServer().server(A, 1).server(B, 1));
        play.drain(A, Duration.ZERO);

        play.fails(A);

        assertThat(play.table()).containsExactly(B + " 1");
    }

    @Test
    void whoIsDisabledIsOutAsIfACheckHadFailed() {
        Play play = new Play(virtualServer().server(A, 1).server(B, 1));
        play.story();

        play.disable(A);
        assertThat(play.table()).containsExactly(B + " 1");
        assertThat(play.story())
                .containsExactly(
                        "Removing service [192.168.0.1]:tcp:80 from VS [10.0.0.1]:tcp:80",
                        "RS [192.168.0.1]:tcp:80 DOWN");
        assertThat(Explanation.reason(play.server().server(Play.name(A)).orElseThrow()))
                .isEqualTo("an operator has disabled it");

        play.fails(A);
        play.wishNothing();
        assertThat(play.table()).as("its check has failed meanwhile").containsExactly(B + " 1");
        play.passes(A);
        assertThat(play.table()).containsExactlyInAnyOrder(A + " 1", B + " 1");
    }

    @Test
    void whoseCheckersAreNotThereServesAgainWhenEnabled() {
        Play play = new Play(virtualServer().server(A, 1, false, List.of(), List.of("NO_CHECK")));

        play.disable(A);
        assertThat(play.table()).isEmpty();

        play.wishNothing();
        assertThat(play.table()).containsExactly(A + " 1");
    }

    @Test
    void aDisabledVirtualServerIsNotInTheKernel() {
        Play play = new Play(virtualServer().server(A, 1));
        play.story();

        play.handle(new Input.Wished(new Wishes(true, Map.of())));
        assertThat(play.server().table()).isEmpty();
        assertThat(play.story())
                .containsExactly("Removing VS [10.0.0.1]:tcp:80, as an operator has disabled it");
        assertThat(play.server().hasQuorum()).as("its servers are as they were").isTrue();

        play.wishNothing();
        assertThat(play.table()).containsExactly(A + " 1");
    }

    @Test
    void whatIsWantedBeforeTheStartHoldsFromTheFirstMoment() {
        VirtualServer server = new VirtualServer("[10.0.0.1]:tcp:80", true);
        List<Effect> effects = new ArrayList<>();
        Wishes wishes =
                new Wishes(
                        false,
                        Map.of(
                                Play.name(A),
                                new ServerWishes(OptionalInt.empty(), true, Optional.empty()),
                                Play.name(B),
                                new ServerWishes(OptionalInt.of(7), false, Optional.empty())));
        server.handle(0, new Input.Wished(wishes), effects::add);
        server.handle(
                0,
                new Input.Configured(
                        virtualServer().server(A, 1).server(B, 1).settings(),
                        key -> CheckStanding.UNKNOWN),
                effects::add);

        assertThat(server.liveWeight()).isEqualTo(7);
        assertThat(effects)
                .noneMatch(effect -> effect instanceof Effect.Line line && line.text().contains(A));
    }

    @Test
    void whatIsWantedHoldsForAServerThatComesBack() {
        Play play = new Play(virtualServer().server(A, 1).server(B, 1));
        play.wish(A, 9);

        play.configure(virtualServer().server(B, 1));
        play.configure(virtualServer().server(A, 1).server(B, 1));

        assertThat(play.table()).containsExactlyInAnyOrder(A + " 9", B + " 1");
    }
}
