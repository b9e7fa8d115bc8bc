package org.ninelives.lvs.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.lvs.core.Sample.check;
import static org.ninelives.lvs.core.Sample.virtualServer;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.CheckStanding.Verdict;
import org.ninelives.api.check.Weighting;

/** Words and order are those of keepalived 2.2.7 in front of a real kernel. */
class VirtualServerTest {

    private static final String A = "192.168.0.1";
    private static final String B = "192.168.0.2";
    private static final String C = "192.168.0.3";
    private static final String SORRY = "192.168.0.9";

    @Test
    void serversServeBeforeTheirFirstCheck() {
        Play play = new Play(virtualServer().quorum(2, 1).server(A, 1).server(B, 2));

        assertThat(play.table()).containsExactly(A + " 1", B + " 2");
        assertThat(play.story())
                .containsExactly("Gained quorum 2+1=3 <= 3 for VS [10.0.0.1]:tcp:80", "VS UP");
    }

    @Test
    void serversAreToldToBeUpFromTheBeginningWhereThatIsWanted() {
        Play play = new Play(virtualServer().server(A, 1), true);

        assertThat(play.story())
                .containsExactly(
                        "RS [192.168.0.1]:tcp:80 UP",
                        "Gained quorum 1+0=1 <= 1 for VS [10.0.0.1]:tcp:80",
                        "VS UP");
    }

    @Test
    void withoutItsQuorumAtTheStartTheSorryServerServes() {
        Play play =
                new Play(
                        virtualServer().quorum(2, 1).sorry(SORRY, false).server(A, 1).server(B, 1));

        assertThat(play.table()).containsExactly(SORRY + " 1");
        assertThat(play.story())
                .containsExactly(
                        "Starting with quorum down 2+1=3 > 2 for VS [10.0.0.1]:tcp:80",
                        "Adding sorry server [192.168.0.9]:tcp:80 to VS [10.0.0.1]:tcp:80",
                        "Removing alive servers from the pool for VS [10.0.0.1]:tcp:80",
                        "VS DOWN");
    }

    @Test
    void withAlphaAServerServesAfterItsFirstSuccess() {
        Play play =
                new Play(
                        virtualServer()
                                .sorry(SORRY, true)
                                .server(A, 1, false, List.of(check("TCP_CHECK", true))));
        assertThat(play.table()).containsExactly(SORRY + " 1");
        play.story();

        play.passes(A);

        assertThat(play.table()).containsExactly(A + " 1", SORRY + " 0");
        assertThat(play.story())
                .containsExactly(
                        "Adding service [192.168.0.1]:tcp:80 to VS [10.0.0.1]:tcp:80",
                        "RS [192.168.0.1]:tcp:80 UP",
                        "Gained quorum 1+0=1 <= 1 for VS [10.0.0.1]:tcp:80",
                        "Disabling sorry server [192.168.0.9]:tcp:80 from VS [10.0.0.1]:tcp:80",
                        "Adding alive servers to the pool for VS [10.0.0.1]:tcp:80",
                        "VS UP");
    }

    @Test
    void aFailedServerIsRemovedOrInhibited() {
        Play play =
                new Play(
                        virtualServer()
                                .server(A, 1)
                                .server(B, 1, true, List.of(check("TCP_CHECK", false)))
                                .server(C, 1));
        play.story();

        play.fails(A);
        play.fails(B);

        assertThat(play.table()).containsExactly(B + " 0", C + " 1");
        assertThat(play.story())
                .containsExactly(
                        "Removing service [192.168.0.1]:tcp:80 from VS [10.0.0.1]:tcp:80",
                        "RS [192.168.0.1]:tcp:80 DOWN",
                        "Disabling service [192.168.0.2]:tcp:80 of VS [10.0.0.1]:tcp:80",
                        "RS [192.168.0.2]:tcp:80 DOWN");

        play.passes(B);

        assertThat(play.table()).containsExactly(B + " 1", C + " 1");
        assertThat(play.story())
                .containsExactly(
                        "Enabling service [192.168.0.2]:tcp:80 of VS [10.0.0.1]:tcp:80",
                        "RS [192.168.0.2]:tcp:80 UP");
    }

