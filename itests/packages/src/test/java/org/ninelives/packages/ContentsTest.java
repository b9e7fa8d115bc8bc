package org.ninelives.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the packages, and that it says nothing of who built them, when and where. */
class ContentsTest {
    private static final Path ROOT = Packages.root();

    @TempDir private Path folder;

    @Test
    void nothingThatADaemonMadeIsInThem() throws IOException {
        assertThat(files(ROOT))
                .isNotEmpty()
                .noneMatch(file -> file.matches(".*(jmx\\.(password|access)|\\.jsa|\\.state)"));
    }

    @Test
    void theTarballIsSortedAndHasOneTimeAndOneOwner() {
        String listing =
                Packages.run("tar", "tvzf", Packages.tarball().toString(), "--numeric-owner");
        assertThat(listing.lines().map(line -> line.split(" +", -1)[1])).containsOnly("0/0");
        assertThat(listing.lines().map(line -> line.split(" +", -1)[3]).distinct()).hasSize(1);
        assertThat(listing.lines().map(line -> line.substring(0, 10)).distinct())
                .containsExactlyInAnyOrder("drwxr-xr-x", "-rw-r--r--", "-rwxr-xr-x");
        assertThat(listing).doesNotContain("jmx.password", ".jsa");
    }

    @Test
    void whatIsLaidOutTwiceIsTheSame() throws IOException {
        Packages.run(Packages.SOURCES.resolve("stage").toString(), folder.toString());

        assertThat(files(folder.resolve("root"))).isEqualTo(files(ROOT));
        assertThat(Files.mismatch(folder.resolve("root.tar"), ROOT.resolveSibling("root.tar")))
                .as("first byte that differs")
                .isEqualTo(-1);
    }

    @Test
    void everyLibraryIsNamedWithItsLicence() throws IOException {
        String copyright = Files.readString(ROOT.resolve("usr/share/doc/ninelives/copyright"));
        Set<String> patterns =
                copyright
                        .lines()
                        .filter(line -> line.startsWith("Files: "))
                        .flatMap(line -> Stream.of(line.substring(7).split(" ", -1)))
                        .map(pattern -> pattern.replace(".", "\\.").replace("*", ".*"))
                        .filter(pattern -> !pattern.equals(".*"))
                        .collect(Collectors.toSet());
        Path home = ROOT.resolve("usr/lib/ninelives");
        Set<String> libraries =
                files(home).stream()
                        .filter(file -> file.matches("(lib|bundles)/.*\\.jar"))
                        .filter(
                                file ->
                                        !file.matches(
                                                ".*(org\\.ninelives\\.|launcher|ctl\\.jar).*"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(libraries).hasSizeGreaterThan(10);
        assertThat(libraries).allMatch(library -> patterns.stream().anyMatch(library::matches));
        assertThat(ROOT.resolve("usr/share/doc/ninelives/licenses/LICENSE")).exists();
        assertThat(home.resolve("runtime/legal/java.base/LICENSE")).exists();
    }

    @Test
    void theManualPagesAreWhereManLooksAndKeepalivedHasNone() throws IOException {
        assertThat(files(ROOT.resolve("usr/share/man")))
                .filteredOn(file -> file.endsWith(".gz"))
                .containsExactlyInAnyOrder(
                        "man5/ninelives.conf.5.gz",
                        "man8/ninelived.8.gz",
                        "man8/ninelivesctl.8.gz");
        assertThat(Packages.run("tar", "tzf", Packages.tarball().toString()))
                .contains("/share/man/man8/ninelived.8\n");
        assertThat(Packages.run("dpkg-deb", "--contents", Packages.deb().toString()))
                .contains("./usr/share/man/man8/ninelived.8.gz\n");
        assertThat(Packages.run("rpm", "-qlp", "--nosignature", Packages.rpm().toString()))
                .contains("/usr/share/man/man5/ninelives.conf.5.gz\n");
    }

    @Test
    void theRecipeOfTheImageTakesTheTarballAndStartsTheDaemonAsProcessOne() throws IOException {
        String recipe = Files.readString(Packages.SOURCES.resolve("Dockerfile"));
        assertThat(
                        recipe.lines()
                                .map(line -> line.split(" ", 2)[0])
                                .filter(w -> w.matches("[A-Z]+")))
                .containsExactly("FROM", "ADD", "RUN", "ENTRYPOINT", "CMD");
        String archive = recipe.replaceFirst("(?s).*\nADD (\\S+) .*", "$1");
        assertThat(Packages.tarball().getFileSystem().getPathMatcher("glob:" + archive))
                .matches(
                        matcher ->
                                matcher.matches(Packages.SOURCES.relativize(Packages.tarball())));
        assertThat(recipe).contains("ENTRYPOINT [\"/opt/ninelives/bin/ninelived\", \"-n\"");
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
