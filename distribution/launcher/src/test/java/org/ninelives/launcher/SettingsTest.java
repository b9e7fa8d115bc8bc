package org.ninelives.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir private Path etc;

    @Test
    void everyKeyBecomesAPropertyOfTheFramework() throws IOException {
        write("# comment\njmx.port=9112 \nother.key = x y\n");

        assertThat(load())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("ninelives.jmx.port", "9112", "ninelives.other.key", "x y"));
    }

    @Test
    void withoutTheFileThereIsNothingToSet() throws IOException {
        assertThat(load()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        write("key=\\u00zz\n");

        assertThatThrownBy(this::load)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ninelives.properties");
    }

    @Test
    void theShippedSettingsOfferTheConnectorOnTheLoopbackOnly() throws IOException {
        Map<String, String> properties = new HashMap<>();

        Settings.load(new File("../../config/etc"), properties);

        assertThat(properties)
                .containsEntry("ninelives.jmx.host", "127.0.0.1")
                .containsEntry("ninelives.jmx.port", "9112");
    }

    private Map<String, String> load() throws IOException {
        Map<String, String> properties = new HashMap<>();
        Settings.load(etc.toFile(), properties);
        return properties;
    }

    private void write(String text) throws IOException {
        Files.writeString(etc.resolve("ninelives.properties"), text);
    }
}
