package org.ninelives.dropin.engine;

import java.io.IOException;
import org.ninelives.dropin.core.Outcome;
import org.osgi.framework.BundleException;

/** What went wrong with a bundle, for an operator. */
final class Failure {

    private Failure() {}

    /** A full disk may have room again; what the bundle itself does wrong stays. */
    static Outcome of(BundleException e) {
        Throwable root = root(e);
        if (root instanceof OutOfMemoryError) {
            return new Outcome.Passing(words(root));
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException failed
                    && e.getType() != BundleException.ACTIVATOR_ERROR) {
                return new Outcome.Passing(
                        "it cannot be written to the working folder of the daemon: "
                                + Folder.reason(failed));
            }
        }
        return e.getType() == BundleException.MANIFEST_ERROR
                ? new Outcome.Refused("its manifest is wrong: " + words(root))
                : new Outcome.Failed(words(root));
    }

    static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }

    /** Exceptions of the framework say all in their message; of others the type says as much. */
    static String words(Throwable e) {
        return e instanceof BundleException && e.getMessage() != null
                ? e.getMessage()
                : e.toString();
    }
}
