package org.ninelives.daemon;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the command line said, as the launcher hands it on in framework properties.
 *
 * @param mode what to do
 * @param version of the product
 * @param file the configuration file, as the operator named it
 * @param configId of {@code -i}, where given
 * @param testLog where a configuration test writes instead of standard error, where given
 * @param testJson whether it writes JSON
 * @param allIncludes whether each include must lead to files that can be read
 * @param dump whether to write the effective configuration to the log
 * @param namespace of {@code -s}, where given
 * @param pidFiles of {@code -p}, {@code -r}, {@code -c} and {@code -b}, where given
 * @param command the name of the command to run, in that mode
 * @param arguments of the command
 * @param startMillis when the process began, milliseconds since 1970 UTC
 */
record DaemonSettings(
        Mode mode,
        String version,
        String file,
        Optional<String> configId,
        Optional<Path> testLog,
        boolean testJson,
        boolean allIncludes,
        boolean dump,
        Optional<String> namespace,
        Map<Part, Path> pidFiles,
        String command,
        List<String> arguments,
        long startMillis) {

    static final String FILE_DEFAULT = "/etc/keepalived/keepalived.conf";

    /** What to do. */
    enum Mode {
        RUN,
        CONFIG_TEST,
        PRINT_GRAMMAR,
        PRINT_MANUAL,
        PRINT_CONFIG,
        COMMAND;

        private static Mode named(String name) {
            for (Mode mode : values()) {
                if (mode.name().replace('_', '-').equalsIgnoreCase(name)) {
                    return mode;
                }
            }
            throw new IllegalArgumentException("ninelives.mode: no mode is named " + name);
        }
    }

    /**
     * Reads the properties.
     *
     * @param properties answers the value of a property or {@code null}
     * @param nowMillis stands in for the start of the process where the launcher does not tell it
     */
    static DaemonSettings from(Function<String, String> properties, long nowMillis) {
        Function<String, Optional<String>> given =
                name ->
                        Optional.ofNullable(properties.apply("ninelives." + name))
                                .filter(value -> !value.isBlank());
        return new DaemonSettings(
                Mode.named(given.apply("mode").orElse("run")),
                given.apply("version").orElse("unknown"),
                given.apply("config.file").orElse(FILE_DEFAULT),
                given.apply("config.id"),
                given.apply("config.test.log").map(Path::of),
                given.apply("config.test.json").map(Boolean::parseBoolean).orElse(false),
                given.apply("config.include.all").map(Boolean::parseBoolean).orElse(false),
                given.apply("dump").map(Boolean::parseBoolean).orElse(false),
                given.apply("namespace"),
                pidFiles(given),
                given.apply("command").orElse(""),
                Optional.ofNullable(properties.apply("ninelives.command.arguments"))
                        .map(words -> List.of(words.split("\0", -1)))
                        .orElse(List.of()),
                given.apply("start.epoch.millis").map(Long::parseLong).orElse(nowMillis));
    }

    private static Map<Part, Path> pidFiles(Function<String, Optional<String>> given) {
        Map<Part, Path> files = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            given.apply(part.property()).ifPresent(path -> files.put(part, Path.of(path)));
        }
        return files;
    }
}
