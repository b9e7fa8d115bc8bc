package org.ninelives.labs;

import java.nio.file.Path;

/** The labs of this module, by their folder's name. */
final class Labs {
    private Labs() {}

    static Lab open(String name, Pairing pairing) {
        return Lab.open(
                Path.of("src/test/resources/labs", name).toAbsolutePath(),
                pairing,
                Path.of("target/labs", name).toAbsolutePath());
    }
}
