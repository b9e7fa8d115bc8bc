package org.ninelives.check.misc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Probe;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRun;
import org.ninelives.api.script.ScriptVerdict;
import org.ninelives.api.script.Scripts;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.ExhaustedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the commands of all checks. One that cannot be run when it is first needed is left out, as
 * keepalived leaves it out at its start: it fails no server until it can be run. Safe for use by
 * several threads.
 */
final class MiscRunner {

    private static final Logger LOG = LoggerFactory.getLogger(MiscRunner.class);

    private final Scripts scripts;

    /** Whether each could be run when it was last inspected. */
    private final Map<MiscCommand, Boolean> usable = new ConcurrentHashMap<>();

    MiscRunner(Scripts scripts) {
        this.scripts = scripts;
    }

    /**
     * Runs a command to its end. Where the thread is interrupted, it is ended first.
     *
     * @throws ExhaustedException if this machine could not begin it
     */
    CheckResult run(MiscCommand command, Probe probe)
            throws ExhaustedException, InterruptedException {
        Optional<String> obstacle = obstacle(command);
        if (obstacle.isPresent()) {
            return CheckResult.passed(command.label() + " is disabled: " + obstacle.get());
        }
        probe.tell("running " + String.join(" ", command.script().words()));
        CompletableFuture<ScriptOutcome> end = new CompletableFuture<>();
        ScriptRun run = scripts.start(job(command, probe), end::complete);
        try {
            return MiscVerdict.of(command, end.get());
        } catch (InterruptedException e) {
            run.kill();
            // The next one must not begin beside this one.
            end.join();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ScriptJob job(MiscCommand command, Probe probe) {
        ConnectTarget target = probe.target();
        return new ScriptJob(
                "MISC_CHECK of " + target,
                command.script(),
                command.rules(),
                List.of(),
                Map.of(
                        "NINELIVES_ADDRESS",
                        target.address().toString(),
                        "NINELIVES_PORT",
                        Integer.toString(target.port())),
                command.timeout(),
                probe.networkNamespace());
    }

    /** Why a command is left out. */
    private Optional<String> obstacle(MiscCommand command) {
        if (Boolean.TRUE.equals(usable.get(command))) {
            // From now on a run that cannot begin is a failure: a script that vanishes in use must
            // not bring servers back.
            return Optional.empty();
        }
        ScriptVerdict verdict = scripts.inspect(command.script(), command.rules());
        String path = command.script().path();
        String why = String.join("; ", verdict.sentences());
        Boolean before = usable.put(command, verdict.usable());
        if (!verdict.usable()) {
            if (before == null) {
                LOG.warn("Disabling misc script {}: {}", path, why);
            }
            return Optional.of(why);
        }
        if (Boolean.FALSE.equals(before)) {
            LOG.info("Misc script {} can be run now", path);
        }
        if (!why.isEmpty()) {
            LOG.info("Misc script {}: {}", path, why);
        }
        return Optional.empty();
    }
}
