package org.ninelives.labs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A daemon that understands keepalived.conf. */
public enum Implementation {
    NINELIVES("Ninelives") {
        @Override
        List<String> program() {
            // Maven runs tests in the folder of their module.
            String product =
                    System.getProperty("ninelives.product", "../../distribution/target/ninelives");
            Path program = Path.of(product, "bin", "ninelived").toAbsolutePath().normalize();
            if (!Files.isExecutable(program)) {
                throw new IllegalStateException(
                        program + " is not there: build the product first (mvn verify)");
            }
            return List.of(program.toString());
        }
    },
    KEEPALIVED("keepalived") {
        @Override
        List<String> program() {
            // The logs of many labs at once have no business in the machine's own.
            return List.of("keepalived", "--no-syslog");
        }
    };

    private final String title;

    Implementation(String title) {
        this.title = title;
    }

    /** The program's path and the options that only this one has. */
    abstract List<String> program();

    /** What operators of Ninelives have at the terminal. */
    public static Path terminal() {
        return Path.of(NINELIVES.program().getFirst()).resolveSibling("ninelivesctl");
    }

    @Override
    public String toString() {
        return title;
    }
}
