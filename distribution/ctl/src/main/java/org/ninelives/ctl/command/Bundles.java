package org.ninelives.ctl.command;

import java.util.List;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.ctl.ExitStatus;
import picocli.CommandLine.Command;

/** {@code bundles}. */
@Command(name = "bundles", description = "Shows the bundles, and what is wrong with them.")
public final class Bundles extends Action {

    @Override
    int run(Session session) {
        List<String> bundles =
                session.daemon().bean(DaemonMXBean.class, ObjectNames.daemon()).getBundles();
        session.answer(bundles, String.join("\n", bundles));
        return ExitStatus.DONE;
    }
}
