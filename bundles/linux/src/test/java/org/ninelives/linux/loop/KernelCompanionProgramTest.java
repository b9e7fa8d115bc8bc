package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.linux.safeguard.Undo;
import org.ninelives.linux.safeguard.UndoRecord;

/** What the companion makes of a pipe, whoever writes to it. */
@Tag("kernel")
class KernelCompanionProgramTest {

    private static final String FORWARDING = "/proc/sys/net/ipv4/conf/eth0/forwarding";

    @TempDir private Path folder;
    private Path said;
    private KernelRig rig;
    private Process companion;
    private OutputStream pipe;

    @BeforeEach
    void start() throws Exception {
        rig = new KernelRig();
        rig.addLink("eth0");
        rig.write(FORWARDING, "0");
        said = folder.resolve("said");
        companion =
                rig.start(
                        new ProcessBuilder(Holder.companionCommand()).redirectError(said.toFile()));
        pipe = companion.getOutputStream();
    }

    @AfterEach
    void stop() throws Exception {
        if (companion != null) {
            companion.destroyForcibly().waitFor();
        }
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    void aPipeThatEndsWithNothingOnItEndsItQuietly() throws Exception {
        pipe.close();
        assertThat(exitStatus()).isZero();
        assertThat(Files.readString(said)).isEmpty();
    }

    @Test
    void aKernelSettingIsWrittenBack() throws Exception {
        put(FORWARDING, "1");
        pipe.close();
        assertThat(exitStatus()).isZero();
        assertThat(rig.read(FORWARDING)).isEqualTo("1");
        assertThat(Files.readString(said)).contains("was killed; taken back: 1 kernel setting");
    }

    @Test
    void theGoodbyeLeavesEverything() throws Exception {
        put(FORWARDING, "1");
        record(UndoRecord.BYE);
        assertThat(exitStatus()).isZero();
        assertThat(rig.read(FORWARDING)).isEqualTo("0");
    }

    @Test
    void whatIsNoRecordEndsItAfterUndoing() throws Exception {
        put(FORWARDING, "1");
        record(1_000);
        assertThat(exitStatus()).isEqualTo(1);
        assertThat(rig.read(FORWARDING)).isEqualTo("1");
        assertThat(Files.readString(said))
                .contains("says what is not understood: a record of type 1000; taken back: 1");
    }

    @Test
    void aRecordCutShortByAKillIsPassedOver() throws Exception {
        put(FORWARDING, "1");
        pipe.write(new byte[] {60, 0, 0, 0, 1});
        pipe.close();
        assertThat(exitStatus()).isZero();
        assertThat(rig.read(FORWARDING)).isEqualTo("1");
    }

    @Test
    void onlyKernelSettingsAreWritten() throws Exception {
        Path elsewhere = folder.resolve("file");
        put("/proc/sys/../.." + elsewhere, "1");
        put(FORWARDING, "1");
        pipe.close();
        assertThat(exitStatus()).isZero();
        assertThat(elsewhere).doesNotExist();
        assertThat(Files.readString(said)).contains("refused by the kernel: 1 (EINVAL)");
    }

    private void put(String path, String value) throws Exception {
        byte[] undo = (path + '\0' + value).getBytes(StandardCharsets.UTF_8);
        int length = UndoRecord.PUT_HEADER + undo.length;
        ByteBuffer record = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        record.putInt(length).putInt(UndoRecord.PUT).putInt(path.hashCode());
        record.putInt(Undo.Kind.FILE.code()).put(undo);
        pipe.write(record.array());
        pipe.flush();
    }

    private void record(int type) throws Exception {
        ByteBuffer record = ByteBuffer.allocate(UndoRecord.HEADER).order(ByteOrder.nativeOrder());
        pipe.write(record.putInt(UndoRecord.HEADER).putInt(type).putInt(0).array());
        pipe.flush();
    }

    private int exitStatus() throws Exception {
        assertThat(companion.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return companion.exitValue();
    }
}
