package org.ninelives.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pid files of this run: one that always is, and those the command line asks for. */
final class PidFiles implements AutoCloseable {

    static final Path DEFAULT = Path.of("/run/ninelived.pid");

    private static final Logger LOG = LoggerFactory.getLogger(PidFiles.class);

    private final List<PidFile> held = new ArrayList<>();

    /**
     * Takes the files.
     *
     * @return whether the daemon may run; if not, the log tells why and nothing is held
     */
    boolean take(Optional<Path> asked, List<Path> others, long pid) {
        List<Path> required = new ArrayList<>(others);
        asked.ifPresent(required::add);
        boolean taken =
                required.stream().allMatch(path -> take(path, pid, true))
                        && (asked.isPresent() || take(DEFAULT, pid, false));
        if (!taken) {
            close();
        }
        return taken;
    }

    private boolean take(Path path, long pid, boolean required) {
        try {
            Optional<PidFile> file = PidFile.take(path, pid);
            file.ifPresent(held::add);
            if (file.isEmpty()) {
                LOG.error("daemon is already running ({} is locked)", path);
            }
            return file.isPresent();
        } catch (IOException e) {
            if (required) {
                LOG.error("Cannot write pid file {}: {}", path, e.toString());
                return false;
            }
            // Without the right to write there no one can; the file is a convenience then.
            LOG.info("No pid file: {}", e.toString());
            return true;
        }
    }

    /** Removes them. */
    @Override
    public void close() {
        for (PidFile file : held) {
            try {
                file.close();
            } catch (IOException e) {
                LOG.warn("Cannot remove pid file: {}", e.toString());
            }
        }
        held.clear();
    }
}
