package org.ninelives.launcher.dropin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file of the folder, and the bundle that was made of it. */
final class DropIn {

    private static final Logger LOG = LoggerFactory.getLogger(DropIn.class);

    private final Path file;
    private Optional<Bundle> bundle = Optional.empty();
    private Stamp seen = Stamp.NONE;
    private Stamp taken = Stamp.NONE;

    DropIn(Path file) {
        this.file = file;
    }

    /**
     * Takes over what the file holds now.
     *
     * @param atOnce whether it is so even if the file was another at the last look: whoever copies
     *     it may not be done
     * @return whether anything was taken
     */
    boolean look(BundleContext context, boolean atOnce) {
        Stamp now = Stamp.of(file);
        boolean settled = now.equals(seen);
        seen = now;
        if (now.equals(taken) || (!settled && !atOnce)) {
            return false;
        }
        taken = now;
        Optional<String> objection = Ownership.objection(file);
        if (objection.isPresent()) {
            LOG.error("{} is not used: {}", file, objection.get());
            return false;
        }
        return take(context);
    }

    private boolean take(BundleContext context) {
        try (InputStream content = Files.newInputStream(file)) {
            if (bundle.isPresent()) {
                bundle.get().update(content);
                LOG.info("{} is updated to {}", file, name());
            } else {
                bundle = Optional.of(context.installBundle(file.toUri().toString(), content));
            }
            return true;
        } catch (IOException | BundleException e) {
            LOG.error("{} is not used: {}", file, e.getMessage());
            return false;
        }
    }

    /** Starts what is not running. */
    void start() {
        if (bundle.isEmpty() || bundle.get().getState() == Bundle.ACTIVE) {
            return;
        }
        try {
            bundle.get().start();
            LOG.info("{} is started: {}", file, name());
        } catch (BundleException e) {
            LOG.error("{} does not start: {}", file, e.getMessage());
        }
    }

    /** The file is gone, and so is the bundle. */
    void remove() {
        if (bundle.isEmpty()) {
            return;
        }
        try {
            bundle.get().uninstall();
            LOG.info("{} is gone, and {} with it", file, name());
        } catch (BundleException e) {
            LOG.error("{} is gone, but {} does not go: {}", file, name(), e.getMessage());
        }
    }

    private String name() {
        return bundle.map(one -> one.getSymbolicName() + " " + one.getVersion()).orElse("nothing");
    }
}
