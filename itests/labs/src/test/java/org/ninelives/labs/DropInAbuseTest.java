package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever is put into the folder of bundles, it is told once, shown by the beans, and noticed by
 * no server of other checkers.
 */
@LabTest
@ExtendWith(Evidence.class)
class DropInAbuseTest {
    private static final String ANSWERS = "Redis [10.0.0.2]:6379 answers +PONG";

    /** Longer than two looks at the folder. */
    private static final Duration TWO_LOOKS = Duration.ofMillis(2500);

    @Test
    void whatIsNoBundleOrDoesNotFitIsToldOnceAndShown() throws IOException {
        try (DropInLab lab = new DropInLab()) {
            Path folder = lab.folder();
            lab.start();
            byte[] whole = bytes(RedisBundle.AS_BUILT, folder);

            write(folder, "text.jar", "no zip".getBytes(StandardCharsets.US_ASCII));
            write(folder, "cut.jar", Arrays.copyOf(whole, whole.length / 2));
            write(folder, "empty.jar", new byte[0]);
            try (OutputStream file = Files.newOutputStream(folder.resolve("zip.jar"));
                    ZipOutputStream zip = new ZipOutputStream(file)) {
                zip.putNextEntry(new ZipEntry("some"));
                zip.write(1);
            }
            bomb(folder.resolve("bomb.jar"));
            RedisBundle.NEEDS_A_MISSING_PACKAGE.drop(folder, "lacks.jar");
            lab.tells("lacks.jar is not used yet: it needs package org.missing", "WAITING");
            Files.delete(folder.resolve("lacks.jar"));
            lab.awaitLog("lacks.jar is gone");
            RedisBundle.NEEDS_A_LATER_JAVA.drop(folder, "later.jar");
            lab.tells("later.jar is not used yet: it needs Java 99", "WAITING");
            Files.delete(folder.resolve("later.jar"));
            RedisBundle.HAS_A_NAME_OF_THE_PRODUCT.drop(folder, "mine.jar");
            lab.tells(
                    "mine.jar is not used: its symbolic name org.ninelives.check.tcp is that of a"
                            + " bundle of the product",
                    "REFUSED");
            lab.tells("zip.jar is not used: it has no META-INF/MANIFEST.MF", "REFUSED");
            lab.tells("bomb.jar is not used: it unpacks to more than 256 MiB", "REFUSED");
            for (String name : List.of("text.jar", "cut.jar", "empty.jar")) {
                lab.tells(name + " is not used: it is no whole jar", "REFUSED");
            }
            assertThat(lab.beans().bundle("org.ninelives.check.tcp", "state")).isEqualTo("ACTIVE");
            assertThat(lab.beans().bundle("org.ninelives.check.tcp", "checkers"))
                    .isEqualTo("[TCP_CHECK]");
            lab.assertNobodyNoticed();
        }
    }

    @Test
    void whatThrowsBlocksOrLeavesThreadsHoldsNobodyUpTheEndNeither() throws IOException {
        try (DropInLab lab = new DropInLab()) {
            Path folder = lab.folder();
            Router a = lab.start();
            RedisBundle.THROWS_IN_ITS_START.drop(folder, "throws.jar");
            lab.tells("throws.jar does not start: java.lang.IllegalStateException", "FAILED");
            Files.delete(folder.resolve("throws.jar"));
            lab.awaitLog("throws.jar is gone");

            RedisBundle.LEAVES_THREADS.drop(folder, "threads.jar");
            lab.awaitLog("threads.jar is started");
            lab.await(
                    "the thread that started it is gone",
                    () -> lab.beans().bundle("redis-check", "threads").equals("50"));
            Files.delete(folder.resolve("threads.jar"));
            lab.awaitLog("threads.jar is gone");

            RedisBundle.BLOCKS_IN_ITS_STOP.drop(folder, "stays.jar");
            lab.awaitLog("stays.jar is started");
            lab.beans().callBundle("redis-check", "stop");
            lab.tells("stays.jar does not come to an end of having to be stopped", "BLOCKED");

            RedisBundle.TWIN.drop(folder, "twin.jar");
            lab.awaitLog("twin.jar is started");
            a.reload();
            lab.awaitLog(ANSWERS);
            lab.assertNobodyNoticed();
            a.term();
            assertThat(a.log().text()).contains("Stopped ");
        }
    }

    @Test
    void oneThatBlocksAtTheStartDelaysNothingForLong() throws IOException {
        try (DropInLab lab = new DropInLab()) {
            RedisBundle.BLOCKS_IN_ITS_START.drop(lab.folder(), "a.jar");
            RedisBundle.TWIN.drop(lab.folder(), "b.jar");
            Router a = lab.start();
            a.log().await(ANSWERS);
            lab.tells("a.jar does not come to an end of having to be started", "BLOCKED");

            RedisBundle.BLOCKS_IN_ITS_CONSTRUCTOR.drop(lab.folder(), "c.jar");
            lab.tells("c.jar does not come to an end of having to be started", "BLOCKED");
            Files.delete(lab.folder().resolve("b.jar"));
            lab.awaitLog("b.jar is gone");
            RedisBundle.TWIN.drop(lab.folder(), "d.jar");
            lab.awaitLog("d.jar is started");
            lab.awaitLog("Checker REDIS_CHECK is back");
            a.reload();
            lab.awaitLog("Reload finished");
            lab.assertNobodyNoticed();
            a.term();
        }
    }

