package org.ninelives.bfd.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ninelives.api.configuration.ApplyException;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.dump.DumpFile;
import org.ninelives.api.dump.DumpSection;
import org.ninelives.api.dump.DumpSource;
import org.ninelives.api.management.BfdDetails;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.notify.TrackerEvent;
import org.ninelives.api.system.Machine;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.bfd.engine.BfdService;
import org.ninelives.bfd.engine.Listener;
import org.ninelives.bfd.settings.BfdPlan;
import org.ninelives.bfd.settings.BfdSettings;
import org.ninelives.bfd.settings.InstanceSettings;
import org.ninelives.bfd.settings.SettingsReader;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** All that is said about BFD, and the sessions as something to track. */
@Component(
        service = {ConfigSection.class, TrackerSource.class, DumpSource.class},
        property = "service.ranking:Integer=400")
public final class BfdSection implements ConfigSection, TrackerSource, DumpSource, Listener {

    /** {@code false} with {@code -B}. */
    private static final String WANTED = "ninelives.bfd";

    private final EventSink sink;
    private final BfdBeans beans;
    private final BfdService service;
    private final Followers followers = new Followers();
    private final boolean wanted;
    private volatile BfdSettings current = BfdSettings.NONE;
    private volatile Map<String, BfdDetails> details = Map.of();

    @Activate
    public BfdSection(
            BundleContext context, @Reference Machine machine, @Reference EventSink sink) {
        this.sink = sink;
        beans = new BfdBeans(context, followers, this::details);
        service = new BfdService(machine, this);
        wanted = !"false".equals(context.getProperty(WANTED));
    }

    @Deactivate
    void stop() {
        service.stop();
        beans.close();
    }

    @Override
    public BlockGrammar root() {
        return SettingsReader.ROOT;
    }

    @Override
    public BlockGrammar globalDefs() {
        return SettingsReader.GLOBAL_DEFS;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        BfdSettings read = SettingsReader.read(root, globalDefs, problems);
        BfdSettings next = wanted ? read : BfdSettings.NONE;
        List<PlannedChange> changes = BfdPlan.changes(current, next);
        Map<String, BfdDetails> nextDetails = details(next, definitions(root));
        return Prepared.of(
                changes,
                () -> {
                    details = nextDetails;
                    apply(next);
                });
    }

    private BfdDetails details(String session) {
        return details.getOrDefault(session, BfdDetails.none());
    }

    private static Map<String, BfdDetails> details(
            BfdSettings settings, List<TrackerDefinition> definitions) {
        Set<String> running =
                settings.instances().stream()
                        .map(InstanceSettings::name)
                        .collect(Collectors.toSet());
        Map<String, BfdDetails> details = new HashMap<>();
        for (TrackerDefinition each : definitions) {
            if (running.contains(each.name())) {
                details.put(
                        each.name(),
                        new BfdDetails(details.size() + 1, each.weight(), each.reverse()));
            }
        }
        return details;
    }

    private void apply(BfdSettings next) throws ApplyException {
        try {
            service.apply(next);
            current = next;
        } catch (SystemException e) {
            throw new ApplyException(
                    "BFD cannot run: " + e.getMessage(), e.isPermissionMissing(), e);
        }
    }

    @Override
    public TrackerKind kind() {
        return TrackerKind.BFD;
    }

    @Override
    public List<TrackerDefinition> definitions(Values root) {
        return SettingsReader.definitions(root);
    }

    @Override
    public List<TrackerDefinition> definitionsForChecks(Values root) {
        return SettingsReader.definitionsForChecks(root);
    }

    @Override
    public void follow(TrackerListener listener, Set<String> names) {
        followers.follow(listener, names);
    }

    @Override
    public List<DumpSection> sections(DumpFile file) {
        return file == DumpFile.BFD
                ? DumpSection.ofAny(
                        DumpSection.Place.SESSIONS,
                        "BFD Topology",
                        current.instances().stream().flatMap(this::lines).toList())
                : List.of();
    }

    private Stream<String> lines(InstanceSettings session) {
        return SessionText.of(session, service.status(session.name())).stream();
    }

    @Override
    public void added(String session) {
        followers.added(session);
        beans.added(session, service);
    }

    @Override
    public void removed(String session) {
        followers.removed(session);
        beans.removed(session, service);
    }

    @Override
    public void found(String session, Finding finding) {
        followers.found(session, finding);
    }

    @Override
    public void happened(String session, Finding from, Finding to, String text) {
        sink.publish(new TrackerEvent(TrackerKind.BFD, session, from, to, text));
    }
}
