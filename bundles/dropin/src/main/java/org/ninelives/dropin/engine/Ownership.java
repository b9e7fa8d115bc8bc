package org.ninelives.dropin.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.system.PathElement;
import org.ninelives.api.system.PathWalk;

/**
 * Whether code may be taken from a file: it runs with all rights of the daemon. Every directory and
 * link on the way counts, as who can change one of them can put another file at the end of it.
 */
final class Ownership {

    private static final int ROOT = 0;
    private static final int GROUP_WRITES = 0020;
    private static final int OTHERS_WRITE = 0002;

    /** Nobody can remove or rename in such a directory what belongs to somebody else. */
    private static final int STICKY = 01000;

    /** Belongs to the user of this process. */
    private static final Path SELF = Path.of("/proc/self/");

    private Ownership() {}

    /**
     * What is wrong with a file, or with the way to it; empty if nothing is.
     *
     * @throws IOException if it cannot be looked at
     */
    static Optional<String> objection(Path file) throws IOException {
        List<PathElement> way = PathWalk.to(file);
        if (!way.getLast().regular()) {
            return Optional.of("it is no regular file");
        }
        long self = PathElement.of(SELF.toRealPath()).user();
        Path folder = way.get(way.size() - 2).path();
        return way.stream()
                .flatMap(element -> objection(element, self, folder).stream())
                .findFirst();
    }

    private static Optional<String> objection(PathElement element, long self, Path folder) {
        Path path = element.path();
        if (element.user() != ROOT && element.user() != self) {
            return Optional.of(
                    path + " belongs to user " + element.user() + " (chown root " + path + ")");
        }
        boolean open =
                (element.mode() & OTHERS_WRITE) != 0
                        || ((element.mode() & GROUP_WRITES) != 0 && element.group() != ROOT);
        boolean protects = (element.mode() & STICKY) != 0 && !path.equals(folder);
        return open && !(element.directory() && protects)
                ? Optional.of("others can write to " + path + " (chmod go-w " + path + ")")
                : Optional.empty();
    }
}
