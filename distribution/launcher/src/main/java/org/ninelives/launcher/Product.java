package org.ninelives.launcher;

import java.io.File;

/** Which product this is, and where it lies. */
final class Product {

    /** As in the launcher's manifest. */
    static final String VERSION = version();

    static final String TITLE = "Keepalived v2.4 compatible Ninelives " + VERSION;

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

    private static String version() {
        String version = Product.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
