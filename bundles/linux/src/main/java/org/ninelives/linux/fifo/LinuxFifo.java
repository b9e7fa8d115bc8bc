package org.ninelives.linux.fifo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.ninelives.api.system.Fifo;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open named pipe. */
final class LinuxFifo implements Fifo {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxFifo.class);

    private static final int CLOSED = -1;

    private final Path path;
    private final boolean made;
    private final NativeBuffer buffer = NativeBuffer.allocate(LINE_BYTES_MAX);
    private int fd;

    /**
     * Takes the descriptor over.
     *
     * @param made whether the file is ours to remove
     */
    LinuxFifo(Path path, int fd, boolean made) {
        this.path = path;
        this.fd = fd;
        this.made = made;
    }

    /** What a descriptor of this process has open. */
    static Path descriptor(int fd) {
        return Path.of("/proc/self/fd", Integer.toString(fd));
    }

    @Override
    public synchronized void write(String line) throws SystemException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LINE_BYTES_MAX) {
            throw new SystemException("write " + path, "EMSGSIZE", "the line is too long");
        }
        if (fd == CLOSED) {
            throw new SystemException("write " + path, "EBADF", "it is closed");
        }
        buffer.bytes().put(0, bytes);
        // The kernel takes a line this short as a whole or not at all, pipe(7).
        if (Libc.write(fd, buffer.address(), bytes.length) != bytes.length) {
            int errno = Errno.last();
            throw new SystemException(
                    "write " + path,
                    Errno.name(errno),
                    errno == Errno.EAGAIN ? "it is full, as nobody reads it" : "");
        }
    }

    @Override
    public synchronized void close() {
        if (fd == CLOSED) {
            return;
        }
        // Removed first, so that a reader that opens it anew when it ends cannot open this one.
        if (made) {
            remove();
        }
        Libc.close(fd);
        fd = CLOSED;
    }

    private void remove() {
        try {
            Object opened = Files.readAttributes(descriptor(fd), "unix:ino").get("ino");
            Object there =
                    Files.readAttributes(path, "unix:ino", LinkOption.NOFOLLOW_LINKS).get("ino");
            if (opened.equals(there)) {
                Files.delete(path);
            }
        } catch (IOException e) {
            LOG.debug("FIFO {} is gone already: {}", path, e.toString());
        }
    }
}
