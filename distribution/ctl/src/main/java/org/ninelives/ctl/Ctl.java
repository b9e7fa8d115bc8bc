package org.ninelives.ctl;

import java.nio.file.Path;
import org.ninelives.ctl.access.Connector;
import org.ninelives.ctl.access.UnreachableException;
import org.ninelives.ctl.access.Where;
import org.ninelives.ctl.command.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ninelivesctl} itself: the options of all {@link Commands}. */
@Command(
        name = "ninelivesctl",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = ProductVersion.class,
        description = "Looks at a running daemon, and changes it while it runs.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
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
