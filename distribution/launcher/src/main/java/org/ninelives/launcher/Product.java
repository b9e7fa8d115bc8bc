package org.ninelives.launcher;

import java.io.File;

/** Which product this is, and where it lies. */
final class Product {

    /** As in the launcher's manifest. */
    static final String VERSION = version();

    static final String TITLE = "Keepalived v2.4 compatible Ninelives " + VERSION;

    /** Of keepalived's options that may be missing those that are here; monitors look for them. */
    static final String FEATURES =
            "configure options: --enable-bfd --enable-dbus --enable-json --enable-regex"
                    + " --enable-snmp --enable-snmp-rfcv2 --enable-snmp-rfcv3";

    private static final File HOME = new File(System.getProperty("ninelives.home", "."));

    private Product() {}

    /** The folder of the unpacked product; the current one where nothing tells. */
    static File home() {
        return HOME;
    }

    /**
     * Points JNA to its native half in the product, so that it need not be unpacked at each start.
     * For a processor that is not there, JNA takes it from its jar.
     */
    static void chooseNativeLibrary() {
        String processor = System.getProperty("os.arch").replace("amd64", "x86-64");
        File folder = new File(HOME, "lib/native/com/sun/jna/linux-" + processor);
        System.setProperty("jna.boot.library.path", folder.getPath());
        // A JNA that the distribution installed has another version.
        System.setProperty("jna.nosys", "true");
    }

    /**
     * Has half the processors run virtual threads. These only wait for the network here, by the
     * thousand: to wake one more processor for each few of them costs more than what they do.
     */
    static void chooseCarriers() {
        int processors = Runtime.getRuntime().availableProcessors();
        System.getProperties()
                .putIfAbsent(
                        "jdk.virtualThreadScheduler.parallelism",
                        Integer.toString(Math.max(1, processors / 2)));
    }

    private static String version() {
        String version = Product.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
