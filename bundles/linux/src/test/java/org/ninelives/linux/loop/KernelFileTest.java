package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.FileWatch;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.WatchLoop;
import org.ninelives.testkit.contract.RecordingTask;

/** Files whose way changes, and what this kernel does not tell of. */
@Tag("kernel")
class KernelFileTest {

    private static final int BYTES_MAX = 100;

    /** More than fs.inotify.max_queued_events, which is 16384 everywhere. */
    private static final int EVENTS_TOO_MANY = 20_000;

    private KernelRig rig;
    private WatchLoop loop;
    private FileWatch watch;

    /** What was read last, because it was told to be read. */
    private volatile String seen = "";

    @BeforeEach
    void open() throws Exception {
        rig = new KernelRig();
        loop = rig.startWatch(new RecordingTask());
        watch = rig.on(loop, () -> loop.openFileWatch(file -> seen = value(file)));
    }

    @AfterEach
    void close() {
        loop.close();
        rig.close();
    }

    @Test
    void aDirectoryThatComesLaterAndIsReplacedIsFollowed() throws Exception {
        Path folder = rig.files().file("folder");
        Path file = folder.resolve("deep/value");
        watch(file);

        Files.createDirectories(file.getParent());
        rig.files().write(file, "1");
        awaitValue("1");

        Path other = rig.files().file("other");
        Files.createDirectories(other.resolve("deep"));
        rig.files().write(other.resolve("deep/value"), "2");
        Files.move(folder, rig.files().file("before"));
        awaitValue("nothing");
        Files.move(other, folder);
        awaitValue("2");

        rig.files().write(file, "3");
        awaitValue("3");
    }

    @Test
    void aDirectoryThatIsRemovedAndMadeAgainIsFollowed() throws Exception {
        Path file = rig.files().file("folder").resolve("value");
        for (int i = 0; i < 3; i++) {
            Files.createDirectory(file.getParent());
            rig.files().write(file, Integer.toString(i));
            watch(file);
            awaitValue(Integer.toString(i));
            Files.delete(file);
            Files.delete(file.getParent());
            awaitValue("nothing");
        }
    }

    /** As Kubernetes changes the files of a ConfigMap. */
    @Test
    void aLinkThatLeadsElsewhereIsFollowed() throws Exception {
        Path first = Files.createDirectory(rig.files().file("first"));
        Path second = Files.createDirectory(rig.files().file("second"));
        rig.files().write(first.resolve("value"), "1");
        rig.files().write(second.resolve("value"), "2");
        Path data = rig.files().file("data");
        Files.createSymbolicLink(data, first);
        Path file = rig.files().file("value");
        Files.createSymbolicLink(file, data.resolve("value"));
        watch(file);

        rig.files().write(first.resolve("value"), "3");
        awaitValue("3");

        Path draft = rig.files().file("draft");
        Files.createSymbolicLink(draft, second);
        rig.files().rename(draft, data);
        awaitValue("2");

        rig.files().write(second.resolve("value"), "4");
        awaitValue("4");
    }

    @Test
    void aHardLinkPutInPlaceIsTold() throws Exception {
        Path file = rig.files().file("value");
        Path draft = rig.files().file("draft");
        rig.files().write(draft, "5");
        watch(file);
        Files.createLink(file, draft);
        awaitValue("5");
    }

    @Test
    void tooManyEventsAtOnceAreMadeUpFor() throws Exception {
        Path file = rig.files().file("value");
        Path noise = rig.files().file("noise");
        watch(file);
        rig.on(
                loop,
                () -> {
                    for (int i = 0; i < EVENTS_TOO_MANY; i++) {
                        // Two different events in turn, as the kernel merges equal ones.
                        Files.createFile(noise);
                        Files.delete(noise);
                    }
                    Files.writeString(file, "6");
                    return true;
                });
        awaitValue("6");
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        watch(rig.files().file("pipe"));
        assertThat(seen).isEqualTo("nothing");
    }

    @Test
    void aFileSystemThatTellsNothingIsRefused() {
        assertThatThrownBy(() -> watch(Path.of("/proc/sys/kernel/hostname")))
                .isInstanceOf(SystemException.class)
                .hasMessageContaining("inotify on /proc/sys/kernel: EOPNOTSUPP")
                .hasMessageContaining("proc does not tell of all changes");
    }

    /** Watches a file, and reads it once. */
    private void watch(Path file) throws Exception {
        rig.on(
                loop,
                () -> {
                    watch.watch(file);
                    seen = value(file);
                    return true;
                });
    }

    private void awaitValue(String value) throws Exception {
        rig.until("told of " + value, () -> seen.equals(value));
    }

    private String value(Path file) {
        return watch.read(file, BYTES_MAX)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("nothing");
    }
}
