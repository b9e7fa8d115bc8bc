package org.ninelives.track.process.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.dump.DumpFile;
import org.ninelives.api.dump.DumpSection;
import org.ninelives.api.dump.DumpSource;
import org.ninelives.api.json.JsonObject;
import org.ninelives.api.management.ProcessDetails;
import org.ninelives.api.management.ProcessTrackerMXBean;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.system.Machine;
import org.ninelives.api.track.TrackerBeans;
import org.ninelives.api.track.TrackerBoard;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.track.process.core.ProcessDump;
import org.ninelives.track.process.core.ProcessSettings;
import org.ninelives.track.process.engine.ProcessWatcher;
import org.ninelives.track.process.settings.ProcessConfiguration;
import org.ninelives.track.process.settings.ProcessReader;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** All that is said about {@code vrrp_track_process}, and those who follow one. */
@Component(property = "service.ranking:Integer=400")
public final class ProcessSection implements ConfigSection, TrackerSource, DumpSource {

    /** Much longer than a first look takes, and short enough for a start that goes on without. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final TrackerBoard board;
    private final ProcessWatcher watcher;
    private final TrackerBeans beans;
    private volatile ProcessConfiguration current = ProcessConfiguration.NONE;
    private volatile Map<String, ProcessDetails> details = Map.of();

    @Activate
    public ProcessSection(
            BundleContext context, @Reference Machine machine, @Reference EventSink events) {
        board = new TrackerBoard(TrackerKind.PROCESS, events, Clock.systemUTC());
        watcher = new ProcessWatcher(machine, board, PATIENCE);
        beans =
                new TrackerBeans(
                        context,
                        TrackerKind.PROCESS,
                        ProcessTrackerMXBean.class,
                        name -> new ProcessTrackerBean(board.bean(name), name, this));
    }

    @Deactivate
    void stop() {
        watcher.stop();
        beans.close();
    }

    @Override
    public BlockGrammar root() {
        return ProcessReader.ROOT;
    }

    @Override
    public BlockGrammar globalDefs() {
        return ProcessReader.GLOBAL_DEFS;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        ProcessConfiguration next = ProcessReader.read(root, globalDefs, problems);
        List<PlannedChange> changes =
                PlannedChange.between(
                        "vrrp_track_process",
                        current.trackers(),
                        next.trackers(),
                        ProcessSettings::compared);
        Map<String, ProcessDetails> nextDetails = details(next.trackers(), definitions(root));
        return Prepared.of(
                changes,
                () -> {
                    details = nextDetails;
                    watcher.apply(next);
                    beans.publish(next.trackers().keySet());
                    current = next;
                });
    }

    /** What is configured about processes now. */
    ProcessDetails details(String name) {
        return details.getOrDefault(name, ProcessDetails.gone());
    }

    private static Map<String, ProcessDetails> details(
            Map<String, ProcessSettings> trackers, List<TrackerDefinition> definitions) {
        Map<String, ProcessDetails> details = new HashMap<>();
        for (TrackerDefinition definition : definitions) {
            ProcessSettings settings = trackers.get(definition.name());
            if (settings != null) {
                details.put(definition.name(), settings.details(definition, details.size() + 1));
            }
        }
        return details;
    }

    @Override
    public TrackerKind kind() {
        return TrackerKind.PROCESS;
    }

    @Override
    public List<TrackerDefinition> definitions(Values root) {
        return ProcessReader.definitions(root);
    }

    @Override
    public List<DumpSection> sections(DumpFile file) {
        return file == DumpFile.DATA
                ? DumpSection.ofAny(
                        DumpSection.Place.PROCESSES,
                        "VRRP Track processes",
                        processes().stream().flatMap(each -> each.lines().stream()).toList())
                : List.of();
    }

    @Override
    public Map<String, List<JsonObject>> objects() {
        List<JsonObject> objects = processes().stream().map(ProcessDump::json).toList();
        return objects.isEmpty() ? Map.of() : Map.of("track_process", objects);
    }

    private List<ProcessDump> processes() {
        return current.trackers().values().stream()
                .map(settings -> new ProcessDump(settings, board.status(settings.name())))
                .toList();
    }

    @Override
    public void follow(TrackerListener listener, Set<String> names) {
        watcher.follow(listener, names);
    }
}
