package org.ninelives.api.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine, as uname(2) tells it. */
public final class HostName {

    // Asking the resolver for the own name may take seconds where its server is away.
    private static final Path FILE = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    /** The name now, which may have dots; {@code localhost} where there is no /proc. Any thread. */
    public static String read() {
        try {
            return Files.readString(FILE).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
