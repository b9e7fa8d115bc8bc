package org.ninelives.ctl;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;

/** The entry of {@code ninelivesctl}. */
public final class Main {

    private Main() {}

    /** Ends the process with an {@link ExitStatus}. */
    public static void main(String[] arguments) {
        Path etc = Path.of(System.getProperty("ninelives.etc", "/etc/ninelives"));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = commandLine(etc).setOut(out).setErr(err).execute(arguments);
        out.flush();
        System.exit(status);
    }

    /**
     * The commands with how they fail.
     *
     * @param etc folder of the settings of the daemon on this machine
     */
    static CommandLine commandLine(Path etc) {
        CommandLine commandLine = new CommandLine(new Ctl(etc));
        // A broken line of input is no failure of the daemon: both have a status of their own.
        return commandLine
                .setExecutionExceptionHandler(new Failures())
                .setExitCodeExceptionMapper(Failures::status)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }
}
