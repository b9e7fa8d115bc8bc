package org.ninelives.ctl.command;

import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.ReloadReport;
import picocli.CommandLine.Command;

/** {@code plan}. */
@Command(
        name = "plan",
        description = "Shows what a reload would change; ends with 1 if it would be refused.")
public final class Plan extends Reloading {

    @Override
    ReloadReport report(ConfigurationMXBean configuration) {
        return configuration.plan();
    }
}
