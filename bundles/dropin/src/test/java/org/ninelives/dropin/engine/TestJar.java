package org.ninelives.dropin.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A bundle in the making, good unless it is told otherwise. */
public final class TestJar {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private boolean withManifest = true;

    private TestJar(String symbolicName) {
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", symbolicName);
    }

    /** One that says by a system property that it starts and stops. */
    public static TestJar named(String symbolicName) {
        return new TestJar(symbolicName)
                .header("Import-Package", "org.osgi.framework")
                .activator(Activators.Plain.class);
    }

    public TestJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public TestJar without(String name) {
        headers.remove(name);
        return this;
    }

    public TestJar withoutManifest() {
        withManifest = false;
        return this;
    }

    public TestJar activator(Class<?> type) {
        entries.clear();
        entry(name(Activators.class), code(Activators.class));
        entry(name(type), code(type));
        return header("Bundle-Activator", type.getName());
    }

    public TestJar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /** The class of the activator as a later Java would have it. */
    public TestJar forJava(int version) {
        String name = headers.get("Bundle-Activator").replace('.', '/') + ".class";
        byte[] code = entries.get(name).clone();
        code[6] = 0;
        code[7] = (byte) (version + 44);
        return entry(name, code);
    }

    public Path write(Path file) throws IOException {
        try (JarOutputStream jar = open(file)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return file;
    }

    private JarOutputStream open(Path file) throws IOException {
        if (!withManifest) {
            return new JarOutputStream(Files.newOutputStream(file));
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        return new JarOutputStream(Files.newOutputStream(file), manifest);
    }

    private static String name(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    private static byte[] code(Class<?> type) {
        try (InputStream code = type.getClassLoader().getResourceAsStream(name(type))) {
            return code.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
