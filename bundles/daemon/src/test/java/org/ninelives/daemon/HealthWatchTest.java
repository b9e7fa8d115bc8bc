package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.daemon.core.Standing;
import org.ninelives.daemon.core.Standing.State;

class HealthWatchTest {

    private final HealthWatch health = new HealthWatch();

    @Test
    void theLatestStateCounts() {
        state("A", VrrpState.BACKUP, false);
        state("A", VrrpState.MASTER, false);
        state("B", VrrpState.FAULT, false);
        state("C", VrrpState.FAULT, true);
        state("D", VrrpState.STOP, false);
        quorum("web", true, false);
        quorum("web", false, false);
        health.happened(new DaemonEvent("daemon", "hello"));

        assertThat(health.standing())
                .isEqualTo(
                        new Standing(
                                Map.of(
                                        "A", State.MASTER,
                                        "B", State.FAULT,
                                        "C", State.UNDECIDED,
                                        "D", State.UNDECIDED),
                                Map.of("web", false)));
    }

    @Test
    void aQuorumThatGoesBecauseTheDaemonStopsIsNotLost() {
        quorum("web", true, false);
        quorum("web", false, true);

        assertThat(health.standing().quorums()).isEqualTo(Map.of("web", true));
    }

    @Test
    void whatIsForgottenIsNotThere() {
        state("A", VrrpState.MASTER, false);
        state("B", VrrpState.MASTER, false);
        quorum("web", true, false);
        health.forget(Set.of("A", "web", "nobody"));

        assertThat(health.standing()).isEqualTo(new Standing(Map.of("B", State.MASTER), Map.of()));
    }

    private void state(String name, VrrpState state, boolean held) {
        VrrpSubject subject =
                new VrrpSubject(
                        VrrpSubject.Kind.INSTANCE,
                        name,
                        OptionalInt.of(51),
                        "eth0",
                        List.of(),
                        Audience.NONE);
        health.happened(
                new VrrpEvent.InstanceState(subject, VrrpState.INIT, state, "", 100, held, ""));
    }

    private void quorum(String name, boolean up, boolean stopping) {
        health.happened(
                new LvsEvent.QuorumState(
                        name, up, 1, 1, 0, stopping, Optional.empty(), Optional.empty(), ""));
    }
}
