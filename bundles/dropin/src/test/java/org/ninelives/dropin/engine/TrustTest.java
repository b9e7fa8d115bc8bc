package org.ninelives.dropin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are believed. */
class TrustTest {

    @TempDir private Path base;
    private FolderRig rig;

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void whatOthersCanWriteToIsRefusedUntilTheyCannot() throws Exception {
        open(false);
        FolderRig.chmod(TestJar.named("a").write(rig.file("a.jar")), "rw-r--rw-");
        rig.start();
        rig.look();
        assertThat(rig.toldSince())
                .containsExactly(
                        "a.jar is not used: others can write to %1$s (chmod go-w %1$s); it is tried again"
                                .formatted(rig.file("a.jar").toRealPath()));

        FolderRig.chmod(rig.file("a.jar"), "rw-r--r--");
        assertThat(rig.told()).isEqualTo("a.jar is started: a 0.0.0");
    }

    @Test
    void aFolderThatOthersCanWriteToIsRefusedAndSoIsOneAboveIt() throws Exception {
        open(false);
        TestJar.named("a").write(rig.file("a.jar"));
        FolderRig.chmod(rig.folder, "rwxrwxrwx");
        rig.start();
        assertThat(rig.status("a.jar").reason())
                .contains("others can write to " + rig.folder.toRealPath() + " ");

        FolderRig.chmod(rig.folder, "rwxr-xr-x");
        FolderRig.chmod(base, "rwxr-xrwx");
        rig.look();
        assertThat(rig.status("a.jar").reason())
                .contains("others can write to " + base.toRealPath() + " ");

        FolderRig.chmod(base, "rwxr-xr-x");
        rig.look();
        assertThat(rig.state("a.jar")).isEqualTo("ACTIVE");
    }

    @Test
    void aLinkCountsAsEveryStepItTakes() throws Exception {
        open(false);
        Path safe = Files.createDirectory(base.resolve("safe"));
        Path open = Files.createDirectory(base.resolve("open"));
        TestJar.named("a").write(safe.resolve("a.jar"));
        Files.createSymbolicLink(open.resolve("step"), safe.resolve("a.jar"));
        Files.createSymbolicLink(rig.file("a.jar"), open.resolve("step"));
        FolderRig.chmod(open, "rwxrwxrwx");
        rig.start();
        assertThat(rig.status("a.jar").reason()).contains("others can write to ").contains("open");

        FolderRig.chmod(open, "rwxr-xr-x");
        rig.look();
        assertThat(rig.state("a.jar")).isEqualTo("ACTIVE");
    }

    @Test
    void aDirectoryIsNoFile() throws Exception {
        open(false);
        Files.createDirectory(rig.file("a.jar"));
        rig.start();

        assertThat(rig.status("a.jar").reason()).isEqualTo("it is no regular file");
    }

    @Test
    void aLinkThatLeadsNowhereIsNoFile() throws Exception {
        open(false);
        Files.createSymbolicLink(rig.file("a.jar"), base.resolve("missing"));
        rig.start();

        assertThat(rig.watch.files()).isEmpty();
    }

    @Test
    void whatIsListedMustHaveItsDigestAndTheRestIsFree() throws Exception {
        open(false);
        list("a.jar", digest -> digest.replaceAll("[0-9]", "a").replace('b', 'c'));
        TestJar.named("b").write(rig.file("b.jar"));
        rig.start();

        assertThat(rig.status("a.jar").reason())
                .startsWith("its SHA-256 is ")
                .endsWith(" and not the one in " + rig.file("SHA256SUMS"));
        assertThat(rig.state("b.jar")).isEqualTo("ACTIVE");

        list("a.jar", digest -> digest);
        rig.look();
        assertThat(rig.state("a.jar")).isEqualTo("ACTIVE");
    }

    @Test
    void whereChecksumsAreRequiredWhatIsNotListedIsRefused() throws Exception {
        open(true);
        TestJar.named("b").write(rig.file("b.jar"));
        rig.start();
        assertThat(rig.status("b.jar").reason())
                .isEqualTo("checksums are required, and there is no " + rig.file("SHA256SUMS"));

        list("a.jar", digest -> digest);
        rig.look();
        assertThat(rig.state("a.jar")).isEqualTo("ACTIVE");
        assertThat(rig.status("b.jar").reason())
                .isEqualTo(
                        "it is not in " + rig.file("SHA256SUMS") + ", and checksums are required");
    }

    @Test
    void aListThatIsNoneOrThatOthersCanWriteToDeniesAll() throws Exception {
        open(false);
        TestJar.named("a").write(rig.file("a.jar"));
        Files.writeString(rig.file("SHA256SUMS"), "nonsense");
        FolderRig.chmod(rig.file("SHA256SUMS"), "rw-r--r--");
        rig.start();
        assertThat(rig.status("a.jar").reason()).contains("line 1 is none that sha256sum writes");

        Files.write(rig.file("SHA256SUMS"), new byte[] {(byte) 0xff, (byte) 0xfe});
        rig.look();
        assertThat(rig.status("a.jar").reason()).endsWith("is no text");

        list("a.jar", digest -> digest);
        FolderRig.chmod(rig.file("SHA256SUMS"), "rw-r--rw-");
        rig.look();
        assertThat(rig.status("a.jar").reason()).contains("others can write to");
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        open(false);
        try (RandomAccessFile file = new RandomAccessFile(rig.file("a.jar").toFile(), "rw")) {
            file.setLength(PrivateCopy.BYTES_MAX + 1);
        }
        FolderRig.chmod(rig.file("a.jar"), "rw-r--r--");
        rig.start();

        assertThat(rig.status("a.jar").reason()).isEqualTo("it is larger than 64 MiB");
        assertThat(base.resolve("copies")).isEmptyDirectory();
    }

    @Test
    void aPlaceForCopiesThatIsGoneIsAFailureThatMayPass() throws Exception {
        open(false);
        TestJar.named("a").write(rig.file("a.jar"));
        Files.delete(base.resolve("copies"));
        rig.start();
        assertThat(rig.state("a.jar")).isNotEqualTo("ACTIVE");

        Files.createDirectory(base.resolve("copies"));
        rig.look();
        assertThat(rig.state("a.jar")).isEqualTo("ACTIVE");
    }

    private void open(boolean checksumsRequired) throws Exception {
        rig = new FolderRig(base, checksumsRequired);
    }

    /** Writes a good bundle, and the list with its digest. */
    private void list(String name, UnaryOperator<String> edit) throws IOException {
        Path file = TestJar.named("a").write(rig.file(name));
        try (PrivateCopy copy = PrivateCopy.of(file, base)) {
            Path list = rig.file("SHA256SUMS");
            Files.writeString(list, edit.apply(copy.sha256()) + "  " + name + "\n");
            FolderRig.chmod(list, "rw-r--r--");
        } catch (UnusableException e) {
            throw new AssertionError(e);
        }
    }
}
