package org.ninelives.daemon;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.configuration.ApplyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out a preparation, section by section in order. */
final class Application {

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private final Preparation preparation;

    Application(Preparation preparation) {
        this.preparation = preparation;
    }

    /** Applies every section, whatever becomes of the others; answers the failures, all logged. */
    List<ApplyException> applyEach() {
        List<ApplyException> failures = new ArrayList<>();
        for (PreparedSection section : preparation.sections()) {
            try {
                apply(section);
            } catch (ApplyException e) {
                LOG.error("{}", e.getMessage());
                failures.add(e);
            }
        }
        return failures;
    }

    /**
     * Applies every section until one fails.
     *
     * @throws ApplyException of the one that failed; those before it are applied
     */
    void applyAll() throws ApplyException {
        for (PreparedSection section : preparation.sections()) {
            apply(section);
        }
    }

    private static void apply(PreparedSection section) throws ApplyException {
        try {
            section.prepared().apply();
        } catch (RuntimeException e) {
            LOG.error("{} failed to apply its configuration", section.name(), e);
            throw new ApplyException(section.name() + " failed with " + e, false, e);
        }
    }
}
