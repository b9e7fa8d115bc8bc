package org.ninelives.lvs.engine;

import org.ninelives.api.check.CheckEngine;
import org.ninelives.api.ipvs.FwmarkTables;
import org.ninelives.api.ipvs.IpvsKernel;

/**
 * What the virtual servers need of the world.
 *
 * @param releases whether the table of the kernel is cleared away at the stop
 */
public record Surroundings(
        IpvsKernel kernel,
        FwmarkTables marks,
        CheckEngine checks,
        Listener listener,
        boolean releases) {

    /** The same with another who hears. */
    Surroundings withListener(Listener other) {
        return new Surroundings(kernel, marks, checks, other, releases);
    }
}
