package org.ninelives.script.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRun;
import org.ninelives.api.system.ProcessGroups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each run its turn. Its state belongs to one thread, which never waits for a script. */
final class Runner implements Run.Host, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    /** Generous for scripts that wait for the network; a machine in trouble gets no worse. */
    static final int RUNNING_MAX = 256;

    /** Some runs of each script that a large configuration has. */
    static final int WAITING_MAX = 1024;

    private static final String STOPPING = "the daemon stops";

    /**
     * Many scripts are due at the same moment. If all were launched at once, the threads that send
     * adverts would have to share the processors with them.
     */
    private static final int LAUNCHING_MAX =
            Math.max(2, Runtime.getRuntime().availableProcessors());

    /** A launch that hangs, such as by a network file system, does not hold up the others. */
    private static final Duration LAUNCH_TIME = Duration.ofSeconds(1);

    private static final long COMPLAINT_EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** A little more than a run is given after the polite signal. */
    private static final long STOP_SECONDS_MAX = 3;

    private final ProcessGroups groups;
    private final Guard guard;
    private final Attempt attempt;
    private final ScheduledThreadPoolExecutor thread;
    private final ExecutorService workers;
    private final Set<Run> running = new LinkedHashSet<>();
    private final Set<Run> launching = new HashSet<>();
    private final Deque<Run> waiting = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Optional<Long> complainedNanos = Optional.empty();
    private boolean stopping;

    Runner(ProcessGroups groups, Guard guard, Attempt attempt) {
        this.groups = groups;
        this.guard = guard;
        this.attempt = attempt;
        thread =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("scripts").factory());
        thread.setRemoveOnCancelPolicy(true);
        // Here, so that it has the niceness of this thread rather than that of a loop.
        thread.prestartAllCoreThreads();
        workers =
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("script").factory());
    }

    ScriptRun start(ScriptJob job, Consumer<ScriptOutcome> told) {
        Run run = new Run(this, job, told);
        try {
            thread.execute(() -> perform(() -> admit(run)));
        } catch (RejectedExecutionException e) {
            told.accept(
                    new ScriptOutcome(
                            new ScriptEnd.Withheld(STOPPING),
                            OptionalLong.empty(),
                            Duration.ZERO,
                            List.of()));
        }
        return run;
    }

    private void admit(Run run) {
        if (stopping) {
            run.withheld(STOPPING);
        } else if (waiting.size() < WAITING_MAX) {
            waiting.add(run);
            launchNext();
        } else {
            complain("and too many wait for their turn");
            run.withheld(RUNNING_MAX + " scripts run and " + WAITING_MAX + " wait for their turn");
        }
    }

    private void launchNext() {
        while (!waiting.isEmpty() && launching.size() < LAUNCHING_MAX) {
            if (running.size() >= RUNNING_MAX) {
                complain("more wait for their turn");
                return;
            }
            launch(waiting.remove());
        }
    }

    private void launch(Run run) {
        running.add(run);
        launching.add(run);
        after(LAUNCH_TIME, () -> launched(run));
        workers.execute(() -> attempt.make(run, this));
    }

    private void launched(Run run) {
        if (launching.remove(run) && !stopping) {
            launchNext();
        }
    }

    private void complain(String consequence) {
        long now = System.nanoTime();
        if (complainedNanos.isEmpty() || now - complainedNanos.get() >= COMPLAINT_EVERY_NANOS) {
            complainedNanos = Optional.of(now);
            LOG.warn(
                    "{} scripts run at once, {}; give them timeouts, or longer intervals",
                    RUNNING_MAX,
                    consequence);
        }
    }

    @Override
    public void post(Runnable work) {
        try {
            thread.execute(() -> perform(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("Came after the runner of scripts had stopped", e);
        }
    }

    private static void perform(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("A step of a script was left out", e);
        }
    }

    @Override
    public Runnable after(Duration delay, Runnable work) {
        Future<?> planned =
                thread.schedule(() -> perform(work), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> planned.cancel(false);
    }

    @Override
    public ProcessGroups groups() {
        return groups;
    }

    @Override
    public void began(Run run, long group) {
        guard.add(group);
        launched(run);
    }

    @Override
    public void left(long group) {
        guard.remove(group);
    }

    @Override
    public void withdrawn(Run run) {
        if (waiting.remove(run)) {
            run.withdrawn();
        }
    }

    @Override
    public void ended(Run run) {
        running.remove(run);
        launching.remove(run);
        if (!stopping) {
            launchNext();
        } else if (running.isEmpty()) {
            stopped.countDown();
        }
    }

    /** Ends all runs and waits for that, a few seconds at most. */
    @Override
    public void close() {
        post(this::stop);
        try {
            if (!stopped.await(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                LOG.warn("There are scripts that do not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.shutdownNow();
        workers.shutdown();
        guard.close();
    }

    private void stop() {
        stopping = true;
        List.copyOf(waiting).forEach(run -> run.endByForce(new ScriptEnd.Killed()));
        List.copyOf(running).forEach(run -> run.endByForce(new ScriptEnd.Killed()));
        if (running.isEmpty()) {
            stopped.countDown();
        }
    }
}
