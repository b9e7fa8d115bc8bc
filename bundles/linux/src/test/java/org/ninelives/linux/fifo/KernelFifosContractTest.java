package org.ninelives.linux.fifo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.api.system.Fifo;
import org.ninelives.api.system.Fifos;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.program.LinuxAccounts;
import org.ninelives.testkit.contract.FifosContract;

class KernelFifosContractTest extends FifosContract {

    private static final Optional<ScriptUser> NOBODY =
            Optional.of(new ScriptUser("nobody", Optional.of("0")));

    @TempDir Path folder;

    private final Fifos fifos = new LinuxFifos(new LinuxAccounts());

    @Override
    protected Fifos fifos() {
        return fifos;
    }

    @Override
    protected Path folder() {
        return folder;
    }

    @Override
    protected boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    protected void makeFifo(Path path) {
        assertThat(Libc.mkfifo(path.toString(), 0600)).isZero();
    }

    @Override
    protected void makeFile(Path path) throws Exception {
        Files.createFile(path);
    }

    @Override
    protected void makeLink(Path link, Path target) throws Exception {
        Files.createSymbolicLink(link, target);
    }

    /** There is a writer already, so that opening does not wait for one. */
    @Override
    protected String read(Path path) throws Exception {
        try (InputStream reader = new FileInputStream(path.toFile())) {
            byte[] bytes = new byte[reader.available()];
            int length = reader.read(bytes);
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        }
    }

    @Test
    void nobodyElseMayReadAlong() throws Exception {
        Path path = folder.resolve("fifo");
        try (Fifo fifo = fifos.open(path, Optional.empty())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
            fifo.write("line");
        }
    }

    @Test
    void oneThatIsMadeForAnotherUserBelongsToThem() throws Exception {
        assumeTrue(Libc.geteuid() == 0, "only root can give files away");
        Path path = folder.resolve("fifo");
        try (Fifo fifo = fifos.open(path, NOBODY)) {
            assertThat(Files.getOwner(path).getName()).isEqualTo("nobody");
            assertThat(Files.getAttribute(path, "unix:gid")).isEqualTo(0);
            fifo.write("line");
        }
    }

    @Test
    void oneThatAnotherUserHasPutThereIsNotUsed() throws Exception {
        assumeTrue(Libc.geteuid() == 0, "only root can give files away");
        Path path = folder.resolve("fifo");
        makeFifo(path);
        Files.setOwner(
                path,
                path.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName("nobody"));
        assertThatThrownBy(() -> fifos.open(path, Optional.empty()))
                .hasMessageContaining("EACCES")
                .hasMessageContaining("belongs to user");
        fifos.open(path, NOBODY).close();
        assertThat(exists(path)).isTrue();
    }

    @Test
    void aUserHasAGroupOfTheirOwn() throws Exception {
        assumeTrue(Libc.geteuid() == 0, "only root can give files away");
        Path path = folder.resolve("fifo");
        Optional<ScriptUser> daemon = Optional.of(new ScriptUser("daemon", Optional.empty()));
        try (Fifo fifo = fifos.open(path, daemon)) {
            assertThat(Files.getAttribute(path, "unix:gid")).isEqualTo(1);
            fifo.write("line");
        }
        ScriptUser noGroup = new ScriptUser("root", Optional.of("no-such-group"));
        assertThatThrownBy(() -> fifos.open(path, Optional.of(noGroup)))
                .hasMessageContaining("group no-such-group");
        assertThat(exists(path)).isFalse();
    }

    @Test
    void whatTookThePlaceOfTheFileStays() throws Exception {
        Path path = folder.resolve("fifo");
        Fifo fifo = fifos.open(path, Optional.empty());
        Files.delete(path);
        makeFile(path);
        fifo.close();
        assertThat(exists(path)).isTrue();
    }
}
