package org.ninelives.dropin.engine;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.ninelives.dropin.core.Outcome;

/** Reads a whole jar before anything is made of it: whether it is one, is a bundle, and fits. */
final class JarCheck {

    /** What a jar may come to when it is unpacked; zip bombs come to much more. */
    static final long CONTENT_MAX = 256L << 20;

    private static final int CLASS_MAGIC = 0xCAFEBABE;

    /** The major version of the class files of Java N is N + 44 (JVMS 4.1). */
    private static final int MAJOR_OFFSET = 44;

    private static final int BUFFER_BYTES = 1 << 16;

    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long content;

    private JarCheck() {}

    /**
     * The symbolic name of the bundle in a jar.
     *
     * @throws UnusableException if it can be no bundle of this daemon
     * @throws IOException if it cannot be read
     */
    static String symbolicName(Path file) throws IOException, UnusableException {
        try (JarFile jar = new JarFile(file.toFile())) {
            JarCheck check = new JarCheck();
            for (JarEntry entry : Collections.list(jar.entries())) {
                check.read(jar, entry);
            }
            return symbolicName(manifest(jar));
        } catch (ZipException | EOFException e) {
            throw incomplete(e.getMessage());
        } catch (SecurityException e) {
            throw UnusableException.refused("its signature is broken: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw UnusableException.refused("it is no jar: " + e.getMessage());
        }
    }

    private void read(JarFile jar, JarEntry entry) throws IOException, UnusableException {
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(jar.getInputStream(entry), sum)) {
            DataInputStream data = new DataInputStream(in);
            if (isClassOfAnyJava(entry.getName()) && entry.getSize() >= Long.BYTES) {
                checkJava(data, entry.getName());
            }
            for (int read = data.read(buffer); read >= 0; read = data.read(buffer)) {
                content += read;
                if (content > CONTENT_MAX) {
                    throw UnusableException.refused(
                            "it unpacks to more than " + (CONTENT_MAX >> 20) + " MiB");
                }
            }
        }
        // A copy that is not written in order has its end, and holes.
        if (entry.getCrc() != sum.getValue()) {
            throw incomplete(entry.getName() + " has another checksum");
        }
    }

    private static UnusableException incomplete(String reason) {
        return new UnusableException(new Outcome.Incomplete("it is no whole jar (" + reason + ")"));
    }

    /** Others are for a certain version of Java, or are no classes of the bundle. */
    private static boolean isClassOfAnyJava(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF/");
    }

    private static void checkJava(DataInputStream data, String name)
            throws IOException, UnusableException {
        if (data.readInt() != CLASS_MAGIC) {
            throw UnusableException.refused(name + " in it is no class file");
        }
        data.readUnsignedShort(); // the minor version
        int java = data.readUnsignedShort() - MAJOR_OFFSET;
        int here = Runtime.version().feature();
        if (java > here) {
            throw UnusableException.refused(
                    name
                            + " in it is for Java "
                            + java
                            + ", and the daemon runs on Java "
                            + here
                            + ": run a newer Java, or build it with --release "
                            + here);
        }
    }

    private static Manifest manifest(JarFile jar) throws UnusableException {
        try {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw UnusableException.refused(
                        "it has no META-INF/MANIFEST.MF, so it is no bundle");
            }
            return manifest;
        } catch (IOException e) {
            throw UnusableException.refused("its manifest cannot be read: " + e.getMessage());
        }
    }

    private static String symbolicName(Manifest manifest) throws UnusableException {
        Attributes headers = manifest.getMainAttributes();
        String name = headers.getValue("Bundle-SymbolicName");
        if (name == null || name.isBlank()) {
            throw UnusableException.refused(
                    "its manifest has no Bundle-SymbolicName, so it is no bundle: build it with bnd"
                            + " or the like");
        }
        if (headers.getValue("Fragment-Host") != null) {
            throw UnusableException.refused(
                    "it is a fragment, which would change another bundle; only whole bundles can"
                            + " be dropped in");
        }
        return name.split(";", 2)[0].strip();
    }
}
