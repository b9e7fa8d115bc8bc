package org.ninelives.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

    @TempDir Path folder;

    @Test
    void theBoundsOfTheSampleFollowFromItsPriorityAndInterval() throws IOException {
        Sample backup = Sample.read(Path.of("../../config/active-standby/backup.conf"));

        assertThat(backup.skew()).isEqualTo(Duration.ofMillis(648)); // (256 - 90) / 256 s
        assertThat(backup.masterDown()).isEqualTo(Duration.ofMillis(3648));
    }

    @Test
    void bothNodesOfTheSampleShareAnAddressAndTheMasterOutranksTheBackup() throws IOException {
        Sample master = Sample.read(Path.of("../../config/active-standby/master.conf"));
        Sample backup = Sample.read(Path.of("../../config/active-standby/backup.conf"));

        assertThat(master.virtualAddress()).isEqualTo(backup.virtualAddress());
        assertThat(master.priority()).isGreaterThan(backup.priority());
    }

    @Test
    void aSampleWithoutPriorityIsNamedInTheComplaint() throws IOException {
        Path file = Files.writeString(folder.resolve("x.conf"), "advert_int 1\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.read(file))
                .withMessageContaining("x.conf")
                .withMessageContaining("priority");
    }
}
