package org.ninelives.ctl;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** The entry of {@code ninelivesctl}. */
public final class Main {

    private Main() {}

    /** Ends the process with an {@link ExitStatus}. */
    public static void main(String[] arguments) {
        Path etc = Path.of(System.getProperty("ninelives.etc", "/etc/ninelives"));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = execute(etc, out, err, arguments);
        out.flush();
        System.exit(status);
    }

    /** Does what the words say, and answers an {@link ExitStatus}. */
    static int execute(Path etc, PrintWriter out, PrintWriter err, String... words) {
        CommandLine meant = commandLine(etc, Commands.meant(List.of(words)));
        CommandLine.IParameterExceptionHandler usual = meant.getParameterExceptionHandler();
        meant.setParameterExceptionHandler(
                (wrong, same) ->
                        wrong.getCommandLine().equals(meant)
                                // What is told then is about all commands.
                                ? commandLine(etc, Commands.all())
                                        .setOut(out)
                                        .setErr(err)
                                        .execute(same)
                                : usual.handleParseException(wrong, same));
        return meant.setOut(out).setErr(err).execute(words);
    }

    /**
     * Commands with how they fail.
     *
     * @param etc folder of the settings of the daemon on this machine
     * @param names which commands
     */
    static CommandLine commandLine(Path etc, Set<String> names) {
        CommandLine commandLine = new CommandLine(new Ctl(etc));
        Commands.addTo(commandLine, names);
        // A broken line of input is no failure of the daemon: both have a status of their own.
        return commandLine
                .setExecutionExceptionHandler(new Failures())
                .setExitCodeExceptionMapper(Failures::status)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }
}
