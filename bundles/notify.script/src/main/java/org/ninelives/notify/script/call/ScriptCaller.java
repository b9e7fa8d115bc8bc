package org.ninelives.notify.script.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.management.NotifierBean;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRun;
import org.ninelives.api.script.Scripts;
import org.ninelives.notify.script.core.Notice;
import org.ninelives.notify.script.core.ScriptQueue;
import org.ninelives.notify.script.settings.NotifySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the scripts of all virtual routers, sync groups, virtual servers and real servers. Safe for
 * use by several threads.
 */
public final class ScriptCaller {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptCaller.class);

    private final Scripts scripts;
    private final Map<String, ScriptQueue> queues = new HashMap<>();
    private final Crowd stopping = new Crowd();
    private final NotifierBean bean = new NotifierBean("scripts");
    private volatile NotifySettings settings = NotifySettings.DEFAULT;

    /** Runs nothing yet. */
    public ScriptCaller(Scripts scripts) {
        this.scripts = scripts;
    }

    /** Counts them. */
    public NotifierBean bean() {
        return bean;
    }

    /** What holds from the next call on. */
    public void apply(NotifySettings next) {
        settings = next;
    }

    /** Has scripts run, now or when their turn has come. */
    public void call(Notice.Call call) {
        NotifySettings now = settings;
        call.commands().forEach(command -> bean.add());
        List<ScriptQueue.Step> steps = new ArrayList<>();
        synchronized (queues) {
            ScriptQueue queue =
                    queues.computeIfAbsent(call.subject(), subject -> new ScriptQueue());
            if (now.parallel()) {
                queue.arrivedBeside(call, steps::add);
            } else {
                queue.arrived(call, steps::add);
            }
        }
        steps.forEach(this::perform);
    }

    private void perform(ScriptQueue.Step step) {
        switch (step) {
            case ScriptQueue.Step.Start(ScriptQueue.Run run) -> start(run);
            case ScriptQueue.Step.Drop(Notice.Call call, Notice.Call newer) -> {
                LOG.warn(
                        "{} is not told to scripts, as an earlier script still ran and now {}"
                                + " is told",
                        call,
                        newer);
                call.commands().forEach(command -> bean.drop(call + " was old news"));
            }
        }
    }

    private void start(ScriptQueue.Run run) {
        boolean awaited = run.call().turn() == Notice.Turn.LAST;
        if (awaited) {
            stopping.enter(run);
        }
        ScriptRun started =
                scripts.start(
                        job(run.call(), run.command(), settings.timeout()),
                        outcome -> {
                            tell(run.command(), outcome);
                            ended(run);
                            stopping.leave(run);
                        });
        if (awaited) {
            stopping.runs(run, started);
        }
    }

    private void ended(ScriptQueue.Run run) {
        List<ScriptQueue.Step> steps = new ArrayList<>();
        synchronized (queues) {
            String subject = run.call().subject();
            ScriptQueue queue = queues.get(subject);
            queue.ended(run, steps::add);
            if (queue.isIdle()) {
                queues.remove(subject);
            }
        }
        steps.forEach(this::perform);
    }

    private ScriptJob job(Notice.Call call, Notice.Command command, Duration timeout) {
        return new ScriptJob(
                command.label(),
                command.script(),
                settings.rules(),
                command.extraWords(),
                call.environment(),
                timeout);
    }

    private void tell(Notice.Command command, ScriptOutcome outcome) {
        if (outcome.succeeded()) {
            bean.tell();
        } else {
            LOG.warn("{} {}", command.label(), outcome);
            bean.drop(command.label() + " " + outcome);
        }
    }

    /** Runs scripts side by side and returns when they have ended or their time is up. */
    public void callAndWait(List<Notice.Call> calls) {
        Crowd crowd = new Crowd();
        for (Notice.Call call : calls) {
            for (Notice.Command command : call.commands()) {
                crowd.enter(command);
                bean.add();
                crowd.runs(
                        command,
                        scripts.start(
                                job(call, command, Duration.ZERO),
                                outcome -> {
                                    tell(command, outcome);
                                    crowd.leave(command);
                                }));
            }
        }
        crowd.await(settings.preStopLimit());
    }

    /** Returns when the scripts of the stop have ended or their time is up. */
    public void awaitStop() {
        stopping.await(settings.stopLimit());
    }
}
