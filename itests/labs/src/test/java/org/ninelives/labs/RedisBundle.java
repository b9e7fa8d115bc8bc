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
    AS_BUILT(BundleFault.NONE),
    /** Wants another answer than a Redis server gives. */
    CHANGED(BundleFault.source("reply.equals(\"+PONG\")", "reply.equals(\"+PANG\")")),
    THROWS(BundleFault.inLook("if (true) { throw new IllegalStateException(\"broken\"); }")),
    /** Holds a processor, and heeds nothing. */
    HANGS(BundleFault.inLook("while (probe != null) { Thread.onSpinWait(); }")),
    /** Leaves a megabyte and a thread behind with each look. */
    LEAKS(
            BundleFault.inLook(
                    "byte[] lost = new byte[1 << 20];"
                            + " Thread.ofPlatform().daemon().start(() -> { while (true) {"
                            + " try { Thread.sleep(60_000); } catch (InterruptedException e) { }"
                            + " lost[0]++; } });")),
    NEEDS_A_MISSING_PACKAGE(BundleFault.header("Import-Package", "org.missing")),
    NEEDS_A_LATER_JAVA(
            BundleFault.header(
                    "Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"")),
    HAS_A_NAME_OF_THE_PRODUCT(BundleFault.NONE.named("org.ninelives.check.tcp")),
    /** Another bundle that brings the same keyword. */
    TWIN(BundleFault.NONE.named("twin-check")),
    THROWS_IN_ITS_START(
            BundleFault.activator(
                    "if (true) { throw new IllegalStateException(\"broken\"); }", "")),
    BLOCKS_IN_ITS_START(BundleFault.activator(BundleFault.FOR_EVER, "")),
    BLOCKS_IN_ITS_STOP(BundleFault.activator("", BundleFault.FOR_EVER)),
    LEAVES_THREADS(
            BundleFault.activator(
                    "for (int i = 0; i < 50; i++) { new Thread(() -> {"
                            + BundleFault.FOR_EVER
                            + "}).start(); }",
                    "")),
    /** A component that blocks when it is made, in a bundle of its own name. */
    BLOCKS_IN_ITS_CONSTRUCTOR(
            BundleFault.inClass("public RedisCheck() {" + BundleFault.FOR_EVER + "}")
                    .named("slow-check"));

    private static final Path MODULE = Path.of("../redis-check").toAbsolutePath().normalize();
    private static final String SOURCE = "org/example/redis/RedisCheck.java";

    private final String before;
    private final String after;
    private final String headers;

    RedisBundle(BundleFault fault) {
        before = fault.before();
        after = fault.after();
        headers = fault.headers();
    }

    private BundleFault fault() {
        return new BundleFault(before, after, headers);
    }

    /** Puts it where the daemon looks, as a whole. */
    void drop(Path folder) {
        drop(folder, "redis.jar");
    }

    /** Puts it there by another name. */
    void drop(Path folder, String name) {
        try {
            Path draft = Files.createTempFile(folder, "redis", ".draft");
            write(draft);
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version that all of them have, as the log spells it: that of the build. */
    static String version() {
        try (JarFile built = new JarFile(builtJar().toFile())) {
            return built.getManifest().getMainAttributes().getValue("Bundle-Version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file) throws IOException {
        try (JarFile built = new JarFile(builtJar().toFile())) {
            Manifest manifest = built.getManifest();
            fault().mark(manifest);
            try (OutputStream out = Files.newOutputStream(file);
                    JarOutputStream jar = new JarOutputStream(out, manifest)) {
                Path classes =
                        !fault().isInSource() ? null : compile(file.resolveSibling("classes"));
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
        // The annotation is for the build of the descriptor, which stays as it was built.
        String broken =
                fault().in(source).replaceAll("(?m)^(@Component|import org\\.osgi\\..*)$", "");
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

    /**
     * What of the product a checker is compiled against, and a bundle that does more than check.
     */
    private static String contracts() throws IOException {
        Path product =
                Path.of(Implementation.NINELIVES.program().getFirst())
                        .resolveSibling("..")
                        .normalize();
        try (Stream<Path> jars = Files.walk(product, 2)) {
            return String.join(
                    ":",
                    jars.map(Path::toString)
                            .filter(
                                    jar ->
                                            jar.matches(
                                                    ".*/org\\.(ninelives\\.(api|config)"
                                                            + "|apache\\.felix\\.framework)-.*"))
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
