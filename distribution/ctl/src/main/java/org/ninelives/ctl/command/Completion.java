package org.ninelives.ctl.command;

import java.util.concurrent.Callable;
import org.ninelives.ctl.ExitStatus;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}. */
@Command(
        name = "completion",
        description = "Prints a script for bash: source <(ninelivesctl completion)")
public final class Completion implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("ninelivesctl", spec.parent().commandLine()));
        spec.commandLine().getOut().flush();
        return ExitStatus.DONE;
    }
}