    @Test
    void ofTwoBundlesWithOneKeywordTheFirstGoesOnUntilItGoes() throws IOException {
        String twin = "twin-check " + RedisBundle.version();
        try (DropInLab lab = new DropInLab()) {
            RedisBundle.AS_BUILT.drop(lab.folder(), "a.jar");
            lab.start();
            lab.awaitLog(ANSWERS);
            RedisBundle.TWIN.drop(lab.folder(), "b.jar");
            lab.awaitLog(
                    "Checker REDIS_CHECK of %s stands by: that of redis-check %s goes on"
                            .formatted(twin, RedisBundle.version()));
            lab.await(
                    "the bean says so",
                    () ->
                            lab.beans()
                                    .bundle("twin-check", "problem")
                                    .equals(
                                            "its REDIS_CHECK stands by, as that of redis-check"
                                                    + " goes on"));

            Files.delete(lab.folder().resolve("a.jar"));
            lab.awaitLog("Checker REDIS_CHECK is that of " + twin + " now");
            lab.awaitLog("Checker REDIS_CHECK is back");
            lab.await("it is in use", () -> lab.beans().bundle("twin-check", "problem").isEmpty());
            lab.assertNobodyNoticed();
        }
    }

    @Test
    void aFileThatIsCopiedSlowlyIsTakenWhenItIsWhole() throws IOException {
        try (DropInLab lab = new DropInLab()) {
            lab.start();
            byte[] whole = bytes(RedisBundle.AS_BUILT, lab.folder());
            assertThat(lab.beans().bundleFile("slow.jar")).isEmpty();
            Path file = lab.folder().resolve("slow.jar");
            write(lab.folder(), "slow.jar", new byte[0]);
            int part = whole.length / 4 + 1;
            for (int from = 0; from < whole.length; from += part) {
                byte[] next = Arrays.copyOfRange(whole, from, Math.min(whole.length, from + part));
                Files.write(file, next, StandardOpenOption.APPEND);
                if (from + part < whole.length) {
                    lab.stays(
                            "not whole",
                            TWO_LOOKS,
                            () -> !lab.beans().bundleFile("slow.jar").startsWith("ACTIVE"));
                }
            }
            lab.awaitLog("slow.jar is started: redis-check");
            assertThat(lab.log()).doesNotContain("slow.jar is not used");
        }
    }

    @Test
    void withoutDescriptorsTheFolderIsReadAgainLater() throws IOException {
        try (DropInLab lab = new DropInLab()) {
            Router a = lab.start();
            lab.beans().bundleFile("");
            a.limitDescriptors(1);
            lab.awaitLog("bundles.d cannot be read: Too many open files");
            RedisBundle.AS_BUILT.drop(lab.folder(), "a.jar");
            lab.stays("told once", TWO_LOOKS, () -> count(lab, "bundles.d cannot be read") == 1);

            a.limitDescriptors(4096);
            lab.awaitLog("bundles.d can be read again");
            lab.awaitLog("a.jar is started: redis-check");
        }
    }

    @Test
    void withoutRoomOnTheDiskAFileIsTakenLater() throws IOException {
        try (DropInLab lab = new DropInLab()) {
            Router a =
                    lab.startIn(
                            "sh",
                            "-c",
                            "mount -t tmpfs -o size=2m tmpfs /run && exec \"$@\"",
                            "sh");
            RedisBundle.AS_BUILT.drop(lab.folder(), "a.jar");
            lab.awaitLog("a.jar is started");
            fat(lab.folder().resolve("fat.jar"));
            lab.tells(
                    "fat.jar is not used: No space left on device; it is tried again", "RETRYING");

            Command.run("nsenter -m -t " + a.pid() + " mount -o remount,size=64m tmpfs /run");
            lab.tells("fat.jar is not used: it has no META-INF/MANIFEST.MF", "REFUSED");
            lab.assertNobodyNoticed();
        }
    }

    @Test
    void whereChecksumsAreRequiredOnlyTheRightContentIsUsed() throws IOException {
        try (DropInLab lab = new DropInLab("bundles.checksums=required\n")) {
            RedisBundle.AS_BUILT.drop(lab.folder(), "a.jar");
            lab.start();
            lab.tells("a.jar is not used: checksums are required, and there is no ", "RETRYING");
            Command.run(
                    List.of("sh", "-c", "cd " + lab.folder() + " && sha256sum *.jar > SHA256SUMS"));
            lab.awaitLog("a.jar is started: redis-check");

            RedisBundle.CHANGED.drop(lab.folder(), "a.jar");
            lab.awaitLog("a.jar is not used: its SHA-256 is ");
            assertThat(lab.beans().bundle("redis-check", "state")).isEqualTo("ACTIVE");
        }
    }

    private static long count(DropInLab lab, String words) {
        return lab.log().lines().filter(line -> line.contains(words)).count();
    }

    private static byte[] bytes(RedisBundle bundle, Path folder) throws IOException {
        bundle.drop(folder, "bytes");
        return Files.readAllBytes(folder.resolve("bytes"));
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        Files.setPosixFilePermissions(
                folder.resolve(name), PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static void bomb(Path file) throws IOException {
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("zeros"));
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
    }

    /** A zip that is larger than the disk of the test. */
    private static void fat(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(new byte[4 << 20]);
        }
    }
}
