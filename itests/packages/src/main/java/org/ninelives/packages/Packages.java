package org.ninelives.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ninelives.labs.Finished;

/** What distribution/packages has built. */
final class Packages {
    /** Maven runs tests in the folder of their module. */
    static final Path SOURCES = Path.of("../../distribution/packages").toAbsolutePath().normalize();

    private static final Path TARGET = SOURCES.resolve("target");

    private Packages() {}

    static Path deb() {
        return only("ninelives_*.deb");
    }

    /** The Debian package with a higher version, made in the folder. */
    static Path newerDeb(Path folder) {
        Path contents = folder.resolve("contents");
        Path file = folder.resolve("newer.deb");
        run("dpkg-deb", "--raw-extract", deb().toString(), contents.toString());
        run("sed", "-i", "s/^Version:.*/Version: 9.9/", contents.resolve("DEBIAN/control") + "");
        run(
                "dpkg-deb",
                "-Znone",
                "--root-owner-group",
                "--build",
                contents.toString(),
                file.toString());
        return file;
    }

    static Path rpm() {
        return only("ninelives-*.rpm");
    }

    static Path tarball() {
        return only("ninelives-*.tar.gz");
    }

    /** The files of the packages where they belong. */
    static Path root() {
        return TARGET.resolve("root");
    }

    private static Path only(String pattern) {
        return only(TARGET, pattern);
    }

    /** The one file of a folder that matches. */
    static Path only(Path folder, String pattern) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            List<Path> found = new ArrayList<>();
            files.forEach(found::add);
            if (found.size() != 1) {
                throw new IllegalStateException(
                        "there is not one " + pattern + " in " + folder + " but " + found);
            }
            return found.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a program of this machine to its end.
     *
     * @return what it printed, standard error included
     * @throws AssertionError when it ends with another status than 0
     */
    static String run(String... command) {
        return runIn(Path.of("."), command);
    }

    /** The same in a folder. */
    static String runIn(Path folder, String... command) {
        Finished finished = tryToRunIn(folder, command);
        if (finished.status() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + finished.output());
        }
        return finished.output();
    }

    /** The same, whatever its status is. */
    static Finished tryToRunIn(Path folder, String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Finished(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
