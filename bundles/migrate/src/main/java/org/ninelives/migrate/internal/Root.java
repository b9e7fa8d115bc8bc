package org.ninelives.migrate.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file system that is looked at: that of the machine, or a folder that stands in for it. What
 * cannot be read is not there.
 */
record Root(Path folder) {

    Path of(String path) {
        return folder.resolve(path.replaceFirst("^/+", ""));
    }

    boolean isMachine() {
        return folder.equals(Path.of("/"));
    }

    Optional<String> text(String path) {
        try {
            return Optional.of(Files.readString(of(path), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    List<String> lines(String path) {
        return text(path).map(text -> text.lines().toList()).orElse(List.of());
    }

    /** The files of a folder with such an end of their names, sorted. */
    List<Path> files(String path, String end) {
        try (Stream<Path> files = Files.list(of(path))) {
            return files.filter(file -> file.toString().endsWith(end))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** As the operator names it. */
    String name(Path file) {
        return "/" + folder.relativize(file);
    }
}
