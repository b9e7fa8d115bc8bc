package org.ninelives.overrides.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ninelives.overrides.core.Samples.priority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.override.Lasting;
import org.ninelives.overrides.core.DamagedStateException;
import org.ninelives.overrides.core.StateText;

/** The state file and what can have been done to it. */
class StateFileTest {

    private static final byte[] CONTENT =
            new StateText("run-0", List.of(priority("VI_1", 150, 1000, 0, Lasting.UNTIL_REVERTED)))
                    .bytes();

    @TempDir private Path folder;

    private Daemon daemon;
    private StateFile file;

    @BeforeEach
    void place() {
        daemon = new Daemon(folder);
        file = new StateFile(daemon.file, Daemon.ownUser(folder));
    }

    private void refused() throws IOException {
        assertThat(daemon.restart().all()).isEmpty();
        assertThat(file.bad()).exists();
        assertThat(daemon.file).doesNotExist();
        // The next one is written as if nothing had been.
        file.write(CONTENT);
        assertThat(daemon.restart().all()).hasSize(1);
    }

    @Test
    void whatIsWrittenIsReadAndClosedToOthers() throws Exception {
        assertThat(file.read()).isEmpty();

        file.write(CONTENT);

        assertThat(file.read()).hasValue(CONTENT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(daemon.file)))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly("overrides.state");
        file.delete();
        assertThat(file.read()).isEmpty();
    }

    @Test
    void aFileThatIsCutAnywhereIsSetAside() throws IOException {
        for (int length = 0; length < CONTENT.length; length++) {
            Files.write(daemon.file, Arrays.copyOf(CONTENT, length));
            refused();
            assertThat(file.bad()).hasSize(length);
        }
    }

    @Test
    void whatACrashLeftBesideItIsPassedOver() throws IOException {
        file.write(CONTENT);
        Files.write(folder.resolve("overrides.state.new"), Arrays.copyOf(CONTENT, 20));

        assertThat(daemon.restart().all()).hasSize(1);

        file.write(CONTENT);
        assertThat(folder.resolve("overrides.state.new")).doesNotExist();
    }

    @Test
    void aLinkIsRefused() throws IOException {
        Path elsewhere = folder.resolve("elsewhere");
        Files.write(elsewhere, CONTENT);
        Files.createSymbolicLink(daemon.file, elsewhere);

        refused();

        assertThat(elsewhere).as("what it points to is left alone").hasBinaryContent(CONTENT);
    }

    @Test
    void aFileWithASecondNameIsRefused() throws IOException {
        Files.write(daemon.file, CONTENT);
        Files.createLink(folder.resolve("second"), daemon.file);

        refused();
    }

    @Test
    void aFileThatOthersMayChangeIsRefused() throws IOException {
        Files.write(daemon.file, CONTENT);
        Files.setPosixFilePermissions(daemon.file, PosixFilePermissions.fromString("rw--w----"));

        refused();
    }

    @Test
    void theFileOfAnotherUserIsRefused() throws IOException {
        Files.write(daemon.file, CONTENT);
        int user = Daemon.ownUser(folder);
        StateFile foreign = new StateFile(daemon.file, user + 1);

        assertThatThrownBy(foreign::read)
                .isInstanceOf(DamagedStateException.class)
                .hasMessage("it belongs to user %d, not to user %d".formatted(user, user + 1));
    }

    @Test
    void aFolderInItsPlaceIsRefused() throws IOException {
        Files.createDirectory(daemon.file);

        refused();
    }

    @Test
    void aFileBeyondAllMeasureIsRefused() throws IOException {
        Files.write(daemon.file, new byte[(16 << 20) + 1]);

        refused();
    }

    @Test
    void aLinkWhereItIsMadeIsNotFollowed() throws IOException {
        Path victim = folder.resolve("victim");
        Files.writeString(victim, "precious");
        Files.createSymbolicLink(folder.resolve("overrides.state.new"), victim);

        file.write(CONTENT);

        assertThat(victim).hasContent("precious");
        assertThat(daemon.file).isRegularFile();
    }

    @Test
    void withoutItsFolderItCannotBeWritten() {
        StateFile nowhere = new StateFile(folder.resolve("no/such/file"), 0);

        assertThatThrownBy(() -> nowhere.write(CONTENT)).isInstanceOf(IOException.class);
    }

    @Test
    void whatCannotBeWrittenLeavesTheOldFile() throws IOException {
        file.write(CONTENT);
        Files.createDirectory(folder.resolve("overrides.state.new"));
        Files.createFile(folder.resolve("overrides.state.new/in-the-way"));

        assertThatThrownBy(() -> file.write(new byte[] {1})).isInstanceOf(IOException.class);

        assertThat(daemon.file).hasBinaryContent(CONTENT);
    }
}
