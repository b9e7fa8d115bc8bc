package org.ninelives.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class ManifestLawsTest {

    @Test
    void theShippedBundlesKeepTheLaw() {
        List<Path> jars =
                House.list(
                        House.PRODUCT.resolve("bundles"),
                        jar -> jar.getFileName().toString().startsWith("org.ninelives."));

        assertThat(jars).hasSizeGreaterThanOrEqualTo(6);
        assertThat(jars).flatMap(jar -> ManifestLaws.complaints(manifest(jar))).isEmpty();
    }

    @Test
    void aServiceThatExportsIsNoticed() {
        assertThat(
                        ManifestLaws.complaints(
                                manifest("org.ninelives.vrrp", "org.x;version=\"1.0.0\"")))
                .hasSize(1);
    }

    @Test
    void anExportWithoutVersionIsNoticed() {
        assertThat(ManifestLaws.complaints(manifest("org.ninelives.api", "org.x"))).hasSize(1);
        assertThat(
                        ManifestLaws.complaints(
                                manifest("org.ninelives.api", "org.x;version=\"1.0.0\"")))
                .isEmpty();
    }

    private static Attributes manifest(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attributes manifest(String name, String exports) {
        Attributes attributes = new Attributes();
        Map.of("Bundle-SymbolicName", name, "Export-Package", exports)
                .forEach((key, value) -> attributes.putValue(key, value));
        return attributes;
    }
}
