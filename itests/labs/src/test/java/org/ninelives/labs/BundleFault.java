package org.ninelives.labs;

import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * Something that is wrong with a bundle.
 *
 * @param before what the source says, and {@code after} what it says instead
 * @param headers of the manifest; to lists something is added, other values are replaced
 */
record BundleFault(String before, String after, Map<String, String> headers) {
    static final BundleFault NONE = new BundleFault("", "", Map.of());

    /** Waits, and heeds nothing, not even an interrupt. */
    static final String FOR_EVER =
            "while (true) { java.util.concurrent.locks.LockSupport.park(); Thread.interrupted(); }";

    /** Where a look begins. */
    private static final String LOOK = " String hello =";

    private static final String CLASS = "implements CheckerType {";

    static BundleFault source(String before, String after) {
        return new BundleFault(before, after, Map.of());
    }

    /** This comes first in each look. */
    static BundleFault inLook(String statements) {
        return source(LOOK, statements + LOOK);
    }

    /** This is one more member of the class. */
    static BundleFault inClass(String member) {
        return source(CLASS, CLASS + member);
    }

    /** The bundle does this when it is started and stopped. */
    static BundleFault activator(String start, String stop) {
        String parameter = "(org.osgi.framework.BundleContext context) {";
        return new BundleFault(
                CLASS,
                "implements CheckerType, org.osgi.framework.BundleActivator {"
                        + "@Override public void start"
                        + parameter
                        + start
                        + "} @Override public void stop"
                        + parameter
                        + stop
                        + "}",
                Map.of(
                        "Bundle-Activator",
                        "org.example.redis.RedisCheck",
                        "Import-Package",
                        "org.osgi.framework"));
    }

    static BundleFault header(String name, String value) {
        return new BundleFault("", "", Map.of(name, value));
    }

    /** The same in a bundle of another name. */
    BundleFault named(String symbolicName) {
        return new BundleFault(before, after, Map.of("Bundle-SymbolicName", symbolicName));
    }

    boolean isInSource() {
        return !before.isEmpty();
    }

    /** The source with the fault. */
    String in(String source) {
        if (!source.contains(before)) {
            throw new IllegalStateException("the source of REDIS_CHECK has no " + before);
        }
        return source.replace(before, after);
    }

    /** Puts the headers into a manifest. */
    void mark(Manifest manifest) {
        Attributes attributes = manifest.getMainAttributes();
        headers.forEach(
                (name, value) -> {
                    String old = attributes.getValue(name);
                    boolean isList = old != null && name.startsWith("Import-");
                    attributes.putValue(name, isList ? old + "," + value : value);
                });
    }
}
