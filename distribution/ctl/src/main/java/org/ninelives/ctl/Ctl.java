package org.ninelives.ctl;

import java.nio.file.Path;
import org.ninelives.ctl.access.Connector;
import org.ninelives.ctl.access.UnreachableException;
import org.ninelives.ctl.access.Where;
import org.ninelives.ctl.command.Bundles;
import org.ninelives.ctl.command.Checks;
import org.ninelives.ctl.command.Completion;
import org.ninelives.ctl.command.Disable;
import org.ninelives.ctl.command.Drain;
import org.ninelives.ctl.command.Effective;
import org.ninelives.ctl.command.Enable;
import org.ninelives.ctl.command.Events;
import org.ninelives.ctl.command.Explain;
import org.ninelives.ctl.command.History;
import org.ninelives.ctl.command.Overrides;
import org.ninelives.ctl.command.Plan;
import org.ninelives.ctl.command.Priority;
import org.ninelives.ctl.command.Release;
import org.ninelives.ctl.command.Reload;
import org.ninelives.ctl.command.Resign;
import org.ninelives.ctl.command.Revert;
import org.ninelives.ctl.command.Rollback;
import org.ninelives.ctl.command.Servers;
import org.ninelives.ctl.command.Session;
import org.ninelives.ctl.command.Standby;
import org.ninelives.ctl.command.Status;
import org.ninelives.ctl.command.Stop;
import org.ninelives.ctl.command.TrackerWeight;
import org.ninelives.ctl.command.Trackers;
import org.ninelives.ctl.command.Undrain;
import org.ninelives.ctl.command.Validate;
import org.ninelives.ctl.command.Watch;
import org.ninelives.ctl.command.Weight;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ninelivesctl} itself: the options of all commands. */
@Command(
        name = "ninelivesctl",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = ProductVersion.class,
        description = "Looks at a running daemon, and changes it while it runs.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            Status.class,
            Watch.class,
            Explain.class,
            Events.class,
            Trackers.class,
            Servers.class,
            Checks.class,
            Priority.class,
            TrackerWeight.class,
            Resign.class,
            Standby.class,
            Release.class,
            Drain.class,
            Undrain.class,
            Weight.class,
            Disable.class,
            Enable.class,
            Overrides.class,
            Revert.class,
            Validate.class,
            Plan.class,
            Reload.class,
            Rollback.class,
            History.class,
            Effective.class,
            Bundles.class,
            Stop.class,
            Completion.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done, and all is well",
            "1:the daemon refused, or it could not be done",
            "2:the command line is wrong",
            "3:no daemon was reached, or it let nobody in",
            "4:no such virtual router, server or the like",
            "5:seen, and not well: a fault, a lost quorum, a split brain"
        })
final class Ctl implements Session.Source {

    private final Path etc;

    @Mixin Where where = new Where();

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "print JSON, for programs")
    boolean json;

    @Spec CommandSpec spec;

    Ctl(Path etc) {
        this.etc = etc;
    }

    @Override
    public Session session() throws UnreachableException {
        return new Session(new Connector(where, etc).open(), json, spec.commandLine().getOut());
    }
}
