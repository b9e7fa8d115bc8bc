package org.ninelives.management.access;

import java.io.IOException;
import java.nio.file.Files;

/** Reads a password as the operator would, out of the file. */
final class Passwords {

    private Passwords() {}

    static String of(AccessFiles files, String user) throws IOException {
        return Files.readAllLines(files.passwords()).stream()
                .filter(line -> line.startsWith(user + " "))
                .map(line -> line.substring(user.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
