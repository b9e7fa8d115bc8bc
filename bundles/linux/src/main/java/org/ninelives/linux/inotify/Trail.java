package org.ninelives.linux.inotify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import org.ninelives.api.system.SystemException;

/**
 * The way to a file: each directory on it and the name that is looked up there. Whatever makes a
 * path lead elsewhere is an event of one of these names.
 */
final class Trail {

    /** As the kernel follows links (MAXSYMLINKS of linux/namei.h). */
    private static final int LINKS_MAX = 40;

    private final Watcher watcher;
    private final Deque<Path> ahead = new ArrayDeque<>();
    private final List<Mark> marks = new ArrayList<>();
    private Path directory = Path.of("/");
    private int links;

    /** Puts a watch on a directory. */
    interface Watcher {
        /**
         * The number of the directory's watch.
         *
         * @throws SystemException if it cannot be watched
         */
        int watch(Path directory) throws SystemException;
    }

    /** A name in a directory that is watched. */
    record Mark(int watch, String name) {}

    private Trail(Watcher watcher) {
        this.watcher = watcher;
    }

    /** Walks to a file, which is absolute, and watches each directory before it looks there. */
    static Trail to(Path file, Watcher watcher) throws SystemException {
        Trail trail = new Trail(watcher);
        trail.push(file);
        trail.walk();
        return trail;
    }

    /** What concerns the file. */
    List<Mark> marks() {
        return marks;
    }

    /** The directory the way ends in: that of the file, or the last one that is there. */
    Path end() {
        return directory;
    }

    private void push(Path path) {
        for (int i = path.getNameCount() - 1; i >= 0; i--) {
            ahead.push(path.getName(i));
        }
    }

    private void walk() throws SystemException {
        boolean goesOn = true;
        while (goesOn && !ahead.isEmpty()) {
            goesOn = step(ahead.pop());
        }
    }

    /** Whether there is a directory, or a link, to go on from. */
    private boolean step(Path name) throws SystemException {
        if (name.toString().equals(".")) {
            return true;
        }
        if (name.toString().equals("..")) {
            directory = directory.getNameCount() == 0 ? directory : directory.getParent();
            return true;
        }
        OptionalInt watch = watchDirectory();
        if (watch.isEmpty()) {
            return false;
        }
        marks.add(new Mark(watch.getAsInt(), name.toString()));
        Path next = directory.resolve(name);
        if (Files.isSymbolicLink(next)) {
            return follow(next);
        }
        if (!Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        directory = next;
        return true;
    }

    /** Empty when it has just gone, which will be told by the directory before. */
    private OptionalInt watchDirectory() throws SystemException {
        try {
            return OptionalInt.of(watcher.watch(directory));
        } catch (SystemException e) {
            if (e.errno().equals("ENOENT") || e.errno().equals("ENOTDIR")) {
                return OptionalInt.empty();
            }
            throw e;
        }
    }

    private boolean follow(Path link) {
        links++;
        try {
            Path target = Files.readSymbolicLink(link);
            if (target.isAbsolute()) {
                directory = target.getRoot();
            }
            push(target);
            return links <= LINKS_MAX;
        } catch (IOException e) {
            return false; // It has just gone; that will be told.
        }
    }
}
