package org.ninelives.bfd.settings;

import java.util.List;
import org.ninelives.api.system.ThreadSettings;

/**
 * All that a configuration says about BFD.
 *
 * @param instances in the order of the file
 * @param thread how the kernel shall treat the thread of the sessions
 */
public record BfdSettings(List<InstanceSettings> instances, ThreadSettings thread) {

    /** No session at all. */
    public static final BfdSettings NONE = new BfdSettings(List.of(), ThreadSettings.DEFAULT);

    public BfdSettings {
        instances = List.copyOf(instances);
    }
}
