package org.ninelives.track.script.internal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.dump.DumpFile;
import org.ninelives.api.dump.DumpSection;
import org.ninelives.api.dump.DumpSource;
import org.ninelives.api.management.ScriptDetails;
import org.ninelives.api.management.ScriptTrackerMXBean;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.Scripts;
import org.ninelives.api.track.TrackerBeans;
import org.ninelives.api.track.TrackerBoard;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.track.script.engine.ScriptEngine;
import org.ninelives.track.script.engine.ScriptText;
import org.ninelives.track.script.settings.ScriptReader;
import org.ninelives.track.script.settings.ScriptSettings;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** All that is said about {@code vrrp_script}, and those who follow one. */
@Component(property = "service.ranking:Integer=400")
public final class TrackScriptSection implements ConfigSection, TrackerSource, DumpSource {

    private final TrackerBoard board;
    private final ScriptEngine engine;
    private final TrackerBeans beans;
    private volatile Map<String, ScriptSettings> current = Map.of();
    private volatile Map<String, ScriptDetails> details = Map.of();

    @Activate
    public TrackScriptSection(
            BundleContext context, @Reference Scripts scripts, @Reference EventSink events) {
        board = new TrackerBoard(TrackerKind.SCRIPT, events, Clock.systemUTC());
        engine = new ScriptEngine(scripts, board);
        beans =
                new TrackerBeans(
                        context,
                        TrackerKind.SCRIPT,
                        ScriptTrackerMXBean.class,
                        name -> new ScriptTrackerBean(board.bean(name), engine, name, this));
    }

    @Deactivate
    void stop() {
        engine.stop();
        beans.close();
    }

    @Override
    public BlockGrammar root() {
        return ScriptReader.ROOT;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        ScriptRules rules = ScriptRules.of(globalDefs);
        Map<String, ScriptSettings> next = ScriptReader.read(root, rules, problems);
        List<PlannedChange> changes =
                PlannedChange.between("vrrp_script", current, next, ScriptSettings::compared);
        Map<String, ScriptDetails> nextDetails = details(next, definitions(root));
        return Prepared.of(
                changes,
                () -> {
                    details = nextDetails;
                    engine.apply(next, rules);
                    beans.publish(next.keySet());
                    current = next;
                });
    }

    /** What is configured about a script now. */
    ScriptDetails details(String name) {
        return details.getOrDefault(name, ScriptDetails.gone());
    }

    private static Map<String, ScriptDetails> details(
            Map<String, ScriptSettings> scripts, List<TrackerDefinition> definitions) {
        Map<String, ScriptDetails> details = new LinkedHashMap<>();
        for (TrackerDefinition definition : definitions) {
            ScriptSettings script = scripts.get(definition.name());
            if (script != null) {
                details.put(
                        definition.name(), ScriptText.details(script, definition, details.size()));
            }
        }
        return details;
    }

    @Override
    public TrackerKind kind() {
        return TrackerKind.SCRIPT;
    }

    @Override
    public List<TrackerDefinition> definitions(Values root) {
        return ScriptReader.definitions(root);
    }

    @Override
    public String title(String name) {
        ScriptSettings settings = current.get(name);
        return settings == null ? name : ScriptText.command(settings);
    }

    @Override
    public List<DumpSection> sections(DumpFile file) {
        return file == DumpFile.DATA
                ? DumpSection.ofAny(DumpSection.Place.SCRIPTS, "VRRP Scripts", linesOfFollowed())
                : List.of();
    }

    /** To an exporter one that nobody tracks would be one that fails. */
    private List<String> linesOfFollowed() {
        Set<String> followed = board.followed();
        return current.values().stream()
                .filter(settings -> followed.contains(settings.name()))
                .flatMap(this::lines)
                .toList();
    }

    private Stream<String> lines(ScriptSettings settings) {
        String name = settings.name();
        return ScriptText.of(settings, board.status(name).state(), engine.isRunning(name)).stream();
    }

    @Override
    public void follow(TrackerListener listener, Set<String> names) {
        engine.follow(listener, names);
    }
}
