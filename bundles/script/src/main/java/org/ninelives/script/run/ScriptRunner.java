package org.ninelives.script.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptRun;
import org.ninelives.api.script.ScriptVerdict;
import org.ninelives.api.script.Scripts;
import org.ninelives.api.system.Accounts;
import org.ninelives.api.system.ProcessGroups;
import org.ninelives.api.system.ProgramOutputs;
import org.ninelives.script.check.DefaultPath;
import org.ninelives.script.check.Inspector;
import org.ninelives.script.check.RefusedException;
import org.ninelives.script.check.RunnableScript;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one runner of scripts. */
@Component(service = Scripts.class)
public final class ScriptRunner implements Scripts {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptRunner.class);

    private final Inspector inspector;
    private final Runner runner;
    private final AtomicBoolean warnedOfRoot = new AtomicBoolean();

    @Activate
    public ScriptRunner(
            @Reference Accounts accounts,
            @Reference ProcessGroups groups,
            @Reference ProgramOutputs outputs) {
        this(accounts, groups, outputs, System.getenv());
    }

    ScriptRunner(
            Accounts accounts,
            ProcessGroups groups,
            ProgramOutputs outputs,
            Map<String, String> environment) {
        inspector = new Inspector(accounts);
        String setsid = program("setsid");
        CommandLines lines =
                new CommandLines(
                        setsid,
                        program("nsenter"),
                        program("setpriv"),
                        accounts.ownUser(),
                        accounts.ownGroup());
        Guard guard = new Guard(setsid, ScriptEnvironment.of(environment, Map.of()));
        runner = new Runner(groups, guard, new Attempt(inspector, lines, outputs, environment));
    }

    private static String program(String name) {
        return DefaultPath.find(name)
                .map(Path::toString)
                .orElseGet(
                        () -> {
                            LOG.warn("{} is not there: scripts need util-linux installed", name);
                            return "/usr/bin/" + name;
                        });
    }

    @Deactivate
    void stop() {
        runner.close();
    }

    @Override
    public ScriptVerdict inspect(Script script, ScriptRules rules) {
        try {
            RunnableScript runnable = inspector.inspect(script, rules);
            if (runnable.identity().isRoot()
                    && script.user().or(rules::user).isEmpty()
                    && !warnedOfRoot.getAndSet(true)) {
                LOG.warn(
                        "Scripts that name no user run as root, because there is no user"
                                + " keepalived_script and no script_user");
            }
            return new ScriptVerdict(true, runnable.doubts());
        } catch (RefusedException e) {
            return new ScriptVerdict(false, List.of(e.getMessage()));
        }
    }

    @Override
    public ScriptRun start(ScriptJob job, Consumer<ScriptOutcome> told) {
        return runner.start(job, told);
    }
}
