package org.ninelives.testkit.mutants;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes of the bundle and its tests once more, one of them compiled from another source. */
final class MutantWorld extends ClassLoader {

    private final String bundle;
    private final Map<String, byte[]> compiled;

    private MutantWorld(String bundle, Map<String, byte[]> compiled) {
        super(MutantWorld.class.getClassLoader());
        this.bundle = bundle;
        this.compiled = compiled;
    }

    /** The simulation in which this mutant runs: takes a seed, answers what is wrong or nothing. */
    @SuppressWarnings("unchecked") // It is the same class from another loader.
    static LongFunction<String> simulationOf(
            Mutant mutant, Class<? extends LongFunction<String>> simulation)
            throws IOException, ReflectiveOperationException {
        MutantWorld world = new MutantWorld(mutant.bundle(), compile(mutant));
        return (LongFunction<String>)
                world.loadClass(simulation.getName()).getDeclaredConstructor().newInstance();
    }

    private static Map<String, byte[]> compile(Mutant mutant) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> complaints = new DiagnosticCollector<>();
        Map<String, byte[]> classes = new HashMap<>();
        try (JavaFileManager files =
                new MemoryFiles(compiler.getStandardFileManager(complaints, null, null), classes)) {
            boolean done =
                    compiler.getTask(
                                    null,
                                    files,
                                    complaints,
                                    List.of("-proc:none", "-classpath", classPath()),
                                    null,
                                    List.of(new Source(mutant)))
                            .call();
            if (!done) {
                throw new IllegalArgumentException(
                        mutant + " does not compile: " + complaints.getDiagnostics());
            }
        }
        return classes;
    }

    /** Surefire may hide the class path of tests in the manifest of a jar. */
    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(bundle + ".")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = compiled.containsKey(name) ? compiled.get(name) : original(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] original(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        try (InputStream in = getParent().getResourceAsStream(file)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The changed source. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(Mutant mutant) throws IOException {
            super(URI.create("mutant:///" + mutant.type() + ".java"), Kind.SOURCE);
            text = mutant.source();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what is compiled in memory. */
    private static final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, byte[]> classes;

        MemoryFiles(JavaFileManager files, Map<String, byte[]> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mutant:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classes.put(name, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
