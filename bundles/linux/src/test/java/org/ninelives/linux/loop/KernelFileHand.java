package org.ninelives.linux.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ninelives.testkit.contract.FileHand;

/** A folder of its own, which goes with all that is in it. */
final class KernelFileHand implements FileHand, AutoCloseable {

    private final Path folder;

    KernelFileHand() throws IOException {
        folder = Files.createTempDirectory("ninelives-files-").toRealPath();
    }

    @Override
    public Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.delete(file);
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
