package org.ninelives.dropin.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.ninelives.dropin.engine.Checksums;

/**
 * Where bundles are dropped in, and which are believed.
 *
 * @param folder an absolute path
 * @param checksums {@code required} where only files are used that the list of checksums has, or
 *     {@code optional}
 * @param running whether the daemon runs on; otherwise it answers one question and ends
 */
record DropInSettings(Path folder, String checksums, boolean running) {

    private static final String CHECKSUMS = "ninelives.bundles.checksums";

    private static final String REQUIRED = "required";
    private static final String OPTIONAL = "optional";

    /**
     * Reads {@code ninelives.bundles.folder}, {@code ninelives.bundles.checksums}, {@code
     * ninelives.home} and {@code ninelives.mode}.
     *
     * @param properties answers the value of a property or {@code null}
     */
    static DropInSettings from(Function<String, String> properties) {
        String folder = value(properties, "ninelives.bundles.folder", "");
        String home = value(properties, "ninelives.home", ".");
        return new DropInSettings(
                (folder.isEmpty() ? Path.of(home, "bundles.d") : Path.of(folder)).toAbsolutePath(),
                value(properties, CHECKSUMS, OPTIONAL),
                value(properties, "ninelives.mode", "run").equals("run"));
    }

    /** What is wrong with the settings, a sentence for the operator. */
    Optional<String> objection() {
        return checksums.equals(REQUIRED) || checksums.equals(OPTIONAL)
                ? Optional.empty()
                : Optional.of(
                        CHECKSUMS
                                + ": '"
                                + checksums
                                + "' is neither "
                                + OPTIONAL
                                + " nor "
                                + REQUIRED
                                + "; checksums are required");
    }

    /** Whoever misspells a word of safety wants to be safe. */
    boolean checksumsRequired() {
        return !checksums.equals(OPTIONAL);
    }

    /** The list of digests, and whether a file must be in it. */
    Checksums checksumList() {
        return Checksums.in(folder, checksumsRequired());
    }

    private static String value(
            Function<String, String> properties, String name, String otherwise) {
        String value = properties.apply(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
