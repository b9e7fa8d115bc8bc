package org.ninelives.ctl.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.ParentCommand;

/** A command that needs a daemon. */
abstract class Action implements Callable<Integer> {

    @ParentCommand private Session.Source source;

    @Override
    public final Integer call() throws Exception {
        try (Session session = source.session()) {
            return run(session);
        }
    }

    /**
     * Does it.
     *
     * @return how the process ends
     * @throws Exception if it cannot be done; its message is for the operator
     */
    abstract int run(Session session) throws Exception;
}
