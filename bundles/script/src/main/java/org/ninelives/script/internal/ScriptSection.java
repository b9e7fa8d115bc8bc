package org.ninelives.script.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.Scripts;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Declares what holds for all scripts, and runs those of the daemon's own start and stop. It
 * applies before the others, and stops after those that need the runner of scripts.
 */
@Component(property = "service.ranking:Integer=500")
public final class ScriptSection implements ConfigSection {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptSection.class);

    private final Scripts scripts;
    private ScriptSettings current = ScriptSettings.NONE;
    private boolean started;

    @Activate
    public ScriptSection(@Reference Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public BlockGrammar globalDefs() {
        return ScriptSettings.GLOBAL_DEFS;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        ScriptSettings next = ScriptSettings.read(globalDefs, problems);
        return Prepared.of(current.changesTo(next), () -> apply(next));
    }

    private synchronized void apply(ScriptSettings next) {
        current = next;
        if (!started) {
            started = true;
            next.startup()
                    .ifPresent(
                            script -> runAndWait("startup_script", script, next.startupTimeout()));
        }
    }

    @Deactivate
    synchronized void stop() {
        current.shutdown()
                .ifPresent(
                        script -> runAndWait("shutdown_script", script, current.shutdownTimeout()));
    }

    private void runAndWait(String keyword, Script script, Duration timeout) {
        CompletableFuture<ScriptOutcome> end = new CompletableFuture<>();
        scripts.start(
                new ScriptJob(keyword, script, current.rules(), List.of(), Map.of(), timeout),
                end::complete);
        ScriptOutcome outcome = end.join();
        if (outcome.succeeded()) {
            LOG.info("{} {} {}", keyword, script.path(), outcome);
        } else {
            LOG.warn("{} {} {}", keyword, script.path(), outcome);
        }
    }
}
