package org.ninelives.bfd.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The two nodes of the sample. */
class SampleFilesTest {

    private static final Path FOLDER = Path.of("../../config/bfd");

    @Test
    void theTwoNodesOfTheSampleAreNeighbours() {
        InstanceSettings a = read("a.conf");
        InstanceSettings b = read("b.conf");

        assertThat(a.source()).contains(b.neighbour());
        assertThat(b.source()).contains(a.neighbour());
        assertThat(a.session()).isEqualTo(b.session());
    }

    private static InstanceSettings read(String file) {
        try {
            String text = Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8);
            ConfigText sample = ConfigText.of(text);
            assertThat(sample.problems())
                    .as("the virtual router is another bundle's")
                    .singleElement()
                    .asString()
                    .contains("vrrp_instance: unknown keyword");
            return sample.settings().instances().getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
