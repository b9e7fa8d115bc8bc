package org.ninelives.labs;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of Java programs. */
public final class JavaProgram {
    private JavaProgram() {}

    /**
     * Runs the main method of a class in a JVM of its own, the same Java as this, that needs
     * nothing but the classes beside it.
     */
    public static List<String> command(Class<?> program, String... arguments) {
        return command(classes(program), program, arguments);
    }

    /** The same for one that needs the libraries of the tests. */
    public static List<String> withLibraries(Class<?> program, String... arguments) {
        // Surefire has them in a property of its own.
        String all =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return command(all, program, arguments);
    }

    private static List<String> command(String classPath, Class<?> program, String... arguments) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                classPath,
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
