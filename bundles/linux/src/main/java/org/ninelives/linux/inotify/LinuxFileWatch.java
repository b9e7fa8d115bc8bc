package org.ninelives.linux.inotify;

import static org.ninelives.linux.libc.Constants.IN_CLOEXEC;
import static org.ninelives.linux.libc.Constants.IN_NONBLOCK;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.system.FileWatch;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.packet.LoopSocket;
import org.ninelives.linux.poll.PollTarget;
import org.ninelives.linux.poll.Poller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An instance of inotify(7), with a watch on each directory that leads to a file. */
public final class LinuxFileWatch implements FileWatch, LoopSocket, PollTarget {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxFileWatch.class);

    private static final int EVENTS =
            InotifyEvent.IN_CLOSE_WRITE
                    | InotifyEvent.IN_MOVED_FROM
                    | InotifyEvent.IN_MOVED_TO
                    | InotifyEvent.IN_CREATE
                    | InotifyEvent.IN_DELETE
                    | InotifyEvent.IN_ONLYDIR;

    /** Some hundred events with names of a usual length; what does not fit waits. */
    private static final int READ_BYTES =
            16 * (InotifyEvent.HEADER_BYTES + InotifyEvent.NAME_BYTES_MAX);

    private final NativeBuffer memory = NativeBuffer.allocate(READ_BYTES);
    private final Map<Path, List<Trail.Mark>> files = new LinkedHashMap<>();
    private final Set<Integer> watches = new HashSet<>();
    private final Listener listener;
    private final Poller poller;
    private final int fd;
    private boolean closed;

    private LinuxFileWatch(int fd, Listener listener, Poller poller) {
        this.fd = fd;
        this.listener = listener;
        this.poller = poller;
    }

    /** Opens an instance without any watch. */
    public static LinuxFileWatch open(Listener listener, Poller poller) throws SystemException {
        int fd = Libc.inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
        if (fd < 0) {
            throw refused("inotify_init1", "fs.inotify.max_user_instances");
        }
        LinuxFileWatch opened = new LinuxFileWatch(fd, listener, poller);
        try {
            poller.add(opened);
        } catch (SystemException e) {
            Libc.close(fd);
            throw e;
        }
        return opened;
    }

    private static SystemException refused(String what, String limit) {
        int errno = Errno.last();
        boolean exhausted = errno == Errno.EMFILE || errno == Errno.ENOSPC;
        return new SystemException(
                what, Errno.name(errno), exhausted ? "the limit is set by " + limit : "");
    }

    @Override
    public void watch(Path file) throws SystemException {
        if (files.containsKey(file)) {
            return;
        }
        try {
            Trail trail = Trail.to(file, this::watchDirectory);
            Optional<String> silent = SilentFileSystems.of(trail.end());
            if (silent.isPresent()) {
                throw new SystemException(
                        "inotify on " + trail.end(),
                        "EOPNOTSUPP",
                        silent.get()
                                + " does not tell of all changes; put the file on a local file"
                                + " system such as /run");
            }
            files.put(file, trail.marks());
        } finally {
            dropUnused();
        }
    }

    private int watchDirectory(Path directory) throws SystemException {
        int watch = Libc.inotify_add_watch(fd, directory.toString(), EVENTS);
        if (watch < 0) {
            throw refused("inotify on " + directory, "fs.inotify.max_user_watches");
        }
        watches.add(watch);
        return watch;
    }

    @Override
    public void forget(Path file) {
        files.remove(file);
        dropUnused();
    }

    private void dropUnused() {
        Set<Integer> used = new HashSet<>();
        files.values().forEach(marks -> marks.forEach(mark -> used.add(mark.watch())));
        for (int watch : List.copyOf(watches)) {
            if (!used.contains(watch)) {
                Libc.inotify_rm_watch(fd, watch);
                watches.remove(watch);
            }
        }
    }

    @Override
    public Optional<byte[]> read(Path file, int bytesMax) {
        // To open a pipe would wait for somebody who writes to it.
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream input = Files.newInputStream(file)) {
            return Optional.of(input.readNBytes(bytesMax));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public int fd() {
        return fd;
    }

    @Override
    public void readable(long nowNanos, int share) {
        long length = Libc.read(fd, memory.address(), memory.size());
        if (length < 0) {
            return; // EAGAIN, as another turn may have read it all.
        }
        Set<Path> changed = new HashSet<>();
        for (InotifyEvent event : InotifyEvent.read(memory.bytes().limit((int) length))) {
            changed.addAll(concerned(event));
            if (event.isEnd()) {
                watches.remove(event.watch());
            }
        }
        changed.forEach(this::walkAgain);
        dropUnused();
        for (Path file : changed) {
            if (files.containsKey(file)) {
                listener.changed(file);
            }
        }
    }

    private List<Path> concerned(InotifyEvent event) {
        if (event.isOverflow()) {
            return List.copyOf(files.keySet());
        }
        return files.entrySet().stream()
                .filter(file -> file.getValue().stream().anyMatch(mark -> isOf(event, mark)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isOf(InotifyEvent event, Trail.Mark mark) {
        return event.watch() == mark.watch()
                && (event.name().isEmpty() || event.name().equals(mark.name()));
    }

    /** The way may lead elsewhere now. */
    private void walkAgain(Path file) {
        try {
            files.put(file, Trail.to(file, this::watchDirectory).marks());
        } catch (SystemException e) {
            LOG.warn("changes of {} may go unnoticed: {}", file, e.getMessage());
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            poller.remove(this);
            Libc.close(fd);
        }
    }
}
