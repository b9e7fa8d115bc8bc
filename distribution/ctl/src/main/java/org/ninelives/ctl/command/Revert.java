package org.ninelives.ctl.command;

import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.OverridesMXBean;
import org.ninelives.ctl.ExitStatus;
import org.ninelives.ctl.access.UnknownObjectException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code revert}. */
@Command(name = "revert", description = "Takes an override back, or all of them.")
public final class Revert extends Action {

    /** One of the list. */
    static final class One {
        @Parameters(
                index = "0",
                paramLabel = "OVERRIDE",
                description = "such as priority, standby or weight, as 'overrides' shows it")
        private String kind;

        @Parameters(index = "1", paramLabel = "OF", description = "of what, likewise")
        private String subject;
    }

    /** One, or all. */
    static final class Which {
        @ArgGroup(exclusive = false)
        private One one;

        @Option(names = "--all", required = true, description = "takes all back")
        private boolean all;
    }

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Override
    int run(Session session) throws UnknownObjectException {
        OverridesMXBean overrides =
                session.daemon().bean(OverridesMXBean.class, ObjectNames.overrides());
        if (which.all) {
            int count = overrides.revertAll();
            session.answer(count, count + (count == 1 ? " override" : " overrides") + " reverted");
        } else if (overrides.revert(which.one.kind, which.one.subject)) {
            session.answer(true, which.one.kind + " of " + which.one.subject + " reverted");
        } else {
            throw new UnknownObjectException(
                    "no override '%s' of '%s'; 'overrides' lists them"
                            .formatted(which.one.kind, which.one.subject));
        }
        return ExitStatus.DONE;
    }
}
