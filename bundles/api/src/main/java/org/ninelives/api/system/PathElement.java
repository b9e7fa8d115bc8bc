package org.ninelives.api.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A file or directory on the way to a file.
 *
 * @param user the number of its owner
 * @param group the number of its group
 * @param mode type and permissions, see inode(7)
 */
public record PathElement(Path path, long user, long group, int mode) {

    private static final int TYPE = 0170000;
    private static final int DIRECTORY = 0040000;
    private static final int REGULAR = 0100000;
    private static final int LINK = 0120000;
    private static final int GROUP_WRITES = 0020;
    private static final int OTHERS_WRITE = 0002;

    /** What stands there now, be it a symbolic link. */
    public static PathElement of(Path path) throws IOException {
        Map<String, Object> found =
                Files.readAttributes(path, "unix:uid,gid,mode", LinkOption.NOFOLLOW_LINKS);
        return new PathElement(
                path,
                Integer.toUnsignedLong((Integer) found.get("uid")),
                Integer.toUnsignedLong((Integer) found.get("gid")),
                (Integer) found.get("mode"));
    }

    public boolean directory() {
        return (mode & TYPE) == DIRECTORY;
    }

    public boolean regular() {
        return (mode & TYPE) == REGULAR;
    }

    public boolean link() {
        return (mode & TYPE) == LINK;
    }

    /** Why others than root could put something else here; empty if they cannot. */
    public Optional<String> weakness() {
        if (user != 0) {
            return Optional.of(path + " belongs to user " + user);
        }
        if ((mode & OTHERS_WRITE) != 0) {
            return Optional.of(path + " is writable by everybody");
        }
        return (mode & GROUP_WRITES) != 0 && group != 0
                ? Optional.of(path + " is writable by group " + group)
                : Optional.empty();
    }
}
