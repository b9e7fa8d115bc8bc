package org.ninelives.daemon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.ConfigurationFiles;
import org.ninelives.api.configuration.ReadConfiguration;
import org.ninelives.api.configuration.TestedConfiguration;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads configuration files for others, as the daemon reads its own. */
@Component
public final class ReadingService implements ConfigurationFiles {

    private final DaemonSettings settings;
    private final SectionRegistry sections;

    @Activate
    public ReadingService(BundleContext context, @Reference SectionRegistry sections) {
        this.sections = sections;
        settings = DaemonSettings.from(context::getProperty, System.currentTimeMillis());
    }

    @Override
    public ReadConfiguration read(String file, BlockGrammar root, BlockGrammar globalDefs) {
        List<ConfigSection> readers = new ArrayList<>();
        readers.add(new Grammars(root, globalDefs));
        for (ConfigSection section : sections.sections()) {
            if (sharesNone(section.root(), root)) {
                readers.add(section);
            }
        }
        Reading reading = loader(file).read(readers);
        return new ReadConfiguration(
                reading.parsed().readable(),
                reading.root(),
                reading.globalDefs(),
                reading.problems());
    }

    @Override
    public TestedConfiguration test(String file) {
        List<ConfigSection> installed = sections.sections();
        Preparation preparation = Preparation.of(loader(file).read(installed), installed);
        Reading reading = preparation.reading();
        return new TestedConfiguration(
                reading.parsed().readable(),
                ExitStatus.ofTest(reading.parsed().readable(), preparation.problems()),
                reading.parsed().statements(),
                reading.globalDefs(),
                preparation.problems());
    }

    private Loader loader(String file) {
        return new Loader(
                new FileSource(file, settings.configId(), Path.of(""), settings.allIncludes()),
                KnownKeywords.load());
    }

    /** Whether they have no keyword in common; else one is what stands for the other here. */
    private static boolean sharesNone(BlockGrammar installed, BlockGrammar given) {
        return installed.keywords().stream()
                .noneMatch(keyword -> given.keyword(keyword.name()).isPresent());
    }

    /** A section that is there for its grammars only. */
    private record Grammars(BlockGrammar root, BlockGrammar globalDefs) implements ConfigSection {

        @Override
        public Prepared prepare(Values values, Values globalValues, Problems problems) {
            return Prepared.of(List.of(), () -> {});
        }
    }
}
