package org.ninelives.dump;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.dump.DumpSource;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Listens to the signals that ask for files, and owns the keywords about these. */
@Component(service = ConfigSection.class)
public final class DumpComponent implements ConfigSection {

    private static final BlockGrammar GLOBAL_DEFS = BlockGrammar.of(DumpSettings.KEYWORDS);

    private final Dumps dumps =
            new Dumps(
                    Path.of(Optional.ofNullable(System.getenv("TMPDIR")).orElse("/tmp")),
                    ProcessHandle.current().pid());
    private final Optional<String> namespaceOption;
    private final List<ServiceRegistration<Runnable>> signals;

    @Activate
    public DumpComponent(BundleContext context) {
        namespaceOption = Optional.ofNullable(context.getProperty("ninelives.namespace"));
        signals =
                List.of(
                        listen(context, "USR1", dumps::data),
                        listen(context, "USR2", dumps::stats),
                        listen(context, "STATS_CLEAR", dumps::statsAndClear),
                        listen(context, "JSON", dumps::json),
                        listen(context, "TDUMP", ThreadDump::log));
    }

    private static ServiceRegistration<Runnable> listen(
            BundleContext context, String signal, Runnable deed) {
        return context.registerService(
                Runnable.class,
                deed,
                FrameworkUtil.asDictionary(Map.of("ninelives.signal", signal)));
    }

    @Deactivate
    void close() {
        signals.forEach(ServiceRegistration::unregister);
        dumps.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(DumpSource source) {
        dumps.add(source);
    }

    void removeSource(DumpSource source) {
        dumps.remove(source);
    }

    @Override
    public BlockGrammar globalDefs() {
        return GLOBAL_DEFS;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        DumpSettings next = DumpSettings.of(root, globalDefs, namespaceOption);
        return Prepared.of(dumps.settings().changesTo(next), () -> dumps.configure(next));
    }
}
