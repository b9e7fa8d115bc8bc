package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulation finds out when a rule is taken out of the machine: each of those listed in {@code
 * mutants.txt}, one at a time. The build looks for the first seed that shows it; {@code
 * -Dtest=MutantsTest -Dmutants.seeds=10000} counts how many of so many seeds do.
 */
class MutantsTest {

    private static final long SEEDS_MAX = 10_000;
    private static final long COUNTED = Long.getLong("mutants.seeds", 0);

    static List<Mutant> mutants() throws IOException {
        return Mutant.all();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void theSimulationMissesTheRule(Mutant mutant) throws Exception {
        LongFunction<String> simulation = MutantWorld.simulationOf(mutant);
        String found = "";
        long first = 0;
        while (found.isEmpty() && first < SEEDS_MAX) {
            first++;
            found = simulation.apply(first);
        }
        assertThat(found).as("what %,d seeds find", first).isNotEmpty();
        System.out.printf("without \"%s\": %s%s%n", mutant, found, counted(simulation));
    }

    @Test
    void thereIsNothingToMissInTheMachineItself() throws Exception {
        Mutant none =
                new Mutant("none", "core/Claim", "final class Claim {", "final class Claim {");
        LongFunction<String> simulation = MutantWorld.simulationOf(none);

        for (long seed = 1; seed <= 100; seed++) {
            assertThat(simulation.apply(seed)).isEmpty();
        }
    }

    @Test
    void aRuleThatIsNotFoundIsToldLoudly() {
        assertThatThrownBy(() -> new Mutant("gone", "core/Claim", "no such words", "").source())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stands 0 times in core/Claim");
        assertThatThrownBy(() -> new Mutant("twice", "core/Claim", "return", "").source())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String counted(LongFunction<String> simulation) {
        if (COUNTED == 0) {
            return "";
        }
        long seen = 0;
        for (long seed = 1; seed <= COUNTED; seed++) {
            seen += simulation.apply(seed).isEmpty() ? 0 : 1;
        }
        return "; seen by %,d of %,d seeds".formatted(seen, COUNTED);
    }
}
