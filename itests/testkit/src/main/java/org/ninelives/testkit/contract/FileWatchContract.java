package org.ninelives.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.FileWatch;
import org.ninelives.api.system.WatchLoop;

/** What is told of files that change. */
public abstract class FileWatchContract {

    private static final int BYTES_MAX = 100;

    private final List<Path> changes = new CopyOnWriteArrayList<>();
    private Rig rig;
    private WatchLoop loop;
    private FileWatch watch;
    private Path file;

    /** A fresh rig. */
    protected abstract Rig rig() throws Exception;

    @BeforeEach
    void open() throws Exception {
        rig = rig();
        loop = rig.startWatch(new RecordingTask());
        watch = onLoop(() -> loop.openFileWatch(changes::add));
        file = rig.files().file("value");
    }

    @AfterEach
    void close() {
        if (loop != null) {
            loop.close();
        }
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    void aFileThatIsWrittenIsTold() throws Exception {
        rig.files().write(file, "1");
        watch(file);
        rig.files().write(file, "2");
        awaitChange();
        assertThat(read(BYTES_MAX)).isEqualTo("2");
    }

    @Test
    void aFileThatComesLaterIsTold() throws Exception {
        watch(file);
        rig.files().write(file, "7");
        awaitChange();
        rig.until("it can be read", () -> "7".equals(read(BYTES_MAX)));
    }

    @Test
    void aFileRenamedIntoPlaceIsTold() throws Exception {
        Path draft = rig.files().file("draft");
        rig.files().write(file, "1");
        rig.files().write(draft, "3");
        watch(file);
        rig.files().rename(draft, file);
        awaitChange();
        assertThat(read(BYTES_MAX)).isEqualTo("3");
    }

    @Test
    void aFileRenamedAwayIsTold() throws Exception {
        rig.files().write(file, "1");
        watch(file);
        rig.files().rename(file, rig.files().file("elsewhere"));
        awaitChange();
        assertThat(onLoop(() -> watch.read(file, BYTES_MAX))).isEmpty();
    }

    @Test
    void aFileThatIsRemovedIsTold() throws Exception {
        rig.files().write(file, "1");
        watch(file);
        rig.files().delete(file);
        awaitChange();
        assertThat(onLoop(() -> watch.read(file, BYTES_MAX))).isEmpty();
    }

    @Test
    void oneFileIsNotTakenForAnother() throws Exception {
        Path other = rig.files().file("other");
        watch(file);
        watch(other);
        rig.files().write(rig.files().file("unwatched"), "1");
        rig.files().write(other, "1");
        rig.until("told", () -> changes.contains(other));
        assertThat(changes).containsOnly(other);
    }

    @Test
    void whatIsForgottenIsNotTold() throws Exception {
        Path other = rig.files().file("other");
        watch(file);
        watch(file);
        watch(other);
        onLoop(
                () -> {
                    watch.forget(file);
                    return true;
                });
        rig.files().write(file, "1");
        rig.files().write(other, "1");
        rig.until("told", () -> changes.contains(other));
        assertThat(changes).doesNotContain(file);
    }

    @Test
    void onlyTheBeginningIsReadOfALongFile() throws Exception {
        rig.files().write(file, "123456789");
        assertThat(read(4)).isEqualTo("1234");
        assertThat(read(BYTES_MAX)).isEqualTo("123456789");
    }

    @Test
    void aClosedWatchTellsNothing() throws Exception {
        List<Path> others = new CopyOnWriteArrayList<>();
        watch(file);
        FileWatch second = onLoop(() -> loop.openFileWatch(others::add));
        onLoop(
                () -> {
                    second.watch(file);
                    watch.close();
                    watch.close();
                    return true;
                });
        rig.files().write(file, "1");
        rig.until("told", () -> others.contains(file));
        assertThat(changes).isEmpty();
    }

    private void watch(Path wanted) throws Exception {
        onLoop(
                () -> {
                    watch.watch(wanted);
                    return true;
                });
    }

    private void awaitChange() throws Exception {
        rig.until("told", () -> changes.contains(file));
    }

    private String read(int bytesMax) {
        try {
            Optional<byte[]> bytes = onLoop(() -> watch.read(file, bytesMax));
            return bytes.map(found -> new String(found, UTF_8)).orElse("nothing");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private <T> T onLoop(Callable<T> work) throws Exception {
        return rig.on(loop, work);
    }
}
