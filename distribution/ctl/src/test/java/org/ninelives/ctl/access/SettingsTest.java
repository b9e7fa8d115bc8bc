package org.ninelives.ctl.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir Path etc;

    @Test
    void withoutAFileTheDaemonHasItsDefaults() throws UnreachableException {
        assertThat(Settings.in(etc)).isEqualTo(new Settings("127.0.0.1", 9112, etc));
    }

    @Test
    void theFileTellsWhereTheConnectorListens() throws IOException, UnreachableException {
        write("jmx.host=192.0.2.1\njmx.port = 9999 \n");
        assertThat(Settings.in(etc)).isEqualTo(new Settings("192.0.2.1", 9999, etc));
    }

    @Test
    void aPortThatIsNoneIsToldWithItsFile() throws IOException {
        write("jmx.port=many\n");
        assertThatThrownBy(() -> Settings.in(etc))
                .isInstanceOf(UnreachableException.class)
                .hasMessage(
                        etc.resolve("ninelives.properties") + ": jmx.port: 'many' is no number");
    }

    private void write(String text) throws IOException {
        Files.writeString(etc.resolve("ninelives.properties"), text);
    }
}
