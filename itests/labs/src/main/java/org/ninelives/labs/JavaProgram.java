package org.ninelives.labs;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of Java programs that need nothing but the classes beside them. */
public final class JavaProgram {
    private JavaProgram() {}

    /** Runs the main method of a class in a JVM of its own, the same Java as this. */
    public static List<String> command(Class<?> program, String... arguments) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                classes(program),
                                program.getName()));
        words.addAll(List.of(arguments));
        return words;
    }

    private static String classes(Class<?> program) {
        try {
            return Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
