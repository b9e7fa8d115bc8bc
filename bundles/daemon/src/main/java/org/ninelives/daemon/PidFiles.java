package org.ninelives.daemon;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pid files of this run: those that always are, and those the command line asks for. */
final class PidFiles implements AutoCloseable {

    /** Another daemon that ends may take an empty folder away between its making and its use. */
    private static final int ATTEMPTS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(PidFiles.class);

    private final List<PidFile> held = new ArrayList<>();
    private List<Path> folders = List.of();

    /**
     * Takes the files.
     *
     * @param asked what the command line asks for
     * @param usual where they are of which it says nothing
     * @param ownFolders what is made for the latter and goes with the last of them, innermost first
     * @return whether the daemon may run; if not, the log tells why and nothing is held
     */
    boolean take(Map<Part, Path> asked, Map<Part, Path> usual, List<Path> ownFolders, long pid) {
        folders = ownFolders;
        boolean taken =
                asked.values().stream().allMatch(path -> take(path, pid, true))
                        && usual.entrySet().stream()
                                .filter(file -> !asked.containsKey(file.getKey()))
                                .allMatch(file -> take(file.getValue(), pid, false));
        if (!taken) {
            close();
        }
        return taken;
    }

    private boolean take(Path path, long pid, boolean required) {
        try {
            Optional<PidFile> file = required ? PidFile.take(path, pid) : takeUsual(path, pid);
            file.ifPresent(held::add);
            if (file.isEmpty()) {
                LOG.error("daemon is already running ({} is taken)", path);
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

    private Optional<PidFile> takeUsual(Path path, long pid) throws IOException {
        for (int i = 1; ; i++) {
            if (!folders.isEmpty()) {
                Files.createDirectories(folders.getFirst());
            }
            try {
                return PidFile.take(path, pid);
            } catch (NoSuchFileException e) {
                if (i == ATTEMPTS) {
                    throw e;
                }
            }
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
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                LOG.debug("{} is in use by others", folder);
            } catch (IOException e) {
                LOG.debug("{} stays: {}", folder, e.toString());
            }
        }
        folders = List.of();
    }
}
