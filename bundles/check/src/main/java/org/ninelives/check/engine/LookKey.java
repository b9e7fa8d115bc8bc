package org.ninelives.check.engine;

import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckSchedule;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.api.system.ConnectTarget;

/**
 * What makes two checks the same look.
 *
 * @param network the way to the target
 */
record LookKey(
        String keyword,
        ProbeMethod method,
        ConnectTarget target,
        CheckSchedule schedule,
        boolean alpha,
        Network network) {

    static LookKey of(Check.Probed check, Network network) {
        return new LookKey(
                check.keyword(),
                check.method(),
                check.target(),
                check.schedule(),
                check.alpha(),
                network);
    }
}
