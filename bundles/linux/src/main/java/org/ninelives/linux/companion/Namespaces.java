package org.ninelives.linux.companion;

import static org.ninelives.linux.libc.Constants.CLONE_NEWNET;
import static org.ninelives.linux.libc.Constants.O_CLOEXEC;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;

/**
 * Network namespaces, told apart as the kernel does: {@code net:[4026531840]}. The companion cannot
 * do it as the daemon does, which needs another bundle for it.
 */
final class Namespaces {

    private static final Path OWN = Path.of("/proc/thread-self/ns/net");

    /** Where ip-netns(8) keeps those it has named. */
    private static final Path NAMED = Path.of("/run/netns");

    private static final String UNKNOWN = "net:?";

    private Namespaces() {}

    /** The one of the calling thread. */
    static String own() {
        try {
            return Files.readSymbolicLink(OWN).toString();
        } catch (IOException e) {
            return UNKNOWN; // Nobody can go to another one either, where there is no /proc.
        }
    }

    /** The file that stands for a namespace; empty where it has no name. */
    static Optional<Path> named(String namespace) throws IOException {
        if (!Files.isDirectory(NAMED)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(NAMED)) {
            for (Path file : files) {
                Object inode = Files.getAttribute(file, "unix:ino");
                if (namespace.equals("net:[" + inode + "]")) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    /** Takes the calling thread to the namespace that a file stands for. */
    static void enter(Path file) throws IOException {
        int fd = Libc.open(file.toString(), O_CLOEXEC);
        int refused = fd < 0 ? fd : Libc.setns(fd, CLONE_NEWNET);
        if (refused != 0) {
            String errno = Errno.name(Errno.last());
            String advice = errno.equals("EPERM") ? " (needs CAP_SYS_ADMIN)" : "";
            throw new IOException(file + ": " + errno + advice);
        }
        Libc.close(fd);
    }
}
