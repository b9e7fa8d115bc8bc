package org.ninelives.api.system;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Walks to a file as the kernel does, one name after the other and through symbolic links, and
 * remembers every directory that has a say in where the way leads.
 */
public final class PathWalk {

    /** As the kernel allows, see path_resolution(7). */
    private static final int LINKS_MAX = 40;

    private final Path start;
    private final List<PathElement> passed = new ArrayList<>();
    private final Deque<Path> names = new ArrayDeque<>();
    private Path here = Path.of("/");
    private int links;

    private PathWalk(Path start) {
        this.start = start;
    }

    /**
     * The directories on the way in order, and at the end the file itself.
     *
     * @param file from the root directory
     * @throws IOException if the way does not lead there; the message is a clause for the operator
     */
    public static List<PathElement> to(Path file) throws IOException {
        PathWalk walk = new PathWalk(file);
        try {
            walk.go();
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new IOException(
                    e.getFile().equals(file.toString())
                            ? file + " does not exist"
                            : file + " does not exist: there is no " + e.getFile(),
                    e);
        } catch (FileSystemException e) {
            throw new IOException(file + " cannot be looked at: " + e, e);
        }
        return walk.passed;
    }

    private void go() throws IOException {
        passed.add(PathElement.of(here));
        push(start);
        while (!names.isEmpty()) {
            step(names.pop());
        }
        PathElement end = PathElement.of(here);
        if (!end.directory()) {
            passed.add(end);
        }
    }

    private void step(Path name) throws IOException {
        switch (name.toString()) {
            case ".", "" -> {}
            case ".." -> here = here.equals(here.getRoot()) ? here : here.getParent();
            default -> enter(PathElement.of(here.resolve(name)));
        }
    }

    private void enter(PathElement element) throws IOException {
        if (element.link()) {
            follow(element.path());
            return;
        }
        if (!names.isEmpty() && !element.directory()) {
            throw new NotDirectoryException(element.path() + "/" + names.peek());
        }
        here = element.path();
        if (element.directory()) {
            passed.add(element);
        }
    }

    private void follow(Path link) throws IOException {
        if (++links > LINKS_MAX) {
            throw new IOException(start + " leads through too many symbolic links");
        }
        Path target = Files.readSymbolicLink(link);
        if (target.isAbsolute()) {
            here = target.getRoot();
        }
        push(target);
    }

    private void push(Path path) {
        for (int i = path.getNameCount() - 1; i >= 0; i--) {
            names.push(path.getName(i));
        }
    }
}
