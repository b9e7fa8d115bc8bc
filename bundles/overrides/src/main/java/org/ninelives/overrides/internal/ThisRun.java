package org.ninelives.overrides.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What tells this run of the daemon from others. */
final class ThisRun {

    private static final String NAME = "overrides";
    private static final String ENDING = ".state";

    /** File systems take no longer names; that of the file beside it is a little longer. */
    private static final int NAME_MAX = 200;

    private ThisRun() {}

    /** The process and when it was started. */
    static String name() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + "-" + self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** The number of the effective user; -1 where that cannot be found out. */
    static int user() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("Uid:")) {
                    return Integer.parseInt(line.split("\\s+", -1)[2]);
                }
            }
        } catch (IOException e) {
            return -1;
        }
        return -1;
    }

    /**
     * The state file: {@code ninelives.overrides.file}, or one in {@code ninelives.etc}. Daemons of
     * several configurations may share that folder, so the name tells whose it is.
     */
    static Path stateFile(UnaryOperator<String> properties) {
        return Optional.ofNullable(properties.apply("ninelives.overrides.file"))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .orElseGet(
                        () ->
                                Path.of(
                                        Optional.ofNullable(properties.apply("ninelives.etc"))
                                                .orElse("etc"),
                                        fileName(properties.apply("ninelives.config.file"))));
    }

    private static String fileName(String configuration) {
        if (configuration == null) {
            return NAME + ENDING;
        }
        String path = Path.of(configuration).toAbsolutePath().normalize().toString();
        String words = path.replaceAll("[^\\w.]+", "-");
        return NAME + words.substring(Math.max(0, words.length() - NAME_MAX)) + ENDING;
    }
}
