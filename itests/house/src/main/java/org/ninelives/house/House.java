package org.ninelives.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where things are in this repository, seen from a module of {@code itests}. */
final class House {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    static final Path PRODUCT = ROOT.resolve("distribution/target/ninelives");

    private House() {}

    static List<Path> bundleFolders() {
        return list(ROOT.resolve("bundles"), folder -> Files.exists(folder.resolve("pom.xml")));
    }

    static List<Path> classFolders() {
        return bundleFolders().stream()
                .map(folder -> folder.resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
    }

    static List<Path> list(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file of the sources, build results left out. */
    static List<Path> sources(Predicate<Path> wanted) {
        return Stream.of("bundles", "distribution", "itests")
                .map(ROOT::resolve)
                .flatMap(folder -> walk(folder).stream())
                .filter(wanted)
                .toList();
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
