package org.ninelives.api.command;

import java.io.PrintStream;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something the daemon does once, on the command line, instead of running. Publish one in the
 * service registry; the daemon calls the one that is asked for and ends with its status.
 */
@ConsumerType
public interface Command {

    /** The option that asks for it, without dashes: {@code check-once}. */
    String name();

    /**
     * Does it. Nothing else of the daemon runs meanwhile.
     *
     * @param arguments what follows the option
     * @param out for what was asked for
     * @param err for what went wrong
     * @return the exit status, 0 for good
     */
    int run(List<String> arguments, PrintStream out, PrintStream err) throws InterruptedException;
}
