package org.ninelives.config.language;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.Words;

/** The names that have a meaning of their own: {@code ${_PWD}} and its like. */
final class Predefined {

    /** All of them; they cannot be defined anew. */
    static final Set<String> NAMES =
            Set.of("_PWD", "_INSTANCE", "_RANDOM", "_ENV", "_HASH", "_BANG");

    private static final long RANDOM_MAX = 32_767;

    private final Environment environment;
    private final Problems problems;
    private final Random random;

    Predefined(Environment environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
        this.random = new Random(environment.randomSeed());
    }

    /** Starts the random numbers anew, as {@code random_seed} asks. */
    void seed(long seed) {
        random.setSeed(seed);
    }

    /**
     * What stands for a reference, of which {@code content} is the text between the braces; empty
     * if it is none of the predefined names, or means nothing, which is then reported.
     */
    Optional<String> value(String content, Position position) {
        if (content.isEmpty() || content.charAt(0) != '_') {
            return Optional.empty();
        }
        List<String> words = Words.split(content);
        List<String> arguments = words.subList(1, words.size());
        String name = words.getFirst();
        if (name.equals("_RANDOM")) {
            return randomNumber(arguments, position);
        }
        if (name.equals("_ENV")) {
            return variable(arguments, position);
        }
        if (!arguments.isEmpty()) {
            return Optional.empty();
        }
        return switch (name) {
            case "_PWD" -> Optional.of(directory(position.file()));
            case "_INSTANCE" -> Optional.of(environment.configId());
            case "_HASH" -> Optional.of("#");
            case "_BANG" -> Optional.of("!");
            default -> Optional.empty();
        };
    }

    private String directory(String file) {
        return Paths.directory(Paths.resolve(environment.workingDirectory(), file));
    }

    private Optional<String> variable(List<String> arguments, Position position) {
        if (arguments.size() != 1) {
            problems.error(position, "${_ENV}", "takes the name of one environment variable");
            return Optional.empty();
        }
        Optional<String> value = environment.variables().apply(arguments.getFirst());
        if (value.isEmpty()) {
            problems.warning(
                    position,
                    "${_ENV}",
                    "the environment has no variable "
                            + arguments.getFirst()
                            + "; nothing is put in its place");
        }
        // A variable is one text; a line end in it must not become a line of the configuration.
        return Optional.of(value.orElse("").replaceAll("[\\r\\n\\x00]+", " "));
    }

    private Optional<String> randomNumber(List<String> arguments, Position position) {
        long min = 0;
        long max = RANDOM_MAX;
        try {
            if (!arguments.isEmpty()) {
                min = Long.parseLong(arguments.get(0));
            }
            if (arguments.size() > 1) {
                max = Long.parseLong(arguments.get(1));
            }
        } catch (NumberFormatException e) {
            max = -1;
        }
        if (arguments.size() > 2 || min < 0 || max > Integer.MAX_VALUE || min > max) {
            problems.error(
                    position,
                    "${_RANDOM}",
                    "takes MIN and MAX in 0.."
                            + Integer.MAX_VALUE
                            + ", MIN not above MAX, which is "
                            + RANDOM_MAX
                            + " when left out");
            return Optional.empty();
        }
        return Optional.of(Long.toString(random.nextLong(min, max + 1)));
    }
}
