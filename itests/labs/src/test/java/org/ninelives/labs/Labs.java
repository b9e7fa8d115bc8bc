package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The labs of this module, by their folder's name. */
final class Labs {
    /** For what concerns Ninelives and nobody else. */
    static final Pairing NINELIVES_ALONE =
            new Pairing(Implementation.NINELIVES, Implementation.NINELIVES);

    private Labs() {}

    static Lab open(String name, Pairing pairing) {
        return Lab.open(
                Path.of("src/test/resources/labs", name).toAbsolutePath(),
                pairing,
                Path.of("target/labs", name).toAbsolutePath());
    }

    /** Writes a node's configuration, edited, into the folder of the node. */
    static Path edited(Lab lab, String node, UnaryOperator<String> edit) {
        try {
            String text = Files.readString(lab.file(node + ".conf"));
            Path file = lab.node(node).folder().resolve("keepalived.conf");
            return Files.writeString(file, edit.apply(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
