package org.ninelives.testkit.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A simulation finds out when a rule is taken out of the machine: each of those listed in {@code
 * src/test/resources/mutants.txt}, one at a time. The build looks for the first seed that shows it;
 * {@code -Dtest=MutantsTest -Dmutants.seeds=10000} counts how many of so many seeds do.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MutantsContract {

    private static final long SEEDS_MAX = 10_000;
    private static final long COUNTED = Long.getLong("mutants.seeds", 0);

    private final String bundle;
    private final Class<? extends LongFunction<String>> simulation;

    /**
     * Of a bundle.
     *
     * @param bundle the package that all of it is in
     * @param simulation takes a seed, answers what is wrong or nothing
     */
    protected MutantsContract(String bundle, Class<? extends LongFunction<String>> simulation) {
        this.bundle = bundle;
        this.simulation = simulation;
    }

    List<Mutant> mutants() throws IOException {
        return Mutant.all(bundle);
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void theSimulationMissesTheRule(Mutant mutant) throws Exception {
        LongFunction<String> world = MutantWorld.simulationOf(mutant, simulation);
        String found = "";
        long first = 0;
        while (found.isEmpty() && first < SEEDS_MAX) {
            first++;
            found = world.apply(first);
        }
        assertThat(found).as("what %,d seeds find", first).isNotEmpty();
        System.out.printf("without \"%s\": %s%s%n", mutant, found, counted(world));
    }

    @Test
    void thereIsNothingToMissInTheMachineItself() throws Exception {
        String type = mutants().getFirst().type();
        String words = "package " + bundle + "." + type.substring(0, type.indexOf('/')) + ";";
        Mutant none = new Mutant(bundle, "none", type, words, words);
        LongFunction<String> world = MutantWorld.simulationOf(none, simulation);

        for (long seed = 1; seed <= 100; seed++) {
            assertThat(world.apply(seed)).isEmpty();
        }
    }

    @Test
    void aRuleThatIsNotFoundIsToldLoudly() throws IOException {
        String type = mutants().getFirst().type();
        assertThatThrownBy(() -> new Mutant(bundle, "gone", type, "no such words", "").source())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stands 0 times in " + type);
        assertThatThrownBy(() -> new Mutant(bundle, "twice", type, "return", "").source())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String counted(LongFunction<String> world) {
        if (COUNTED == 0) {
            return "";
        }
        long seen = 0;
        for (long seed = 1; seed <= COUNTED; seed++) {
            seen += world.apply(seed).isEmpty() ? 0 : 1;
        }
        return "; seen by %,d of %,d seeds".formatted(seen, COUNTED);
    }
}