    @Test
    void allChecksHaveToPass() {
        Play play =
                new Play(
                        virtualServer()
                                .server(
                                        A,
                                        1,
                                        false,
                                        List.of(
                                                check("TCP_CHECK", false),
                                                check("HTTP_GET", false)))
                                .server(B, 1));
        play.fails(A);
        play.tells(A, 1, Verdict.FAILED, Weighting.NONE);
        assertThat(play.table()).containsExactly(B + " 1");

        play.passes(A);
        assertThat(play.table()).containsExactly(B + " 1");

        play.tells(A, 1, Verdict.PASSED, Weighting.NONE);
        assertThat(play.table()).containsExactly(A + " 1", B + " 1");
    }

    @Test
    void aLostQuorumBringsTheSorryServerAndTakesTheLiveOnes() {
        Play play =
                new Play(
                        virtualServer()
                                .quorum(2, 1)
                                .sorry(SORRY, false)
                                .server(A, 1)
                                .server(B, 1)
                                .server(C, 1, true, List.of(check("TCP_CHECK", false))));
        play.story();
        play.fails(A);
        assertThat(play.table()).as("2 is not below 2 - 1").containsExactly(B + " 1", C + " 1");
        play.story();

        play.fails(B);

        assertThat(play.table()).as("1 is not below 1").containsExactly(C + " 1");
        play.story();

        play.fails(C);

        assertThat(play.table()).containsExactly(C + " 0", SORRY + " 1");
        assertThat(play.story())
                .containsExactly(
                        "Disabling service [192.168.0.3]:tcp:80 of VS [10.0.0.1]:tcp:80",
                        "RS [192.168.0.3]:tcp:80 DOWN",
                        "Lost quorum 2-1=1 > 0 for VS [10.0.0.1]:tcp:80",
                        "Adding sorry server [192.168.0.9]:tcp:80 to VS [10.0.0.1]:tcp:80",
                        "Removing alive servers from the pool for VS [10.0.0.1]:tcp:80",
                        "VS DOWN");

        play.passes(A);
        play.passes(C);

        assertThat(play.table())
                .as("3 are needed; the inhibited one stays without weight")
                .containsExactly(C + " 0", SORRY + " 1");
    }

    @Test
    void withoutSorryServerThoseThatAreLeftServeOn() {
        Play play = new Play(virtualServer().quorum(2, 0).server(A, 1).server(B, 1));
        play.story();

        play.fails(A);

        assertThat(play.table()).containsExactly(B + " 1");
        assertThat(play.story())
                .contains("Lost quorum 2-0=2 > 1 for VS [10.0.0.1]:tcp:80", "VS DOWN");
    }

    @Test
    void withoutAnyWeightThereIsNoQuorum() {
        Play play = new Play(virtualServer().server(A, 0));

        assertThat(play.table()).containsExactly(A + " 0");
        assertThat(play.story()).isEmpty();
    }

    @Test
    void checksChangeTheWeight() {
        Play play = new Play(virtualServer().server(A, 5));
        play.story();

        play.tells(A, 0, Verdict.PASSED, new Weighting.Set(30));
        assertThat(play.table()).containsExactly(A + " 30");
        assertThat(play.story())
                .containsExactly(
                        "Changing weight from 5 to 30 for active service [192.168.0.1]:tcp:80 of"
                                + " VS [10.0.0.1]:tcp:80");

        play.tells(A, 0, Verdict.PASSED, new Weighting.Add(-100));
        assertThat(play.table()).containsExactly(A + " 0");

        play.tells(A, 0, Verdict.PASSED, new Weighting.Add(Integer.MAX_VALUE));
        assertThat(play.table()).containsExactly(A + " 2147483647");
    }

