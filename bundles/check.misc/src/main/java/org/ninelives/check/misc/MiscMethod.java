package org.ninelives.check.misc;

import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Probe;
import org.ninelives.api.check.ProbeCost;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.api.system.ExhaustedException;

/**
 * A look at a server by a command.
 *
 * @param runner the same for all of them
 */
record MiscMethod(MiscCommand command, MiscRunner runner) implements ProbeMethod {

    @Override
    public CheckResult run(Probe probe) throws ExhaustedException, InterruptedException {
        return runner.run(command, probe);
    }

    @Override
    public ProbeCost cost() {
        return ProbeCost.PROCESS;
    }

    @Override
    public String words(CheckResult result, CheckKey check) {
        return MiscCommand.of(check, result.reason());
    }
}
