package org.ninelives.daemon;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.ninelives.api.command.Command;
import org.ninelives.api.notify.EventSink;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what the command line asked for, once every bundle had its chance to bring a section. */
@Component(immediate = true)
public final class DaemonComponent {

    private static final Logger LOG = LoggerFactory.getLogger(DaemonComponent.class);

    private final BundleContext context;
    private final SectionRegistry sections;
    private final OwnProcess process;
    private final DaemonSettings settings;
    private final FileSource source;
    private final Loader loader;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().name("configuration").unstarted(task));
    private final Run run;

    /**
     * Posts the work to a thread of its own and returns.
     *
     * @param daemonSection knows how reloads are done
     * @param process the process this is
     * @param serviceManager takes messages of sd_notify(3), where there is somebody to take them
     * @param bundlesStarted is there when every installed bundle is started
     */
    @Activate
    public DaemonComponent(
            BundleContext context,
            @Reference SectionRegistry sections,
            @Reference EventSink sink,
            @Reference Journal journal,
            @Reference HealthWatch health,
            @Reference DaemonSection daemonSection,
            @Reference OwnProcess process,
            @Reference(
                            target = "(ninelives.role=service-manager)",
                            cardinality = ReferenceCardinality.OPTIONAL)
                    Consumer<String> serviceManager,
            @Reference(target = "(osgi.condition.id=org.ninelives.bundles.started)")
                    Condition bundlesStarted) {
        this.context = context;
        this.sections = sections;
        this.process = process;
        settings = DaemonSettings.from(context::getProperty, System.currentTimeMillis());
        source =
                new FileSource(
                        settings.file(), settings.configId(), Path.of(""), settings.allIncludes());
        loader = new Loader(source, KnownKeywords.load());
        RunningConfiguration configuration =
                new RunningConfiguration(loader, sections::sections, sink);
        ServiceManager manager =
                new ServiceManager(
                        serviceManager == null ? message -> {} : serviceManager, System::nanoTime);
        Reloads reloads =
                new Reloads(
                        configuration,
                        daemonSection::reloads,
                        manager,
                        health,
                        sink,
                        System::nanoTime);
        ScheduledReload schedule =
                new ScheduledReload(
                        daemonSection::reloads,
                        InstantSource.system(),
                        ZoneId.systemDefault(),
                        reloads::reload);
        run =
                new Run(
                        context,
                        settings,
                        source,
                        configuration,
                        reloads,
                        schedule,
                        sink,
                        journal,
                        thread,
                        process);
        thread.execute(this::work);
    }

    private void work() {
        try {
            doAsAsked();
        } catch (RuntimeException e) {
            LOG.error("The daemon cannot start", e);
            process.exit(ExitStatus.FATAL);
        }
    }

    private void doAsAsked() {
        switch (settings.mode()) {
            case RUN -> run.begin();
            case CONFIG_TEST ->
                    process.exit(
                            new ConfigTest(loader, sections.sections(), settings.testJson())
                                    .run(settings.testLog(), System.err));
            case PRINT_GRAMMAR ->
                    process.exit(Listings.printGrammar(sections.sections(), System.out));
            case PRINT_MANUAL ->
                    process.exit(Listings.printManual(sections.sections(), System.out));
            case PRINT_CONFIG ->
                    process.exit(
                            Listings.printConfig(
                                    loader, sections.sections(), System.out, System.err));
            case COMMAND ->
                    process.exit(
                            new CommandRun(commands())
                                    .run(
                                            settings.command(),
                                            settings.arguments(),
                                            System.out,
                                            System.err));
        }
    }

    /** Those of bundles that are there now; components of DS come to life by this. */
    private List<Command> commands() {
        try {
            return context.getServiceReferences(Command.class, null).stream()
                    .map(context::getService)
                    .filter(Objects::nonNull)
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends what runs; a reload under way finishes by itself. */
    @Deactivate
    public void close() {
        run.close();
        thread.shutdown();
    }
}
