package org.ninelives.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.launcher.dropin.DropInFolder;

class DropInFolderTest {

    @TempDir private Path folder;
    private Path added;
    private Container container;
    private DropInFolder dropIns;

    @BeforeEach
    void start() throws Exception {
        File bundles = Files.createDirectory(folder.resolve("bundles")).toFile();
        File storage = Files.createDirectory(folder.resolve("storage")).toFile();
        added = Files.createDirectory(folder.resolve("bundles.d"));
        chmod(added, "rwxr-xr-x");
        container = new Container(Map.of("ninelives.mode", "run"), storage);
        container.start(bundles);
        dropIns = container.dropIns(added);
        System.clearProperty(Probe.EVENTS);
    }

    @AfterEach
    void stop() throws InterruptedException {
        container.stop();
    }

    @Test
    void whatLiesInTheFolderIsStarted() throws IOException {
        drop("a", Probe.class);
        dropIns.look(true);

        assertThat(takeEvents()).isEqualTo("started in mode run;");
        dropIns.look(false);
        assertThat(takeEvents()).isEmpty();
    }

    @Test
    void aFileThatIsBeingCopiedIsTakenWhenItIsTheSameTwice() throws IOException {
        dropIns.look(true);
        drop("a", Probe.class);
        dropIns.look(false);
        assertThat(takeEvents()).isEmpty();
        touch("a", 1);
        dropIns.look(false);
        assertThat(takeEvents()).isEmpty();

        dropIns.look(false);
        assertThat(takeEvents()).isEqualTo("started in mode run;");
    }

    @Test
    void aFileThatIsWrittenAnewIsUpdated() throws IOException {
        drop("a", Probe.class);
        dropIns.look(true);
        takeEvents();

        touch("a", 1);
        dropIns.look(true);

        assertThat(takeEvents()).isEqualTo("stopped;started in mode run;");
    }

    @Test
    void aFileThatGoesTakesItsBundleAlong() throws IOException {
        drop("a", Probe.class);
        dropIns.look(true);
        takeEvents();

        Files.delete(added.resolve("a.jar"));
        dropIns.look(false);

        assertThat(takeEvents()).isEqualTo("stopped;");
        drop("a", Probe.class);
        dropIns.look(true);
        assertThat(takeEvents()).isEqualTo("started in mode run;");
    }

    @Test
    void aBundleThatDoesNotStartDoesNotKeepOthersFromIt() throws IOException {
        drop("a", Thrower.class);
        Files.writeString(added.resolve("b.jar"), "no zip");
        chmod(added.resolve("b.jar"), "rw-r--r--");
        drop("c", Probe.class);

        dropIns.look(true);

        assertThat(takeEvents()).isEqualTo("started in mode run;");
    }

    @Test
    void anUpdateThatIsNoBundleLeavesWhatRuns() throws IOException {
        drop("a", Probe.class);
        dropIns.look(true);
        Files.writeString(added.resolve("a.jar"), "no zip");
        dropIns.look(true);
        takeEvents();

        Files.delete(added.resolve("a.jar"));
        dropIns.look(true);
        assertThat(takeEvents()).isEqualTo("stopped;");
    }

    @Test
    void whatOthersCanWriteToIsRefused() throws IOException {
        drop("a", Probe.class);
        chmod(added.resolve("a.jar"), "rw-rw-r--");
        dropIns.look(true);
        assertThat(takeEvents()).isEmpty();

        chmod(added.resolve("a.jar"), "rw-r--r--");
        touch("a", 1);
        dropIns.look(true);
        assertThat(takeEvents()).isEqualTo("started in mode run;");
    }

    @Test
    void aFolderThatOthersCanWriteToIsRefused() throws IOException {
        drop("a", Probe.class);
        chmod(added, "rwxrwxrwx");
        dropIns.look(true);

        assertThat(takeEvents()).isEmpty();
    }

    @Test
    void aLinkCountsAsWhatItLeadsTo() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        TestBundle.write(open.toFile(), "a", Probe.class);
        chmod(open.resolve("a.jar"), "rw-r--r--");
        chmod(open, "rwxrwxrwx");
        Files.createSymbolicLink(added.resolve("a.jar"), open.resolve("a.jar"));
        dropIns.look(true);

        assertThat(takeEvents()).isEmpty();
    }

    @Test
    void withoutAFolderThereIsNothingToDo() throws IOException {
        Files.delete(added);
        dropIns.look(true);

        assertThat(takeEvents()).isEmpty();
    }

    private void drop(String name, Class<?> activator) throws IOException {
        TestBundle.write(added.toFile(), name, activator);
        chmod(added.resolve(name + ".jar"), "rw-r--r--");
    }

    private void touch(String name, int second) throws IOException {
        Files.setLastModifiedTime(
                added.resolve(name + ".jar"), FileTime.fromMillis(1_000_000_000_000L + second));
    }

    private static void chmod(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String takeEvents() {
        String events = System.getProperty(Probe.EVENTS, "");
        System.clearProperty(Probe.EVENTS);
        return events;
    }
}
