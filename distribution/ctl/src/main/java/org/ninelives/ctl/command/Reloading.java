package org.ninelives.ctl.command;

import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.ReloadReport;

/** A command that ends with a report about a configuration. */
abstract class Reloading extends Action {

    @Override
    final int run(Session session) throws Exception {
        ReloadReport report =
                report(
                        session.daemon()
                                .bean(ConfigurationMXBean.class, ObjectNames.configuration()));
        session.answer(report, ReloadText.of(report));
        return ReloadText.status(report);
    }

    abstract ReloadReport report(ConfigurationMXBean configuration) throws Exception;
}
