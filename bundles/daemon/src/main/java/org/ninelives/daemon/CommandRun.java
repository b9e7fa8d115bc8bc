package org.ninelives.daemon;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.command.Command;

/** Does the one thing that the daemon was asked for on the command line. */
final class CommandRun {

    private final List<Command> commands;

    /** Of commands that bundles bring. */
    CommandRun(List<Command> commands) {
        this.commands = commands;
    }

    /**
     * Runs one.
     *
     * @param name as of {@link Command#name}
     * @return the status to end with
     */
    int run(String name, List<String> arguments, PrintStream out, PrintStream err) {
        Optional<Command> found =
                commands.stream().filter(command -> command.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            err.println("ninelived: no bundle that is installed provides --" + name);
            return ExitStatus.FATAL;
        }
        try {
            return found.get().run(arguments, out, err);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("ninelived: --" + name + " was interrupted");
            return ExitStatus.FATAL;
        } catch (RuntimeException | LinkageError e) {
            // Whatever a plug-in throws, the process ends with a status.
            err.println("ninelived: --" + name + " failed: " + e);
            return ExitStatus.FATAL;
        } finally {
            out.flush();
        }
    }
}