    @Test
    void aServerThatNobodyCanCheckStaysWhatItWas() {
        Play play = new Play(virtualServer().server(A, 1).server(B, 1));
        play.fails(A);

        play.configure(
                virtualServer()
                        .server(A, 1, false, List.of(), List.of("REDIS_CHECK"))
                        .server(B, 1, false, List.of(), List.of("REDIS_CHECK"))
                        .server(C, 1, false, List.of(), List.of("REDIS_CHECK")));

        assertThat(play.table()).containsExactly(B + " 1", C + " 1");

        play.configure(virtualServer().server(A, 1, false, List.of()).server(B, 1));
        assertThat(play.table()).containsExactly(A + " 1", B + " 1");
    }

    @Test
    void aServiceOfAnotherNodeIsNotInTheKernel() {
        Play play = new Play(virtualServer().follows("VI_1").server(A, 1));
        assertThat(play.server().table()).isEmpty();
        assertThat(play.server().hasQuorum()).isTrue();

        play.story();
        play.handle(new Input.Mastership(false));
        assertThat(play.story()).isEmpty();

        play.handle(new Input.Mastership(true));
        assertThat(play.table()).containsExactly(A + " 1");
        assertThat(play.story())
                .containsExactly("Adding VS [10.0.0.1]:tcp:80, as (VI_1) is master");

        play.handle(new Input.Mastership(false));
        assertThat(play.server().table()).isEmpty();
    }

    @Test
    void everyAddressOfAGroupHasTheSameServers() {
        Play play = new Play(virtualServer().addresses(3).server(A, 1).server(B, 2));

        assertThat(play.server().table().keySet())
                .containsExactly(
                        Sample.key("10.0.0.1", 80),
                        Sample.key("10.0.0.2", 80),
                        Sample.key("10.0.0.3", 80));
        assertThat(play.table())
                .containsExactly(A + " 1", B + " 2", A + " 1", B + " 2", A + " 1", B + " 2");
    }

    @Test
    void aServerMayApologizeAsWell() {
        Play play = new Play(virtualServer().quorum(2, 0).sorry(A, true).server(A, 3).server(B, 1));
        assertThat(play.table()).containsExactly(A + " 3", B + " 1");

        play.fails(A);

        assertThat(play.table()).containsExactly(A + " 1");
    }

    @Test
    void whyACheckThatWaitsForItsFirstPassHasNoResultIsExplained() {
        Play play =
                new Play(virtualServer().server(A, 1, false, List.of(check("TCP_CHECK", true))));
        RealServer server = play.server().servers().iterator().next();
        assertThat(Explanation.reason(server)).isEqualTo("TCP_CHECK has not passed yet (alpha)");

        play.tells(A, 0, Verdict.UNKNOWN, Weighting.NONE);
        assertThat(Explanation.reason(server))
                .isEqualTo("TCP_CHECK has not passed yet (alpha); UNKNOWN");
    }

    @Test
    void onlyWithOmegaTheStopIsTold() {
        Play silent = new Play(virtualServer().server(A, 1));
        Play loud =
                new Play(
                        virtualServer()
                                .omega()
                                .server(A, 1, true, List.of(check("TCP_CHECK", false)))
                                .server(B, 1));
        loud.fails(B);
        silent.story();
        loud.story();

        silent.handle(new Input.Stop());
        loud.handle(new Input.Stop());

        assertThat(silent.story())
                .containsExactly(
                        "Shutting down service [192.168.0.1]:tcp:80 from VS [10.0.0.1]:tcp:80");
        assertThat(loud.story())
                .containsExactly(
                        "Shutting down (inhibited) service [192.168.0.1]:tcp:80 from VS"
                                + " [10.0.0.1]:tcp:80",
                        "Shutting down service [192.168.0.2]:tcp:80 from VS [10.0.0.1]:tcp:80",
                        "RS [192.168.0.1]:tcp:80 DOWN",
                        "VS DOWN");
        assertThat(loud.server().table()).isEmpty();
    }
}
