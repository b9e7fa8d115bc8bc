package org.ninelives.daemon;

import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.ConfigSection.Prepared;

/**
 * A section and what it is ready to do.
 *
 * @param section the section
 * @param prepared its part of the plan
 */
record PreparedSection(ConfigSection section, Prepared prepared) {

    /** The section for messages: keywords are its name to the operator. */
    String name() {
        return section.getClass().getSimpleName();
    }
}
