package org.ninelives.script.run;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRun;
import org.ninelives.api.system.ProcessGroups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run. All but {@link #kill} happens on the thread of the runner. */
final class Run implements ScriptRun {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    /** From the polite signal to the other one, as keepalived has it. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A process in the midst of a system call cannot end before that does. */
    private static final Duration KILL_AGAIN = Duration.ofSeconds(10);

    /** What a run asks of its runner. */
    interface Host {

        void post(Runnable work);

        /** Runs work later, unless the answer is run before. */
        Runnable after(Duration delay, Runnable work);

        ProcessGroups groups();

        /** It has been launched and leads a process group. */
        void began(Run run, long group);

        /** There is nobody in the group who is to be ended. */
        void left(long group);

        /** It shall not run, and waits perhaps still. */
        void withdrawn(Run run);

        /** It is over. */
        void ended(Run run);
    }

    private final Host host;
    private final ScriptJob job;
    private final Consumer<ScriptOutcome> told;
    private Process process;
    private long startNanos;
    private ScriptEnd forced;
    private Runnable cancelNext = () -> {};
    private boolean over;

    Run(Host host, ScriptJob job, Consumer<ScriptOutcome> told) {
        this.host = host;
        this.job = job;
        this.told = told;
    }

    ScriptJob job() {
        return job;
    }

    @Override
    public void kill() {
        host.post(() -> endByForce(new ScriptEnd.Killed()));
    }

    void started(Process started, long nanos) {
        process = started;
        startNanos = nanos;
        host.began(this, process.pid());
        if (forced != null) {
            terminate();
        } else if (!job.timeout().isZero()) {
            cancelNext =
                    host.after(
                            job.timeout(), () -> endByForce(new ScriptEnd.TimedOut(job.timeout())));
        }
    }

    /** Once; where it has not begun to run yet, it ends as soon as it does. */
    void endByForce(ScriptEnd reason) {
        if (over || forced != null) {
            return;
        }
        forced = reason;
        if (process == null) {
            host.withdrawn(this);
        } else {
            terminate();
        }
    }

    private void terminate() {
        if (!host.groups().terminate(process.pid())) {
            process.destroy();
        }
        killLater(PATIENCE);
    }

    private void killLater(Duration patience) {
        cancelNext.run();
        cancelNext = host.after(patience, this::killGroup);
    }

    private void killGroup() {
        long group = process.pid();
        boolean some = host.groups().kill(group);
        if (over) {
            host.left(group);
            return;
        }
        if (!some) {
            process.destroyForcibly();
        }
        LOG.warn("{} takes no notice of SIGTERM, sending SIGKILL", job.label());
        killLater(KILL_AGAIN);
    }

    /** It could not be run. */
    void failed(String reason) {
        over(forced != null ? forced : new ScriptEnd.NotStarted(reason), List.of());
    }

    /** It shall not be run. */
    void withheld(String reason) {
        over(forced != null ? forced : new ScriptEnd.Withheld(reason), List.of());
    }

    /** It was ended before it was its turn. */
    void withdrawn() {
        over(forced, List.of());
    }

    /**
     * It has ended.
     *
     * @param status as the JVM tells it: 128 and its number for a signal
     */
    void exited(int status, List<String> output) {
        over(forced != null ? forced : end(status), output);
    }

    private static ScriptEnd end(int status) {
        int signal = status - 128;
        return signal >= 1 && signal <= 64
                ? new ScriptEnd.Signalled(signal)
                : new ScriptEnd.Exited(status);
    }

    private void over(ScriptEnd end, List<String> output) {
        over = true;
        Duration duration = Duration.ZERO;
        OptionalLong pid = OptionalLong.empty();
        if (process != null) {
            duration = Duration.ofNanos(System.nanoTime() - startNanos);
            pid = OptionalLong.of(process.pid());
            leave();
        }
        host.ended(this);
        ScriptOutcome outcome = new ScriptOutcome(end, pid, duration, output);
        LOG.trace("{} {}", job.label(), outcome);
        try {
            told.accept(outcome);
        } catch (RuntimeException e) {
            LOG.error("The outcome of {} was not handled", job.label(), e);
        }
    }

    /** Whoever of a run that ended by force is still there gets the rest of its patience. */
    private void leave() {
        if (forced != null && host.groups().exists(process.pid())) {
            return;
        }
        cancelNext.run();
        host.left(process.pid());
    }
}
