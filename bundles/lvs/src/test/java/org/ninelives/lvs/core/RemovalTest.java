package org.ninelives.lvs.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.lvs.core.Sample.check;
import static org.ninelives.lvs.core.Sample.virtualServer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A virtual server that is not configured any more. */
class RemovalTest {

    private static final String A = "192.168.0.1";
    private static final String B = "192.168.0.2";
    private static final String C = "192.168.0.3";
    private static final String SORRY = "192.168.0.9";

    private static Sample draining() {
        return virtualServer().drainTimeout(Duration.ofSeconds(30));
    }

    @Test
    void aRemovedVirtualServerTellsSo() {
        Play play = new Play(virtualServer().server(A, 1).server(B, 1));
        play.fails(B);
        play.story();

        play.handle(new Input.Removed());

        assertThat(play.story())
                .containsExactly(
                        "Removing Virtual Server [10.0.0.1]:tcp:80",
                        "Removing service [192.168.0.1]:tcp:80 from VS [10.0.0.1]:tcp:80",
                        "Removing service [192.168.0.2]:tcp:80 from VS [10.0.0.1]:tcp:80",
                        "RS [192.168.0.1]:tcp:80 DOWN",
                        "VS DOWN");
        assertThat(play.server().table()).isEmpty();
    }

    @Test
    void withADrainTimeoutItsServersKeepTheirConnections() {
        Play play = new Play(draining().server(A, 1).server(B, 2).server(C, 1));
        play.fails(C);
        play.story();

        play.handle(new Input.Removed());

        assertThat(play.table()).containsExactly(A + " 0", B + " 0");
        assertThat(play.server().isLeaving()).isTrue();
        assertThat(play.story())
                .containsExactly(
                        "Draining Virtual Server [10.0.0.1]:tcp:80",
                        "Draining service [192.168.0.1]:tcp:80 of VS [10.0.0.1]:tcp:80",
                        "Draining service [192.168.0.2]:tcp:80 of VS [10.0.0.1]:tcp:80",
                        "Removing service [192.168.0.3]:tcp:80 from VS [10.0.0.1]:tcp:80",
                        "RS [192.168.0.1]:tcp:80 DOWN",
                        "RS [192.168.0.2]:tcp:80 DOWN",
                        "VS DOWN");
    }

    @Test
    void itGoesWithItsLastConnection() {
        Play play = new Play(draining().server(A, 1).server(B, 2));
        play.handle(new Input.Removed());
        play.story();

        play.handle(new Input.ConnectionsCounted(Map.of(Play.name(A), 0L, Play.name(B), 7L)));
        assertThat(play.table()).containsExactly(B + " 0");
        assertThat(Explanation.of(play.server()))
                .element(1)
                .isEqualTo("[192.168.0.2]:tcp:80 is leaving: 7 connections left.");

        play.handle(new Input.ConnectionsCounted(Map.of(Play.name(B), 0L)));
        assertThat(play.server().table()).isEmpty();
        assertThat(play.server().isGone()).isTrue();
        assertThat(play.story())
                .endsWith(
                        "Removing service [192.168.0.2]:tcp:80 from VS [10.0.0.1]:tcp:80",
                        "Removing Virtual Server [10.0.0.1]:tcp:80");
    }

    @Test
    void itGoesWhenItsTimeIsUp() {
        Play play = new Play(draining().server(A, 1));
        play.handle(new Input.Removed());
        play.handle(new Input.ConnectionsCounted(Map.of(Play.name(A), 7L)));

        play.advance(Duration.ofSeconds(29));
        assertThat(play.server().isGone()).isFalse();

        play.advance(Duration.ofSeconds(1));
        assertThat(play.server().isGone()).isTrue();
    }

    @Test
    void theSorryServerKeepsItsConnectionsToo() {
        Play play = new Play(draining().sorry(SORRY, false).server(A, 1));
        play.fails(A);

        play.handle(new Input.Removed());

        assertThat(play.table()).containsExactly(SORRY + " 0");
    }

    @Test
    void whoIsInTheKernelWithoutWeightKeepsHisConnectionsToo() {
        Play play =
                new Play(
                        draining()
                                .server(A, 1, true, List.of(check("TCP_CHECK", false)))
                                .server(B, 1));
        play.fails(A);
        play.drain(B, Duration.ZERO);

        play.handle(new Input.Removed());

        assertThat(play.table()).containsExactly(A + " 0", B + " 0");
    }

    @Test
    void withNobodyInTheKernelItGoesAtOnce() {
        Play failed = new Play(draining().server(A, 1));
        failed.fails(A);
        Play elsewhere = new Play(draining().follows("VI_1").server(A, 1));

        failed.handle(new Input.Removed());
        elsewhere.handle(new Input.Removed());

        assertThat(failed.server().isGone()).isTrue();
        assertThat(elsewhere.server().isGone()).isTrue();
    }

    @Test
    void itLeavesTheKernelOfANodeThatIsNotMasterAnyMore() {
        Play play = new Play(draining().follows("VI_1").server(A, 1));
        play.handle(new Input.Mastership(true));
        play.handle(new Input.Removed());
        assertThat(play.table()).containsExactly(A + " 0");

        play.handle(new Input.Mastership(false));

        assertThat(play.server().table()).isEmpty();
    }
}
