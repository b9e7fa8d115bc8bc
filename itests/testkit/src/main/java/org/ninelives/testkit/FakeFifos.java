package org.ninelives.testkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.api.system.Fifo;
import org.ninelives.api.system.Fifos;
import org.ninelives.api.system.SystemException;

/** Named pipes in memory, in folders that all exist unless they are called {@code nowhere}. */
public final class FakeFifos implements Fifos {

    private static final int CAPACITY_BYTES = 16 * Fifo.LINE_BYTES_MAX;
    private static final Set<String> USERS = Set.of("root", "nobody");

    private final Map<Path, Inode> files = new HashMap<>();

    /** What has a name. */
    private static final class Inode {
        private final String errno;
        private final String hint;
        private final List<String> lines = new ArrayList<>();

        /** A FIFO, or with an error what refuses to be opened as one. */
        Inode(String errno, String hint) {
            this.errno = errno;
            this.hint = hint;
        }
    }

    /** Makes a FIFO, as another program would. */
    public void makeFifo(Path path) {
        files.put(path, new Inode("", ""));
    }

    /** Makes a plain file. */
    public void makeFile(Path path) {
        files.put(path, new Inode("EEXIST", "something that is no FIFO has that name"));
    }

    /** Makes a symbolic link. */
    public void makeLink(Path path) {
        files.put(path, new Inode("ELOOP", "a symbolic link has that name"));
    }

    public boolean exists(Path path) {
        return files.containsKey(path);
    }

    /** Reads what is in a FIFO now. */
    public String read(Path path) {
        List<String> lines = files.get(path).lines;
        String text = String.join("", lines);
        lines.clear();
        return text;
    }

    @Override
    public Fifo open(Path path, Optional<ScriptUser> owner) throws SystemException {
        if (owner.isPresent() && !USERS.contains(owner.get().user())) {
            throw new SystemException("user " + owner.get().user(), "ENOENT", "");
        }
        if (path.getParent().endsWith("nowhere")) {
            throw new SystemException("mkfifo " + path, "ENOENT", "its folder does not exist");
        }
        boolean made = !files.containsKey(path);
        if (made) {
            makeFifo(path);
        }
        Inode inode = files.get(path);
        if (!inode.errno.isEmpty()) {
            throw new SystemException("FIFO " + path, inode.errno, inode.hint);
        }
        return new Opened(path, inode, made);
    }

    private final class Opened implements Fifo {
        private final Path path;
        private final Inode inode;
        private final boolean made;
        private boolean closed;

        Opened(Path path, Inode inode, boolean made) {
            this.path = path;
            this.inode = inode;
            this.made = made;
        }

        @Override
        public void write(String line) throws SystemException {
            int bytes = bytes(line + "\n");
            if (bytes > LINE_BYTES_MAX) {
                throw new SystemException("write " + path, "EMSGSIZE", "");
            }
            if (closed) {
                throw new SystemException("write " + path, "EBADF", "");
            }
            int used = inode.lines.stream().mapToInt(FakeFifos::bytes).sum();
            if (used + bytes > CAPACITY_BYTES) {
                throw new SystemException("write " + path, "EAGAIN", "");
            }
            inode.lines.add(line + "\n");
        }

        @Override
        public void close() {
            if (!closed && made) {
                files.remove(path, inode);
            }
            closed = true;
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
