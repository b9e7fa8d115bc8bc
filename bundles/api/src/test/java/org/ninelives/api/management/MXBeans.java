package org.ninelives.api.management;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The interfaces of all beans. */
final class MXBeans {

    private MXBeans() {}

    static List<Class<?>> all() {
        try {
            Path classes =
                    Path.of(
                            DaemonMXBean.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            String packageName = DaemonMXBean.class.getPackageName();
            try (Stream<Path> files = Files.list(classes.resolve(packageName.replace('.', '/')))) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("MXBean.class"))
                        .map(name -> name.substring(0, name.length() - ".class".length()))
                        .sorted()
                        .<Class<?>>map(name -> find(packageName + "." + name))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> find(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
