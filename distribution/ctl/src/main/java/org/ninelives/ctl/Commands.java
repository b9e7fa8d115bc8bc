package org.ninelives.ctl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.ninelives.ctl.command.Standby;
import org.ninelives.ctl.command.Status;
import org.ninelives.ctl.command.Stop;
import org.ninelives.ctl.command.TrackerWeight;
import org.ninelives.ctl.command.Trackers;
import org.ninelives.ctl.command.Undrain;
import org.ninelives.ctl.command.Validate;
import org.ninelives.ctl.command.Watch;
import org.ninelives.ctl.command.Weight;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * The commands by their names, in the order of the help. To make all of them takes half of the time
 * that a look at the daemon takes, so a command line has those that its words may mean.
 */
final class Commands {

    private static final Map<String, Class<?>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("status", Status.class);
        ALL.put("watch", Watch.class);
        ALL.put("explain", Explain.class);
        ALL.put("events", Events.class);
        ALL.put("trackers", Trackers.class);
        ALL.put("servers", Servers.class);
        ALL.put("checks", Checks.class);
        ALL.put("priority", Priority.class);
        ALL.put("tracker-weight", TrackerWeight.class);
        ALL.put("resign", Resign.class);
        ALL.put("standby", Standby.class);
        ALL.put("release", Release.class);
        ALL.put("drain", Drain.class);
        ALL.put("undrain", Undrain.class);
        ALL.put("weight", Weight.class);
        ALL.put("disable", Disable.class);
        ALL.put("enable", Enable.class);
        ALL.put("overrides", Overrides.class);
        ALL.put("revert", Revert.class);
        ALL.put("validate", Validate.class);
        ALL.put("plan", Plan.class);
        ALL.put("reload", Reload.class);
        ALL.put("rollback", Rollback.class);
        ALL.put("history", History.class);
        ALL.put("config", Effective.class);
        ALL.put("bundles", Bundles.class);
        ALL.put("stop", Stop.class);
        ALL.put("completion", Completion.class);
        ALL.put("help", HelpCommand.class);
    }

    /** Words with which somebody asks about commands, not for one. */
    private static final Set<String> ABOUT_ALL = Set.of("help", "-h", "--help", "completion");

    private Commands() {}

    static Set<String> all() {
        return ALL.keySet();
    }

    /** Those that may be meant; all where none is named, or they are asked about. */
    static Set<String> meant(List<String> words) {
        if (words.stream().anyMatch(ABOUT_ALL::contains)) {
            return all();
        }
        Set<String> named = words.stream().filter(ALL::containsKey).collect(Collectors.toSet());
        return named.isEmpty() ? all() : named;
    }

    static void addTo(CommandLine commandLine, Set<String> names) {
        ALL.forEach(
                (name, type) -> {
                    if (names.contains(name)) {
                        commandLine.addSubcommand(name, type);
                    }
                });
    }
}
