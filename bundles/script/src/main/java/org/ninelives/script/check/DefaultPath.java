package org.ninelives.script.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where programs are looked for that are named without a path; the environment has no say. */
public final class DefaultPath {

    private static final List<Path> FOLDERS =
            List.of(
                    Path.of("/usr/sbin"),
                    Path.of("/usr/bin"),
                    Path.of("/sbin"),
                    Path.of("/bin"),
                    Path.of("/usr/local/sbin"),
                    Path.of("/usr/local/bin"));

    private DefaultPath() {}

    /** The first program of that name. */
    public static Optional<Path> find(String name) {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(DefaultPath::isProgram)
                .findFirst();
    }

    private static boolean isProgram(Path file) {
        try {
            return Files.isRegularFile(file)
                    && ((Integer) Files.getAttribute(file, "unix:mode") & 0111) != 0;
        } catch (IOException e) {
            return false;
        }
    }
}
