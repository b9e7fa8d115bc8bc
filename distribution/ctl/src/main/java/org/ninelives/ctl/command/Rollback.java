package org.ninelives.ctl.command;

import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.ReloadReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rollback}. */
@Command(
        name = "rollback",
        description = "Goes back to a configuration that ran before; the file stays as it is.")
public final class Rollback extends Reloading {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NUMBER",
            description = "as 'history' shows it; the one before unless told otherwise")
    private long number;

    @Override
    ReloadReport report(ConfigurationMXBean configuration) {
        return number == 0 ? configuration.rollback() : configuration.rollback(number);
    }
}
