package org.ninelives.snmp.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine, as the kernel has it. */
final class HostName {

    private static final Path FILE = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    static String read() {
        try {
            return Files.readString(FILE).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
