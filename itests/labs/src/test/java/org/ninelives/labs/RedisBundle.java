package org.ninelives.labs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The bundle of {@code REDIS_CHECK}, as it was built and with faults that are built into its
 * source.
 */
enum RedisBundle {
    AS_BUILT("", ""),
    /** Wants another answer than a Redis server gives. */
    CHANGED("reply.equals(\"+PONG\")", "reply.equals(\"+PANG\")"),
    THROWS(
            RedisBundle.BEGIN,
            "if (true) { throw new IllegalStateException(\"broken\"); }" + RedisBundle.BEGIN),
    /** Holds a processor, and heeds nothing. */
    HANGS(RedisBundle.BEGIN, "while (probe != null) { Thread.onSpinWait(); }" + RedisBundle.BEGIN),
    /** Leaves a megabyte and a thread behind with each look. */
    LEAKS(
            RedisBundle.BEGIN,
            "byte[] lost = new byte[1 << 20];"
                    + " Thread.ofPlatform().daemon().start(() -> { while (true) {"
                    + " try { Thread.sleep(60_000); } catch (InterruptedException e) { }"
                    + " lost[0]++; } });"
                    + RedisBundle.BEGIN),
    NEEDS_A_MISSING_PACKAGE("", "");

    private static final Path MODULE = Path.of("../redis-check").toAbsolutePath().normalize();
    private static final String SOURCE = "org/example/redis/RedisCheck.java";

    /** Where a look begins. */
    private static final String BEGIN = " String hello =";

    private final String before;
    private final String after;

    /** A version whose source says one thing instead of another. */
    RedisBundle(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** Puts it where the daemon looks, as a whole. */
    void drop(Path folder) {
        try {
            Path draft = Files.createTempFile(folder, "redis", ".draft");
            write(draft);
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(draft, folder.resolve("redis.jar"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file) throws IOException {
        try (JarFile built = new JarFile(builtJar().toFile())) {
            Manifest manifest = built.getManifest();
            if (this == NEEDS_A_MISSING_PACKAGE) {
                String imports = manifest.getMainAttributes().getValue("Import-Package");
                manifest.getMainAttributes().putValue("Import-Package", imports + ",org.missing");
            }
            try (OutputStream out = Files.newOutputStream(file);
                    JarOutputStream jar = new JarOutputStream(out, manifest)) {
                Path classes = before.isEmpty() ? null : compile(file.resolveSibling("classes"));
                for (JarEntry entry : Collections.list(built.entries())) {
                    copy(built, entry, classes, jar);
                }
            }
        }
    }

    private static void copy(JarFile built, JarEntry entry, Path classes, JarOutputStream jar)
            throws IOException {
        if (entry.isDirectory() || entry.getName().equals(JarFile.MANIFEST_NAME)) {
            return;
        }
        jar.putNextEntry(new JarEntry(entry.getName()));
        Path compiled = classes == null ? null : classes.resolve(entry.getName());
        try (InputStream content =
                compiled != null && Files.exists(compiled)
                        ? Files.newInputStream(compiled)
                        : built.getInputStream(entry)) {
            content.transferTo(jar);
        }
    }

    private Path compile(Path folder) throws IOException {
        String source = Files.readString(MODULE.resolve("src/main/java").resolve(SOURCE));
        if (!source.contains(before)) {
            throw new IllegalStateException("the source of REDIS_CHECK has no " + before);
        }
        // The annotation is for the build of the descriptor, which stays as it was built.
        String broken =
                source.replace(before, after)
                        .replaceAll("(?m)^(@Component|import org\\.osgi\\..*)$", "");
        Path file = folder.resolve(SOURCE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, broken);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("--release", "21", "-d", folder.toString(), "-cp", contracts());
            boolean done =
                    compiler.getTask(
                                    complaints,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjects(file))
                            .call();
            if (!done) {
                throw new IllegalStateException(complaints.toString());
            }
        }
        return folder;
    }

    /** The bundles of the product that a checker is compiled against. */
    private static String contracts() throws IOException {
        Path bundles =
                Path.of(Implementation.NINELIVES.program().getFirst())
                        .resolveSibling("../bundles")
                        .normalize();
        try (Stream<Path> jars = Files.list(bundles)) {
            return String.join(
                    ":",
                    jars.map(Path::toString)
                            .filter(jar -> jar.matches(".*/org\\.ninelives\\.(api|config)-.*"))
                            .toList());
        }
    }

    private static Path builtJar() throws IOException {
        try (Stream<Path> jars = Files.list(MODULE.resolve("target"))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("build redis-check first"));
        }
    }
}
