package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.ReadConfiguration;
import org.ninelives.api.configuration.TestedConfiguration;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Files that are read by grammars of others. */
class ReadingServiceTest {

    private static final Keyword<Optional<Integer>> LAMPS =
            Keyword.optional("lamps", ArgumentTypes.integer(0, 100), "How many.");
    private static final BlockGrammar ROOT = BlockGrammar.of(LAMPS);

    @TempDir private Path folder;

    private final SectionRegistry sections = new SectionRegistry();
    private final Map<String, String> properties = Map.of("ninelives.config.id", "west");
    private final ReadingService service = new ReadingService(context(), sections);

    private BundleContext context() {
        return (BundleContext)
                Proxy.newProxyInstance(
                        BundleContext.class.getClassLoader(),
                        new Class<?>[] {BundleContext.class},
                        (proxy, method, arguments) -> properties.get((String) arguments[0]));
    }

    /** With a place of its own among the sections. */
    @SuppressWarnings("unchecked") // a generic interface has no class of its own
    private void install(ConfigSection section) {
        sections.add(
                section,
                (ServiceReference<ConfigSection>)
                        Proxy.newProxyInstance(
                                ServiceReference.class.getClassLoader(),
                                new Class<?>[] {ServiceReference.class},
                                (proxy, method, arguments) ->
                                        Integer.compare(
                                                System.identityHashCode(proxy),
                                                System.identityHashCode(arguments[0]))));
    }

    private ReadConfiguration read(String text) throws IOException {
        Path file = folder.resolve("lamps.conf");
        Files.writeString(file, text);
        return service.read(file.toString(), ROOT, BlockGrammar.none());
    }

    @Test
    void theGrammarsGivenReadTheFile() throws IOException {
        ReadConfiguration read = read("lamps 3\n");
        assertThat(read.isReadable()).isTrue();
        assertThat(read.root().get(LAMPS)).hasValue(3);
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void whatInstalledSectionsKnowIsNoProblem() throws IOException {
        assertThat(read("shelf A { size 3 }\n").problems()).isNotEmpty();
        install(new FakeSection("shelf"));
        assertThat(read("shelf A {\n size 3\n}\nlamps 2\n").problems()).isEmpty();
    }

    @Test
    void aSectionThatKnowsTheSameKeywordGivesWay() throws IOException {
        install(new FakeSection("lamps"));
        ReadConfiguration read = read("lamps 3\n");
        assertThat(read.root().get(LAMPS)).hasValue(3);
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void linesOfOtherMachinesAreLeftOut() throws IOException {
        assertThat(read("@west lamps 1\n@east lamps 2\n").root().get(LAMPS)).hasValue(1);
    }

    @Test
    void whatIsWrongIsToldWithItsLine() throws IOException {
        ReadConfiguration read = read("\nlamps many\n");
        assertThat(read.isReadable()).isTrue();
        assertThat(read.root().get(LAMPS)).isEmpty();
        assertThat(read.problems()).singleElement().asString().contains("lamps.conf:2: lamps: ");
    }

    @Test
    void aTestLetsSectionsLookAndAppliesNothing() throws IOException {
        FakeSection shelves = new FakeSection("shelf");
        install(shelves);
        Path file = folder.resolve("shelves.conf");
        Files.writeString(file, "shelf A {\n size 0\n}\n");
        TestedConfiguration tested = service.test(file.toString());
        assertThat(tested.isReadable()).isTrue();
        assertThat(tested.status()).isEqualTo(4);
        assertThat(tested.statements())
                .singleElement()
                .satisfies(shelf -> assertThat(shelf.text()).isEqualTo("shelf A"));
        assertThat(tested.problems()).isNotEmpty();
        assertThat(shelves.runs).isEmpty();
    }

    @Test
    void aFileThatIsNotThereCannotBeRead() {
        ReadConfiguration read =
                service.read(folder.resolve("none.conf").toString(), ROOT, BlockGrammar.none());
        assertThat(read.isReadable()).isFalse();
        assertThat(read.problems()).singleElement().asString().contains("none.conf");
    }
}
