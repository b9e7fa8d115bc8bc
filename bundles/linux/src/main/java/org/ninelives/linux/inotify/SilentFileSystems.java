package org.ninelives.linux.inotify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** File systems whose files change without inotify telling so, see inotify(7), "Limitations". */
final class SilentFileSystems {

    /** Others change their files on another machine, or the kernel changes them itself. */
    private static final Set<String> TYPES =
            Set.of(
                    "9p",
                    "afs",
                    "ceph",
                    "cifs",
                    "coda",
                    "debugfs",
                    "glusterfs",
                    "lustre",
                    "nfs",
                    "nfs4",
                    "proc",
                    "smb3",
                    "smbfs",
                    "sysfs",
                    "tracefs");

    private static final String USER_SPACE = "fuse";

    private SilentFileSystems() {}

    /** The type of the file system a directory is on, if it is such. */
    static Optional<String> of(Path directory) {
        try {
            return Optional.of(Files.getFileStore(directory).type()).filter(SilentFileSystems::is);
        } catch (IOException e) {
            return Optional.empty(); // What cannot be asked for is given the benefit of the doubt.
        }
    }

    static boolean is(String type) {
        return TYPES.contains(type) || type.equals(USER_SPACE) || type.startsWith("fuse.");
    }
}
