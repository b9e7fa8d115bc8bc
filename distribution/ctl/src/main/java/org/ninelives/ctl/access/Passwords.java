package org.ninelives.ctl.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file of users and passwords, in the format of the JDK: {@code USER PASSWORD}. */
final class Passwords {

    private Passwords() {}

    /**
     * The password of a user.
     *
     * @return nothing if the file names no such user
     * @throws IOException if the file cannot be read
     */
    static Optional<String> of(String user, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.stream()
                .map(line -> line.strip().split("\\s+", 2))
                .filter(words -> words.length == 2 && words[0].equals(user))
                .map(words -> words[1])
                .findFirst();
    }
}
