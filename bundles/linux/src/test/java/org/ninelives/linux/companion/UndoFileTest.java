package org.ninelives.linux.companion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.linux.safeguard.Undo;

class UndoFileTest {

    /** Of syslog.h: local7. */
    private static final int FACILITY = 23;

    private static final UndoOwner OWNER = new UndoOwner("1234", FACILITY, "net:[1]");
    private static final long SMALL_BYTES = 600_000;

    private final Map<Integer, Undo> entries = new LinkedHashMap<>();

    @TempDir private Path folder;

    @Test
    void itIsThereForItsOwnerAloneFromTheFirstMomentOn() throws IOException {
        Path path = folder.resolve("run/ninelives.undo");
        begin(path).flush(entries);

        assertThat(Files.readString(path)).isEqualTo(OWNER.line() + "\n");
        assertThat(mode(path)).isEqualTo("rw-------");
        assertThat(mode(path.getParent())).isEqualTo("rwx------");
    }

    @Test
    void aLinkAtItsPlaceIsReplacedAndNotFollowed() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "untouched");
        Path path = Files.createSymbolicLink(folder.resolve("undo"), target);
        Files.createSymbolicLink(folder.resolve("undo.new"), target);
        UndoFile file = begin(path);
        put(file, 1);
        file.flush(entries);

        assertThat(target).hasContent("untouched");
        assertThat(path).isRegularFile().returns(false, Files::isSymbolicLink);
        assertThat(held(path)).isEqualTo("1 kernel setting");
    }

    @Test
    void itTellsWhatIsHeld() throws Exception {
        Path path = folder.resolve("undo");
        UndoFile file = begin(path);
        put(file, 1);
        file.flush(entries);
        put(file, 2);
        put(file, 2);
        put(file, 3);
        assertThat(held(path)).as("before it is written").isEqualTo("1 kernel setting");
        file.flush(entries);
        assertThat(held(path)).isEqualTo("3 kernel settings");
        entries.remove(1);
        file.drop(1);
        file.flush(entries);
        assertThat(held(path)).isEqualTo("2 kernel settings");
    }

    @Test
    void theNextCompanionLeavesItUntilItKnowsAsMuch() throws Exception {
        Path path = folder.resolve("undo");
        UndoFile first = begin(path);
        put(first, 1);
        put(first, 2);
        first.flush(entries);
        UndoFile next = begin(path);
        assertThat(held(path)).isEqualTo("2 kernel settings");
        entries.clear();
        put(next, 1);
        next.flush(entries);

        assertThat(held(path)).isEqualTo("1 kernel setting");
    }

    @Test
    void itStaysSmallHoweverMuchChanges() throws Exception {
        Path path = folder.resolve("undo");
        UndoFile file = begin(path);
        put(file, 0);
        for (int id = 1; id <= 50_000; id++) {
            put(file, id);
            file.flush(entries);
            entries.remove(id);
            file.drop(id);
        }
        file.flush(entries);

        assertThat(Files.size(path)).isLessThan(SMALL_BYTES);
        assertThat(held(path)).isEqualTo("1 kernel setting");
    }

    @Test
    void itGrowsWithWhatIsHeld() throws Exception {
        Path path = folder.resolve("undo");
        UndoFile file = begin(path);
        for (int id = 1; id <= 20_000; id++) {
            put(file, id);
            file.flush(entries);
        }

        assertThat(held(path)).isEqualTo("20000 kernel settings");
    }

    @Test
    void oneThatNobodyNeedsIsRemoved() {
        Path path = folder.resolve("undo");
        UndoFile file = begin(path);
        put(file, 1);
        file.flush(entries);
        file.remove();

        assertThat(folder).isEmptyDirectory();
        file.remove();
    }

    @Test
    void whereItCannotBeTheDaemonDoesWithout() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        UndoFile file = begin(notAFolder.resolve("undo"));
        put(file, 1);
        file.flush(entries);
        file.drop(1);
        file.write(entries);
        file.remove();

        assertThat(notAFolder).isEmptyFile();
    }

    private static UndoFile begin(Path path) {
        return new UndoFile(path.toFile(), OWNER, new SystemLog(FACILITY));
    }

    private void put(UndoFile file, int id) {
        Undo undo = Undo.file("/proc/sys/ninelives/" + id, "1");
        entries.put(id, undo);
        file.put(id, undo);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** What a reader would take back; there is no such setting, so nothing happens. */
    private static String held(Path path) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(path));
        UndoBook book = new UndoBook(new Kernel());
        try {
            int start = OWNER.line().length() + 1;
            new RecordReader(book).read(content.order(ByteOrder.nativeOrder()).position(start));
        } catch (RecordException e) {
            throw new AssertionError(e);
        }
        return book.undo().replaceFirst("taken back: ", "").replaceFirst(";.*", "");
    }
}
