package org.ninelives.linux.companion;

import static org.ninelives.linux.libc.Constants.O_CLOEXEC;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;

/**
 * Takes back what is left of a daemon that was killed along with its companion; for a service
 * manager to run when nothing of either runs any more.
 */
public final class Leftovers {

    private static final int FACILITY_DAEMON = 3;
    private static final int WRITABLE_BY_OTHERS = 0022;
    private static final int REFUSED = 1;

    private final Path path;
    private SystemLog log = new SystemLog(FACILITY_DAEMON);

    private Leftovers(Path path) {
        this.path = path;
    }

    /** Reads the file that the environment names, undoes what it tells, and removes it. */
    public static void main(String[] arguments) {
        String path = System.getenv(UndoFile.VARIABLE);
        Runtime.getRuntime().halt(new Leftovers(Path.of(path)).run());
    }

    /** Returns the exit status. */
    private int run() {
        int fd = Libc.open(path.toString(), O_CLOEXEC);
        if (fd < 0 && Errno.last() == Errno.ENOENT) {
            return 0; // The companion is done.
        }
        if (fd < 0) {
            return refused(Errno.name(Errno.last()));
        }
        Path open = Path.of("/proc/self/fd/" + fd);
        try {
            if (!isOwn(open)) {
                return refused("belongs to another user, or others may write to it");
            }
            return takeBack(Files.readAllBytes(open));
        } catch (IOException e) {
            return refused(e.getMessage());
        }
    }

    /** What it tells is done to the machine: nobody else may have a say in it. */
    private static boolean isOwn(Path open) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(open, "unix:uid,mode");
        int mode = (Integer) attributes.get("mode");
        return attributes.get("uid").equals(Libc.geteuid()) && (mode & WRITABLE_BY_OTHERS) == 0;
    }

    private int takeBack(byte[] content) throws IOException {
        int end = 0;
        while (end < content.length && content[end] != '\n') {
            end++;
        }
        String line = new String(content, 0, end, StandardCharsets.US_ASCII);
        Optional<UndoOwner> owner = UndoOwner.of(line);
        if (owner.isEmpty()) {
            return refused("does not begin as such a file does");
        }
        log = new SystemLog(owner.get().facility());
        String killed = owner.get().name() + " was killed along with its companion";
        if (!enter(owner.get().namespace())) {
            log.info(
                    killed
                            + "; its network namespace is not in /run/netns any more: nothing to"
                            + " do");
            Files.deleteIfExists(path);
            return 0;
        }
        UndoBook book = new UndoBook(new Kernel());
        int status = 0;
        try {
            ByteBuffer records = ByteBuffer.wrap(content).order(ByteOrder.nativeOrder());
            new RecordReader(book).read(records.position(Math.min(end + 1, content.length)));
        } catch (RecordException e) {
            status = refused(e.getMessage() + " is not understood, and what follows it");
        }
        if (!book.isEmpty()) {
            log.warning(killed + "; " + book.undo());
        }
        Files.deleteIfExists(path);
        return status;
    }

    /** Goes where the daemon was, which is here or has a name; false if neither is so any more. */
    private static boolean enter(String namespace) throws IOException {
        if (namespace.equals(Namespaces.own())) {
            return true;
        }
        Optional<Path> named = Namespaces.named(namespace);
        if (named.isPresent()) {
            Namespaces.enter(named.get());
        }
        return named.isPresent();
    }

    private int refused(String why) {
        log.warning(path + ": " + why + "; what it tells is not taken back before the next start");
        return REFUSED;
    }
}
