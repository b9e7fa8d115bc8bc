package org.ninelives.launcher;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings shipped with the product, for the operator to change. */
final class Settings {

    private static final String FILE = "ninelives.properties";

    private Settings() {}

    /**
     * Puts each {@code key=value} of {@code ninelives.properties} into the framework's properties
     * as {@code ninelives.key}. There need not be such a file.
     *
     * @throws IOException if there is one that cannot be read
     */
    static void load(File folder, Map<String, String> properties) throws IOException {
        Path file = folder.toPath().resolve(FILE);
        if (!Files.exists(file)) {
            return;
        }
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            settings.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        for (String key : settings.stringPropertyNames()) {
            properties.put("ninelives." + key, settings.getProperty(key).strip());
        }
    }
}
