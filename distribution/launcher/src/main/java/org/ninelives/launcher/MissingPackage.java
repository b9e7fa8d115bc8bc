package org.ninelives.launcher;

import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.framework.BundleException;

/** What a bundle lacks whose classes cannot be wired to those of others. */
final class MissingPackage {

    /** The innermost requirement comes last: what is lacking in the end. */
    private static final Pattern PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([\\w.]+)");

    private MissingPackage() {}

    /** The package that no bundle exports; empty where something else is wrong. */
    static Optional<String> of(BundleException failure) {
        if (failure.getType() != BundleException.RESOLVE_ERROR || failure.getMessage() == null) {
            return Optional.empty();
        }
        return PACKAGE.matcher(failure.getMessage())
                .results()
                .reduce((first, second) -> second)
                .map(found -> found.group(1));
    }
}
