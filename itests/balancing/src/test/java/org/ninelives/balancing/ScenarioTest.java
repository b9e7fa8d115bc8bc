package org.ninelives.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private static final String TEXT =
            """
            What it shows.

            === run ipvsadm -C
            === start
            virtual_server 10.9.0.1 80 {
                sorry_server 10.1.0.99 80
                real_server 10.1.0.11 80 {
                }
                real_server fd01::11 80 {
                }
            }
            === fail 10.1.0.11 fd01::11
            === recover 10.1.0.11 (unchanged)
            === reload (as after a restart)
            real_server 10.1.0.11 80
            """;

    @Test
    void stepsComeInTheirOrder() {
        assertThat(Scenario.parse("some", TEXT).steps())
                .extracting(Step::deed, Step::words, Step::outcome)
                .containsExactly(
                        step(Step.Deed.RUN, Step.Outcome.CHANGED, "ipvsadm", "-C"),
                        step(Step.Deed.START, Step.Outcome.CHANGED),
                        step(Step.Deed.FAIL, Step.Outcome.CHANGED, "10.1.0.11", "fd01::11"),
                        step(Step.Deed.RECOVER, Step.Outcome.UNCHANGED, "10.1.0.11"),
                        step(Step.Deed.RELOAD, Step.Outcome.AS_AFTER_RESTART));
    }

    @Test
    void configurationsFollowTheirSteps() {
        Scenario scenario = Scenario.parse("some", TEXT);
        assertThat(scenario.steps().get(1).text()).startsWith("virtual_server").endsWith("}\n");
        assertThat(scenario.steps().getLast().text()).isEqualTo("real_server 10.1.0.11 80\n");
    }

    @Test
    void everyServerIsKnownOnce() {
        assertThat(Scenario.parse("some", TEXT).servers())
                .containsExactly("10.1.0.99", "10.1.0.11", "fd01::11");
    }

    @Test
    void unknownDeedsOutcomesAndOtherLinesAreRefused() {
        for (String line : List.of("=== break it", "=== stop (never)", "=== stop) (")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Scenario.parse("some", line));
        }
    }

    private static Tuple step(Step.Deed deed, Step.Outcome outcome, String... words) {
        return Tuple.tuple(deed, List.of(words), outcome);
    }
}
