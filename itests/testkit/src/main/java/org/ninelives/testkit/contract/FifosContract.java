package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.api.system.Fifo;
import org.ninelives.api.system.Fifos;
import org.ninelives.api.system.SystemException;

/** How named pipes are opened, written and left. */
public abstract class FifosContract {

    /** What is under test. */
    protected abstract Fifos fifos();

    /** A folder that exists and is empty. */
    protected abstract Path folder() throws Exception;

    /** Whether anything has this name. */
    protected abstract boolean exists(Path path) throws Exception;

    /** Makes a FIFO as another program of the same user would. */
    protected abstract void makeFifo(Path path) throws Exception;

    /** Makes a plain file. */
    protected abstract void makeFile(Path path) throws Exception;

    /** Makes a symbolic link. */
    protected abstract void makeLink(Path link, Path target) throws Exception;

    /** Reads what is in a FIFO now, without waiting for more. */
    protected abstract String read(Path path) throws Exception;

    private Fifo open(Path path) throws SystemException {
        return fifos().open(path, Optional.empty());
    }

    @Test
    void oneThatIsNotThereIsMadeAndRemovedOnClosing() throws Exception {
        Path path = folder().resolve("fifo");
        Fifo fifo = open(path);
        assertThat(exists(path)).isTrue();
        fifo.close();
        assertThat(exists(path)).isFalse();
        fifo.close();
    }

    @Test
    void oneThatIsThereIsUsedAndLeft() throws Exception {
        Path path = folder().resolve("fifo");
        makeFifo(path);
        open(path).close();
        assertThat(exists(path)).isTrue();
    }

    @Test
    void linesWaitForAReaderInOrder() throws Exception {
        Path path = folder().resolve("fifo");
        try (Fifo fifo = open(path)) {
            fifo.write("one");
            fifo.write("zwei \u00fc");
            assertThat(read(path)).isEqualTo("one\nzwei \u00fc\n");
            fifo.write("three");
            assertThat(read(path)).isEqualTo("three\n");
        }
    }

    @Test
    void aFullOneRefusesWholeLinesUntilItIsRead() throws Exception {
        Path path = folder().resolve("fifo");
        String line = "x".repeat(Fifo.LINE_BYTES_MAX - 1);
        try (Fifo fifo = open(path)) {
            int written = fill(fifo, line);
            assertThat(read(path)).isEqualTo((line + "\n").repeat(written));
            fifo.write("again");
            assertThat(read(path)).isEqualTo("again\n");
        }
    }

    private static int fill(Fifo fifo, String line) {
        for (int written = 0; ; written++) {
            try {
                fifo.write(line);
            } catch (SystemException e) {
                assertThat(e.errno()).isEqualTo("EAGAIN");
                return written;
            }
        }
    }

    @Test
    void aLineThatCouldArriveInPiecesIsRefused() throws Exception {
        try (Fifo fifo = open(folder().resolve("fifo"))) {
            String line = "x".repeat(Fifo.LINE_BYTES_MAX);
            assertThatThrownBy(() -> fifo.write(line)).hasMessageContaining("EMSGSIZE");
        }
    }

    @Test
    void aClosedOneRefusesLines() throws Exception {
        Fifo fifo = open(folder().resolve("fifo"));
        fifo.close();
        assertThatThrownBy(() -> fifo.write("late")).hasMessageContaining("EBADF");
    }

    @Test
    void aFileOfAnotherKindIsNotUsed() throws Exception {
        Path path = folder().resolve("file");
        makeFile(path);
        assertThatThrownBy(() -> open(path))
                .hasMessageContaining(path.toString())
                .hasMessageContaining("EEXIST")
                .hasMessageContaining("no FIFO");
        assertThat(exists(path)).isTrue();
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws Exception {
        Path target = folder().resolve("fifo");
        makeFifo(target);
        Path link = folder().resolve("link");
        makeLink(link, target);
        assertThatThrownBy(() -> open(link))
                .hasMessageContaining("ELOOP")
                .hasMessageContaining("symbolic link");
        assertThat(exists(link)).isTrue();
    }

    @Test
    void aFolderThatIsNotThereIsToldOf() throws Exception {
        Path path = folder().resolve("nowhere").resolve("fifo");
        assertThatThrownBy(() -> open(path))
                .hasMessageContaining("ENOENT")
                .hasMessageContaining("folder");
    }

    @Test
    void aUserWhoDoesNotExistIsToldOf() throws Exception {
        Path path = folder().resolve("fifo");
        ScriptUser nobodyKnown = new ScriptUser("no-such-user", Optional.empty());
        assertThatThrownBy(() -> fifos().open(path, Optional.of(nobodyKnown)))
                .hasMessageContaining("user no-such-user")
                .hasMessageContaining("ENOENT");
        assertThat(exists(path)).isFalse();
    }
}
