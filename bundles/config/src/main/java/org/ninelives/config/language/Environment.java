package org.ninelives.config.language;

import java.util.Optional;
import java.util.function.Function;

/**
 * What the language may know about the machine and the command line.
 *
 * @param configId decides {@code @ID} lines and is {@code ${_INSTANCE}}: the {@code -i} option, or
 *     else {@link #firstLabel} of the host name
 * @param workingDirectory absolute path that relative file names start from; part of {@code
 *     ${_PWD}}
 * @param variables the environment variables, for {@code ${_ENV NAME}}
 * @param randomSeed where {@code ${_RANDOM}} starts unless {@code random_seed} says otherwise
 */
public record Environment(
        String configId,
        String workingDirectory,
        Function<String, Optional<String>> variables,
        long randomSeed) {

    /** The host name up to its first dot. */
    public static String firstLabel(String hostName) {
        int dot = hostName.indexOf('.');
        return dot < 0 ? hostName : hostName.substring(0, dot);
    }
}
