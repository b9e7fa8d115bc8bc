package org.ninelives.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.labs.Finished;

/**
 * {@code distribution/release} in a copy of this checkout: what it refuses, and what a rehearsal
 * makes.
 */
@Tag("lab")
class ReleaseTest {
    private static final String CHANGES = "distribution/CHANGELOG.md";

    @TempDir private Path folder;
    private Path copy;

    /** A repository of one commit with the files of this checkout, as they are now. */
    @BeforeEach
    void copy() throws IOException {
        copy = Files.createDirectory(folder.resolve("ninelives"));
        Path root = Packages.SOURCES.resolve("../..").normalize();
        in(
                root,
                "sh",
                "-c",
                "git ls-files -z --cached --others --exclude-standard"
                        + " | xargs -0 cp -a --parents -t \"$0\"",
                copy.toString());
        in(copy, "git", "init", "-q", "-b", "main");
        in(copy, "git", "config", "user.name", "A Maintainer");
        in(copy, "git", "config", "user.email", "maintainer@example.org");
        in(copy, "git", "add", "-A");
        in(copy, "git", "commit", "-qm", "all of it");
    }

    @Test
    void whatCannotBeReleasedIsRefusedWithAReason() throws IOException {
        assertThat(refusal("1.2")).contains("1.2 is not a version: three numbers");
        assertThat(refusal("01.2.3")).contains("is not a version");
        assertThat(refusal("1.2.3-SNAPSHOT")).contains("is not a version");
        in(copy, "git", "tag", "v1.2.3");
        assertThat(refusal("1.2.3")).contains("there is a tag v1.2.3 already");
        Files.writeString(copy.resolve("README.md"), "\n", StandardOpenOption.APPEND);
        assertThat(refusal("1.2.4")).contains("there are changes that are not committed");
        in(copy, "git", "checkout", "-q", "README.md");
        Files.writeString(
                copy.resolve(CHANGES),
                Files.readString(copy.resolve(CHANGES))
                        .replaceFirst("(?s)## Unreleased.*", "## Unreleased\n"));
        in(copy, "git", "commit", "-qam", "nothing is new");
        assertThat(refusal("1.2.4")).contains("says nothing under \"Unreleased\"");
        in(copy, "git", "checkout", "-q", "--detach");
        assertThat(refusal("1.2.4")).contains("no branch is checked out");
    }

    @Test
    void aRehearsalMakesThePackagesOfThatVersionAndCommitsNothing() throws IOException {
        String before = in(copy, "git", "rev-parse", "HEAD");

        assertThat(in(copy, "distribution/release", "--rehearse", "9.8.7"))
                .contains("rehearsed 9.8.7");

        Path output = copy.resolve("distribution/target/release");
        String sums = Files.readString(output.resolve("SHA256SUMS"));
        assertThat(sums.lines().map(line -> line.substring(66)))
                .satisfiesExactlyInAnyOrder(
                        file -> assertThat(file).matches("ninelives-9\\.8\\.7-1\\.\\w+\\.rpm"),
                        file ->
                                assertThat(file)
                                        .matches("ninelives-9\\.8\\.7-linux-\\w+\\.tar\\.gz"),
                        file -> assertThat(file).matches("ninelives_9\\.8\\.7_\\w+\\.deb"),
                        file -> assertThat(file).isEqualTo("ninelives-9.8.7-source.tar.gz"));
        in(output, "sha256sum", "--check", "--quiet", "SHA256SUMS");
        String sources = "ninelives-9.8.7-source.tar.gz";
        assertThat(in(output, "tar", "xzOf", sources, "ninelives-9.8.7/" + CHANGES))
                .containsPattern("(?m)^## 9\\.8\\.7 – \\d{4}-\\d{2}-\\d{2}$")
                .doesNotContain("## Unreleased");
        assertThat(in(copy, "git", "rev-parse", "HEAD")).isEqualTo(before);
        assertThat(in(copy, "git", "tag")).isEmpty();
        assertThat(in(copy, "git", "status", "--porcelain")).isEmpty();
    }

    private String refusal(String version) {
        Finished release = Packages.tryToRunIn(copy, "distribution/release", version);
        assertThat(release.status()).as(release.output()).isEqualTo(1);
        return release.output();
    }

    private static String in(Path folder, String... command) {
        return Packages.runIn(folder, command).strip();
    }
}
