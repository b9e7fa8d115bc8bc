package org.ninelives.script.run;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.ExecuteStreamHandler;
import org.ninelives.api.system.ProgramOutputs;

/**
 * Launches one program and waits for its end. The library's watchdog is not used: it ends the
 * program itself only, not what that has started.
 */
final class GroupExecutor extends DefaultExecutor {

    private static final File ROOT = new File("/");
    private static final File NOTHING = new File("/dev/null");

    private final ProgramOutputs.Output output;
    private final Consumer<Process> started;

    /**
     * Does nothing yet.
     *
     * @param output where both outputs of the program go
     * @param started told at once when it runs
     */
    @SuppressWarnings("deprecation") // The builder makes no subclasses.
    GroupExecutor(ProgramOutputs.Output output, Consumer<Process> started) {
        this.output = output;
        this.started = started;
        setExitValues(null); // Whatever its status, it is an answer.
        setStreamHandler(new NoPumps());
    }

    @Override
    protected Process launch(CommandLine command, Map<String, String> environment, Path folder)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.toStrings());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(ROOT);
        builder.redirectInput(NOTHING);
        builder.redirectErrorStream(true);
        builder.redirectOutput(output.file());
        try {
            Process process = builder.start();
            started.accept(process);
            return process;
        } finally {
            output.handedOver();
        }
    }

    /** The output goes another way. */
    private static final class NoPumps implements ExecuteStreamHandler {

        @Override
        public void setProcessInputStream(OutputStream stream) {}

        @Override
        public void setProcessOutputStream(InputStream stream) {}

        @Override
        public void setProcessErrorStream(InputStream stream) {}

        @Override
        public void start() {}

        @Override
        public void stop() {}
    }
}
