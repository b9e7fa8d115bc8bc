package org.ninelives.ctl.command;

import java.util.List;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.OverridesMXBean;
import org.ninelives.ctl.ExitStatus;
import picocli.CommandLine.Command;

/** {@code overrides}. */
@Command(name = "overrides", description = "Shows what was set by hand, by whom and until when.")
public final class Overrides extends Action {

    @Override
    int run(Session session) {
        List<OverrideStatus> overrides =
                session.daemon()
                        .bean(OverridesMXBean.class, ObjectNames.overrides())
                        .getOverrides();
        session.answer(
                overrides,
                overrides.isEmpty()
                        ? "nothing is overridden"
                        : OverviewText.overrides(overrides, System.currentTimeMillis()).toString());
        return ExitStatus.DONE;
    }
}
