package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.linux.safeguard.UndoRecord;

/** What the companion makes of a pipe, whoever writes to it. */
@Tag("kernel")
class KernelCompanionProgramTest {

    private static final String FORWARDING = "/proc/sys/net/ipv4/conf/eth0/forwarding";

    @TempDir private Path folder;
    private Path said;
    private KernelRig rig;
    private Process companion;
    private PipeHand pipe;

    @BeforeEach
    void start() throws Exception {
        rig = new KernelRig();
        rig.addLink("eth0");
        rig.write(FORWARDING, "0");
        said = folder.resolve("said");
        companion =
                rig.start(
                        new ProcessBuilder(Holder.companionCommand()).redirectError(said.toFile()));
        pipe = new PipeHand(companion);
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
        pipe.put(FORWARDING, "1");
        pipe.close();
        assertThat(exitStatus()).isZero();
        assertThat(rig.read(FORWARDING)).isEqualTo("1");
        assertThat(Files.readString(said)).contains("was killed; taken back: 1 kernel setting");
    }

    @Test
    void theGoodbyeLeavesEverything() throws Exception {
        pipe.put(FORWARDING, "1");
        pipe.record(UndoRecord.BYE, 0);
        assertThat(exitStatus()).isZero();
        assertThat(rig.read(FORWARDING)).isEqualTo("0");
    }

    @Test
    void whatIsNoRecordEndsItAfterUndoing() throws Exception {
        pipe.put(FORWARDING, "1");
        pipe.record(1_000, 0);
        assertThat(exitStatus()).isEqualTo(1);
        assertThat(rig.read(FORWARDING)).isEqualTo("1");
        assertThat(Files.readString(said))
                .contains("says what is not understood: a record of type 1000; taken back: 1");
    }

    @Test
    void aRecordCutShortByAKillIsPassedOver() throws Exception {
        pipe.put(FORWARDING, "1");
        pipe.write(new byte[] {60, 0, 0, 0, 1});
        pipe.close();
        assertThat(exitStatus()).isZero();
        assertThat(rig.read(FORWARDING)).isEqualTo("1");
    }

    @Test
    void onlyKernelSettingsAreWritten() throws Exception {
        Path elsewhere = folder.resolve("file");
        pipe.put("/proc/sys/../.." + elsewhere, "1");
        pipe.put(FORWARDING, "1");
        pipe.close();
        assertThat(exitStatus()).isZero();
        assertThat(elsewhere).doesNotExist();
        assertThat(Files.readString(said)).contains("refused by the kernel: 1 (EINVAL)");
    }

    private int exitStatus() throws Exception {
        assertThat(companion.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return companion.exitValue();
    }
}
