package org.ninelives.labs;

import java.nio.file.Path;

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
}
