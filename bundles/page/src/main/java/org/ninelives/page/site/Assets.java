package org.ninelives.page.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The files of the page: those beside this class, and those of the webjars in the bundle. */
final class Assets {

    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLES = "text/css; charset=utf-8";

    private static final Map<String, Asset> BY_PATH =
            Map.of(
                    "/", ours("index.html", "text/html; charset=utf-8"),
                    "/app.js", ours("app.js", JAVASCRIPT),
                    "/parts.js", ours("parts.js", JAVASCRIPT),
                    "/orders.js", ours("orders.js", JAVASCRIPT),
                    "/daemon.js", ours("daemon.js", JAVASCRIPT),
                    "/page.css", ours("page.css", STYLES),
                    "/icon.svg", ours("icon.svg", "image/svg+xml"),
                    "/preact.js", of("preact", "dist/preact.module.js", JAVASCRIPT),
                    "/pico.css", of("picocss__pico", "css/pico.min.css", STYLES));

    /**
     * One file.
     *
     * @param resource where the class loader finds it
     */
    record Asset(String resource, String type) {

        byte[] bytes() {
            try (InputStream in = Assets.class.getResourceAsStream(resource)) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(resource, e);
            }
        }
    }

    private Assets() {}

    static Optional<Asset> at(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    private static Asset ours(String name, String type) {
        return new Asset(name, type);
    }

    private static Asset of(String webjar, String file, String type) {
        return new Asset(
                "/META-INF/resources/webjars/%s/%s/%s".formatted(webjar, version(webjar), file),
                type);
    }

    private static String version(String webjar) {
        String resource = "/META-INF/maven/org.webjars.npm/" + webjar + "/pom.properties";
        Properties properties = new Properties();
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return properties.getProperty("version");
    }
}
