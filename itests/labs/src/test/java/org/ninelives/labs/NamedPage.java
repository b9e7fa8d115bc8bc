package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An nginx whose page is the name of its node. */
final class NamedPage {

    private NamedPage() {}

    /** Starts it by the lab's {@code nginx.conf}. */
    static void serve(Lab lab, String name) {
        Node node = lab.node(name);
        try {
            Path pages = Files.createDirectory(node.folder().resolve("html"));
            Files.writeString(pages.resolve("index.html"), name + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String prefix = node.folder().toString();
        String configuration = lab.file("nginx.conf").toString();
        node.start("nginx", List.of("nginx", "-e", "stderr", "-p", prefix, "-c", configuration));
    }
}
