package org.ninelives.track.file.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.track.file.core.FileValue;

class FileLookTest {

    @TempDir private Path folder;

    @Test
    void itsNumberIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("load"), "-17\n");
        assertThat(FileLook.at(file)).isEqualTo(new FileValue(-17, "-17"));
    }

    @Test
    void noMoreIsReadThanTheDaemonReads() throws IOException {
        Path file = Files.writeString(folder.resolve("load"), " ".repeat(127) + "5");
        assertThat(FileLook.at(file)).isEqualTo(new FileValue(0, "0, as it is empty"));
    }

    @Test
    void whatIsNoFileCountsAsZero() {
        FileValue none = new FileValue(0, "0, as there is no readable file");
        assertThat(FileLook.at(folder.resolve("none"))).isEqualTo(none);
        assertThat(FileLook.at(folder)).isEqualTo(none);
    }
}
