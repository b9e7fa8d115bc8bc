package org.ninelives.script.run;

import java.io.IOException;
import java.util.Map;
import org.apache.commons.exec.CommandLine;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.system.ProgramOutputs;
import org.ninelives.api.system.SystemException;
import org.ninelives.script.check.Inspector;
import org.ninelives.script.check.RefusedException;
import org.ninelives.script.check.RunnableScript;

/** Runs a script to its end on the thread that calls, right after it was checked once more. */
final class Attempt {

    private final Inspector inspector;
    private final CommandLines commandLines;
    private final ProgramOutputs outputs;
    private final Map<String, String> environment;

    Attempt(
            Inspector inspector,
            CommandLines commandLines,
            ProgramOutputs outputs,
            Map<String, String> environment) {
        this.inspector = inspector;
        this.commandLines = commandLines;
        this.outputs = outputs;
        this.environment = environment;
    }

    /** Tells the runner what becomes of a run. */
    void make(Run run, Run.Host host) {
        try {
            launch(run, host);
        } catch (SystemException e) {
            refuse(run, host, e.isExhaustion(), e.getMessage());
        } catch (RefusedException e) {
            fail(run, host, e.getMessage());
        } catch (IOException e) {
            refuse(run, host, Exhaustion.isToldBy(e), e.toString());
        } catch (OutOfMemoryError e) {
            refuse(run, host, true, e.toString());
        } catch (RuntimeException e) {
            fail(run, host, e.toString());
        } catch (LinkageError e) {
            // JNA cannot unpack or load its library, or the C library lacks a function.
            fail(run, host, "the C library cannot be called: " + e);
        }
    }

    private void launch(Run run, Run.Host host)
            throws RefusedException, SystemException, IOException {
        ScriptJob job = run.job();
        RunnableScript script = inspector.inspect(job.script(), job.rules());
        CommandLine line = commandLines.of(script, job.extraWords(), job.networkNamespace());
        ProgramOutputs.Output output = outputs.open();
        GroupExecutor executor =
                new GroupExecutor(
                        output,
                        process -> {
                            long nanos = System.nanoTime();
                            host.post(() -> run.started(process, nanos));
                        });
        int status = executor.execute(line, ScriptEnvironment.of(environment, job.environment()));
        output.finish(tail -> host.post(() -> run.exited(status, OutputLines.last(tail))));
    }

    /** Where this machine has run out of something, that says nothing about the script. */
    private static void refuse(Run run, Run.Host host, boolean isExhaustion, String reason) {
        if (isExhaustion) {
            host.post(() -> run.withheld(reason));
        } else {
            fail(run, host, reason);
        }
    }

    private static void fail(Run run, Run.Host host, String reason) {
        host.post(() -> run.failed(reason));
    }
}
