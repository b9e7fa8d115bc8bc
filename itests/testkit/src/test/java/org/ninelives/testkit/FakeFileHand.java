package org.ninelives.testkit;

import java.nio.file.Path;
import org.ninelives.testkit.contract.FileHand;

/** The files of a fake machine. */
record FakeFileHand(FakeFiles files) implements FileHand {

    @Override
    public Path file(String name) {
        return Path.of("/folder", name);
    }

    @Override
    public void write(Path file, String text) {
        files.write(file.toString(), text);
    }

    @Override
    public void rename(Path from, Path to) {
        files.rename(from.toString(), to.toString());
    }

    @Override
    public void delete(Path file) {
        files.delete(file.toString());
    }
}
