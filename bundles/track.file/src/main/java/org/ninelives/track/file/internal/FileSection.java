package org.ninelives.track.file.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.dump.DumpFile;
import org.ninelives.api.dump.DumpSection;
import org.ninelives.api.dump.DumpSource;
import org.ninelives.api.dump.DumpText;
import org.ninelives.api.management.FileDetails;
import org.ninelives.api.management.FileTrackerMXBean;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.system.Machine;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerBeans;
import org.ninelives.api.track.TrackerBoard;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.track.file.core.FileValue;
import org.ninelives.track.file.engine.FileLook;
import org.ninelives.track.file.engine.FileWatcher;
import org.ninelives.track.file.settings.FileReader;
import org.ninelives.track.file.settings.FileSettings;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** All that is said about {@code track_file}, and those who follow one. */
@Component(property = "service.ranking:Integer=400")
public final class FileSection implements ConfigSection, TrackerSource, DumpSource {

    /** Much longer than a first look takes, and short enough for a start that goes on without. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final TrackerBoard board;
    private final FileWatcher watcher;
    private final TrackerBeans beans;
    private volatile Map<String, FileSettings> current = Map.of();
    private volatile Map<String, FileDetails> details = Map.of();

    @Activate
    public FileSection(
            BundleContext context, @Reference Machine machine, @Reference EventSink events) {
        board = new TrackerBoard(TrackerKind.FILE, events, Clock.systemUTC());
        watcher = new FileWatcher(machine, board, PATIENCE);
        beans =
                new TrackerBeans(
                        context,
                        TrackerKind.FILE,
                        FileTrackerMXBean.class,
                        name -> new FileTrackerBean(board.bean(name), name, this));
    }

    @Deactivate
    void stop() {
        watcher.stop();
        beans.close();
    }

    @Override
    public BlockGrammar root() {
        return FileReader.ROOT;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        Map<String, FileSettings> next = FileReader.read(root, problems);
        List<PlannedChange> changes =
                PlannedChange.between("track_file", current, next, FileSettings::compared);
        Map<String, FileDetails> nextDetails = details(next, definitions(root));
        return Prepared.of(
                changes,
                () -> {
                    details = nextDetails;
                    watcher.apply(next);
                    beans.publish(next.keySet());
                    current = next;
                });
    }

    /** What is configured about a file now. */
    FileDetails details(String name) {
        return details.getOrDefault(name, FileDetails.gone());
    }

    private static Map<String, FileDetails> details(
            Map<String, FileSettings> files, List<TrackerDefinition> definitions) {
        Map<String, FileDetails> details = new HashMap<>();
        for (TrackerDefinition definition : definitions) {
            FileSettings settings = files.get(definition.name());
            if (settings != null) {
                details.put(
                        definition.name(),
                        new FileDetails(
                                details.size() + 1,
                                settings.file().toString(),
                                definition.weight(),
                                definition.reverse()));
            }
        }
        return details;
    }

    @Override
    public TrackerKind kind() {
        return TrackerKind.FILE;
    }

    @Override
    public List<TrackerDefinition> definitions(Values root) {
        return FileReader.definitions(root);
    }

    @Override
    public List<DumpSection> sections(DumpFile file) {
        return file == DumpFile.DATA
                ? DumpSection.ofAny(
                        DumpSection.Place.FILES,
                        "VRRP Track files",
                        current.values().stream().flatMap(this::lines).toList())
                : List.of();
    }

    private Stream<String> lines(FileSettings settings) {
        DumpText text = new DumpText();
        text.thing("Track file", settings.name());
        text.say("File", settings.file());
        text.say("Status", board.status(settings.name()).value());
        return text.lines().stream();
    }

    @Override
    public void follow(TrackerListener listener, Set<String> names) {
        watcher.follow(listener, names);
    }

    @Override
    public Optional<Finding> look(Values root, String name, Consumer<String> told) {
        return Optional.ofNullable(FileReader.read(root, new Problems()).get(name))
                .map(
                        settings -> {
                            FileValue value = FileLook.at(settings.file());
                            told.accept(settings.file() + " tells " + value.text());
                            return new Finding.Value(value.value());
                        });
    }
}
