package org.ninelives.daemon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ninelives.daemon.core.Standing.State;

/** Looks at seconds 0 to 10, after a reload at second 0. */
class GuardTest {

    private static final GuardSettings ALL =
            new GuardSettings(Duration.ofSeconds(10), EnumSet.allOf(Condition.class));

    private static final Standing BEFORE =
            new Standing(
                    Map.of(
                            "MASTER", State.MASTER,
                            "BACKUP", State.BACKUP,
                            "FAULTY", State.FAULT,
                            "NEW", State.UNDECIDED),
                    Map.of("web", true, "mail", false));

    @Test
    void whileAllIsWellNothingHappens() {
        Guard guard = guard(ALL);

        for (int second = 0; second <= 10; second++) {
            assertThat(look(guard, BEFORE, second)).isEmpty();
        }
        assertThat(guard.isOver(seconds(9.9))).isFalse();
        assertThat(guard.isOver(seconds(10))).isTrue();
        assertThat(guard.secondsLeft(seconds(4))).isEqualTo(6);
        assertThat(guard.secondsLeft(seconds(11))).isZero();
    }

    @Test
    void aFaultThatLastsLeadsBack() {
        Guard guard = guard(ALL);

        assertThat(look(guard, with("BACKUP", State.FAULT), 1)).isEmpty();
        assertThat(look(guard, with("BACKUP", State.FAULT), 2))
                .contains("vrrp_instance BACKUP was BACKUP and is in FAULT");
    }

    @Test
    void aFaultThatPassesDoesNot() {
        Guard guard = guard(ALL);

        assertThat(look(guard, with("MASTER", State.FAULT), 1)).isEmpty();
        assertThat(look(guard, with("MASTER", State.UNDECIDED), 2)).isEmpty();
        assertThat(look(guard, with("MASTER", State.FAULT), 3)).isEmpty();
        assertThat(look(guard, with("MASTER", State.MASTER), 4)).isEmpty();
        assertThat(look(guard, with("MASTER", State.MASTER), 10)).isEmpty();
    }

    @Test
    void whatWasInFaultBeforeOrIsNewMayBe() {
        Guard guard = guard(ALL);

        assertThat(look(guard, with("NEW", State.FAULT), 1)).isEmpty();
        assertThat(look(guard, with("NEW", State.FAULT), 2)).isEmpty();
        assertThat(look(guard, with("OTHER", State.FAULT), 3)).isEmpty();
        assertThat(look(guard, with("OTHER", State.FAULT), 10)).isEmpty();
    }

    @Test
    void whatTheReloadRemovesIsNotMissed() {
        Guard guard = new Guard(ALL, BEFORE, Set.of("MASTER", "web"), 7, 0);
        Standing gone =
                new Standing(
                        Map.of("MASTER", State.FAULT, "BACKUP", State.BACKUP),
                        Map.of("web", false));

        assertThat(look(guard, gone, 1)).isEmpty();
        assertThat(look(guard, gone, 2)).isEmpty();
        assertThat(look(guard, gone, 10)).isEmpty();
    }

    @Test
    void mastershipIsLookedForAtTheEnd() {
        Guard guard = guard(ALL);

        assertThat(look(guard, with("MASTER", State.BACKUP), 1)).isEmpty();
        assertThat(look(guard, with("MASTER", State.BACKUP), 9)).isEmpty();
        assertThat(look(guard, with("MASTER", State.BACKUP), 10))
                .contains("vrrp_instance MASTER was MASTER and no longer is");
    }

    @Test
    void aQuorumThatWasThereIsMissed() {
        Guard guard = guard(ALL);
        Standing lost = new Standing(BEFORE.instances(), Map.of("web", false, "mail", false));

        assertThat(look(guard, lost, 1)).isEmpty();
        assertThat(look(guard, lost, 2)).contains("virtual_server web lost its quorum");
    }

    @Test
    void onlyWhatIsAskedForCounts() {
        Guard guard =
                guard(new GuardSettings(Duration.ofSeconds(10), Set.of(Condition.MASTERSHIP)));
        Standing bad =
                new Standing(Map.of("BACKUP", State.FAULT, "MASTER", State.MASTER), Map.of());

        assertThat(look(guard, bad, 1)).isEmpty();
        assertThat(look(guard, bad, 2)).isEmpty();
        assertThat(look(guard, bad, 10)).isEmpty();
    }

    @Test
    void anotherReloadIsHeldToWhatWasWellBeforeBoth() {
        Guard guard = guard(ALL);
        look(guard, with("BACKUP", State.FAULT), 1);

        Guard renewed = guard.renewed(ALL, Set.of("MASTER"), seconds(2));

        assertThat(renewed.target()).isEqualTo(7);
        assertThat(renewed.isOver(seconds(11))).isFalse();
        Standing now = new Standing(Map.of("BACKUP", State.FAULT), Map.of());
        assertThat(look(renewed, now, 3)).isEmpty();
        assertThat(look(renewed, now, 4)).isPresent();
    }

    private static Guard guard(GuardSettings settings) {
        return new Guard(settings, BEFORE, Set.of(), 7, 0);
    }

    private static Optional<String> look(Guard guard, Standing now, int second) {
        return guard.look(now, seconds(second));
    }

    private static long seconds(double seconds) {
        return (long) (seconds * 1e9);
    }

    private static Standing with(String name, State state) {
        Map<String, State> instances = new TreeMap<>(BEFORE.instances());
        instances.put(name, state);
        return new Standing(instances, BEFORE.quorums());
    }
}
