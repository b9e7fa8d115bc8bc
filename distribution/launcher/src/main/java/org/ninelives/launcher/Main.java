package org.ninelives.launcher;

import java.io.PrintStream;
import org.ninelives.launcher.log.Logging;
import org.ninelives.launcher.options.CommandLine;
import org.ninelives.launcher.options.Mode;
import org.ninelives.launcher.options.UsageException;

/** The program. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Logging.chooseManager();
        Product.chooseNativeLibrary();
        Product.chooseCarriers();
        System.exit(run(arguments, System.out, System.err));
    }

    /**
     * Does what the arguments ask for.
     *
     * @return the exit status: that of the daemon, or 1 if the command line cannot be followed
     */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        CommandLine line;
        try {
            line = CommandLine.parse(arguments);
        } catch (UsageException e) {
            err.println("ninelived: " + e.getMessage());
            return 1;
        }
        return switch (line.mode()) {
            case HELP -> tell(err, Usage.TEXT);
            case VERSION -> tell(err, Product.TITLE + "\n\n" + Product.FEATURES + "\n");
            case SIGNUM -> tell(out, line.signalNumber() + "\n");
            case RUN, CONFIG_TEST, PRINT_GRAMMAR, PRINT_MANUAL, PRINT_CONFIG, COMMAND ->
                    line.mode() == Mode.RUN && !line.foreground() && !Detached.isThisProcess()
                            ? Detached.start(arguments, line.console(), err)
                            : new Daemon(line).run();
        };
    }

    private static int tell(PrintStream stream, String text) {
        stream.print(text);
        stream.flush();
        return 0;
    }
}
