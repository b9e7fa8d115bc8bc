package org.ninelives.labs;

import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * Something that is wrong with a bundle.
 *
 * @param before what the source says, and {@code after} what it says instead
 * @param headers of the manifest, {@code NAME: VALUE} a line; to lists something is added, other
 *     values are replaced
 */
record BundleFault(String before, String after, String headers) {
    static final BundleFault NONE = new BundleFault("", "", "");

    /** Waits, and heeds nothing, not even an interrupt. */
    static final String FOR_EVER =
            "while (true) { java.util.concurrent.locks.LockSupport.park(); Thread.interrupted(); }";

    /** Where a look begins. */
    private static final String LOOK = " String hello =";

    private static final String CLASS = "implements CheckerType {";

    static BundleFault source(String before, String after) {
        return new BundleFault(before, after, "");
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
                "Bundle-Activator: org.example.redis.RedisCheck\n"
                        + "Import-Package: org.osgi.framework");
    }

    static BundleFault header(String name, String value) {
        return new BundleFault("", "", name + ": " + value);
    }

    /** The same in a bundle of another name. */
    BundleFault named(String symbolicName) {
        return new BundleFault(before, after, "Bundle-SymbolicName: " + symbolicName);
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
        for (String header : headers.lines().toList()) {
            String[] parts = header.split(": ", 2);
            String old = attributes.getValue(parts[0]);
            boolean isList = old != null && parts[0].startsWith("Import-");
            attributes.putValue(parts[0], isList ? old + "," + parts[1] : parts[1]);
        }
    }
}
