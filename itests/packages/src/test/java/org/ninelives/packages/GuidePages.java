package org.ninelives.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the pages for people are. */
final class GuidePages {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final Path FOLDER = ROOT.resolve("distribution/doc/guide");

    private GuidePages() {}

    /** The README and every page of distribution/doc. */
    static List<Path> all() {
        try (Stream<Path> pages = Files.walk(FOLDER.getParent())) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages.sorted())
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
