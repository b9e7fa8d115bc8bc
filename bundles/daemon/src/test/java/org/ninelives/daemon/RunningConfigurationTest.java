package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.configuration.ApplyException;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.management.ChangeRow;
import org.ninelives.api.management.ReloadReport;

/** The transaction, with sections of which the test knows what they run. */
class RunningConfigurationTest {

    private static final String ONE_LAMP = "lamp hall {\n size 3\n}\n";

    private final List<String> journal = new ArrayList<>();
    private final FakeSection lamps = new FakeSection("lamp", journal);
    private final FakeSection doors = new FakeSection("door", journal);
    private final List<ConfigSection> sections = new ArrayList<>(List.of(lamps, doors));
    private final Told told = new Told();
    private final TextSource source = new TextSource(ONE_LAMP);
    private final RunningConfiguration configuration =
            new RunningConfiguration(
                    new Loader(source, KnownKeywords.load()), () -> List.copyOf(sections), told);

    @Test
    void sectionsAreAppliedInTheirOrder() {
        assertThat(configuration.start()).isEmpty();

        assertThat(journal).containsExactly("lamp", "door");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
        assertThat(configuration.lastReport().changes()).containsExactly("ADD lamp hall");
    }

    @Test
    void whatCanRunRunsAtTheStart() {
        source.edit(
                "lamp hall { size 3 }\nlamp attic { size 0 }\nlamp cellar { size x }\nlmap { }");

        assertThat(configuration.start()).isEmpty();

        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3, "cellar", 1));
        assertThat(configuration.lastReport().problems())
                .containsExactly(
                        "k.conf:2: lamp: cannot run without size [error]",
                        "k.conf:3: size: x is not a whole number in 0..100 [error]",
                        "k.conf:4: lmap: unknown keyword, its block is skipped;"
                                + " did you mean 'lamp'? [error]");
    }

    @Test
    void theTextThatRunsIsReadAnewByTheSectionsThatAreThere() {
        source.edit(ONE_LAMP + "window east { size 2 }");
        configuration.start();
        FakeSection windows = new FakeSection("window", journal);
        sections.add(windows);
        source.edit("lamp hall { size 9 }"); // not to be read unless the operator says so

        ReloadReport report = configuration.readAnew("bundles");

        assertThat(report.result()).isEqualTo("APPLIED");
        assertThat(windows.runs).isEqualTo(Map.of("east", 2));
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
    }

    @Test
    void whatCouldNotRunBeforeDoesNotKeepTheRestFromBeingReadAnew() {
        source.edit("lamp hall { size 3 }\nlamp attic { size 0 }\nwindow east { size 2 }");
        configuration.start();
        FakeSection windows = new FakeSection("window", journal);
        sections.add(windows);

        assertThat(configuration.readAnew("bundles").result()).isEqualTo("APPLIED");
        assertThat(windows.runs).isEqualTo(Map.of("east", 2));
    }

    @Test
    void beforeTheStartThereIsNothingToReadAnew() {
        assertThat(configuration.readAnew("bundles").result()).isEqualTo("UNCHANGED");
        assertThat(journal).isEmpty();
    }

    @Test
    void withoutAFileThereIsNothingToDo() {
        source.delete();

        assertThat(configuration.start()).isEqualTo(OptionalInt.of(6));
    }

    @Test
    void aFileThatSaysNothingWaitsForAReload() {
        source.edit("");

        assertThat(configuration.start()).isEmpty();
    }

    @Test
    void aFileOfWhichNothingCanRunIsAConfigurationError() {
        source.edit("lamp hall { size 0 }");

        assertThat(configuration.start()).isEqualTo(OptionalInt.of(2));
    }

    @Test
    void aMissingPrivilegeHasAStatusOfItsOwn() {
        lamps.failToApply(new ApplyException("no CAP_NET_RAW", true, null));

        assertThat(configuration.start()).isEqualTo(OptionalInt.of(4));
    }

    @Test
    void aSectionThatFailsDoesNotStopTheOthers() {
        lamps.failToApply(new ApplyException("no current", false, null));

        assertThat(configuration.start()).isEmpty();

        assertThat(journal).containsExactly("door");
    }

    @Test
    void aSectionThatThrowsAtTheStartIsOneError() {
        source.edit("door front { size 2 }");
        lamps.failToPrepare(new IllegalStateException("bug"));

        assertThat(configuration.start()).isEmpty();

        assertThat(doors.runs).isEqualTo(Map.of("front", 2));
        assertThat(configuration.lastReport().problems())
                .singleElement()
                .asString()
                .startsWith("k.conf: FakeSection: failed with")
                .endsWith("[error]");
    }

    @Test
    void aReloadAppliesTheDifferences() {
        configuration.start();
        source.edit("lamp hall { size 4 }\nlamp attic { }");

        ReloadReport report = reload();

        assertThat(report.result()).isEqualTo("APPLIED");
        assertThat(report.changes())
                .containsExactly("ADD lamp attic", "CHANGE lamp hall: size 3 -> 4");
        assertThat(report.table())
                .containsExactly(
                        new ChangeRow("ADD", "lamp", "attic", ""),
                        new ChangeRow("CHANGE", "lamp", "hall", "size 3 -> 4"));
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 4, "attic", 1));
        assertThat(configuration.effective()).contains("lamp attic {");
    }

    @Test
    void aReloadOfTheSameSaysUnchanged() {
        configuration.start();

        assertThat(reload().result()).isEqualTo("UNCHANGED");
    }

    @Test
    void aPlanTouchesNothing() {
        configuration.start();
        source.edit("lamp attic { }");

        ReloadReport plan = configuration.plan();

        assertThat(plan.result()).isEqualTo("PLANNED");
        assertThat(plan.changes()).containsExactly("ADD lamp attic", "REMOVE lamp hall");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
        assertThat(configuration.lastReport().result()).isEqualTo("APPLIED");
        assertThat(configuration.effective()).contains("lamp hall {");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lamp hall { size 0 }",
                "lamp hall { size }",
                "lmap hall { size 3 }",
                "lamp attic { }\nunknown",
                "lamp hall { size 3 }\nlamp attic { size 0 }",
                "lamp hall { size x }",
                "lamp hall { size 3",
                "lamp hall { size 3 }\nlamp attic { size 2",
                "lamp hall { size 3 }\n\0",
                "include gone.conf",
                ""
            })
    void aReloadThatMayLoseTheServiceIsRefused(String text) {
        configuration.start();
        source.edit(text);

        ReloadReport report = reload();

        assertThat(report.result()).isEqualTo("REFUSED");
        assertThat(report.problems()).isNotEmpty();
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
        assertThat(configuration.effective()).contains("size 3");
        assertThat(configuration.plan().result()).isEqualTo("REFUSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lamp hall { size 3 }\nunknown",
                "lamp hall { size 3\n colour red }",
                "virtual_server 192.0.2.1 80 { }\nlamp hall { size 3 }"
            })
    void anUnknownKeywordAloneDoesNotRefuse(String text) {
        configuration.start();
        source.edit(text + "\nlamp attic { }");

        assertThat(reload().result()).isEqualTo("APPLIED");
        assertThat(lamps.runs).containsKey("attic");
    }

    @Test
    void anErrorThatTheRunningConfigurationHasAsWellDoesNotRefuse() {
        source.edit("lamp hall { size 3 }\nunknown");
        configuration.start();
        source.edit("# moved down\nlamp hall { size 4 }\nunknown");

        assertThat(reload().result()).isEqualTo("APPLIED");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 4));
    }

    @Test
    void aFileThatWentAwayRefuses() {
        configuration.start();
        source.delete();

        ReloadReport report = reload();

        assertThat(report.result()).isEqualTo("REFUSED");
        assertThat(report.summary()).contains("k.conf");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
    }

    @Test
    void aSectionThatThrowsRefusesTheReload() {
        configuration.start();
        source.edit("lamp hall { size 4 }");
        doors.failToPrepare(new IllegalStateException("bug"));

        assertThat(reload().result()).isEqualTo("REFUSED");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
    }

    @Test
    void whenASectionCannotApplyTheOthersGoBack() {
        configuration.start();
        source.edit("lamp hall { size 4 }\ndoor front { }");
        doors.failToApply(new ApplyException("stuck", false, null));

        ReloadReport report = reload();

        assertThat(report.result()).isEqualTo("REFUSED");
        assertThat(report.summary()).isEqualTo("stuck; rolled back");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
        assertThat(doors.runs).isEmpty();
        assertThat(configuration.effective()).contains("size 3");
    }

    @Test
    void aSectionThatComesLaterIsUsableAtTheNextReload() {
        configuration.start();
        FakeSection windows = new FakeSection("window", journal);
        source.edit(ONE_LAMP + "window south { }");
        reload();
        sections.add(windows);

        reload();

        assertThat(windows.runs).isEqualTo(Map.of("south", 1));
    }

    @Test
    void theKeywordsOfASectionThatWentAreUnknown() {
        configuration.start();
        sections.remove(lamps);

        assertThat(reload().problems())
                .containsExactly("k.conf:1: lamp: unknown keyword, its block is skipped [error]");
    }

    @Test
    void eachResultIsAnEvent() {
        configuration.start();
        source.edit("lamp hall { size 4 }");
        reload();
        reload();
        source.edit("lamp hall {");
        configuration.plan();
        reload();

        assertThat(told.texts)
                .hasSize(4)
                .startsWith(
                        "configuration APPLIED: started: 1 change",
                        "configuration APPLIED: reloaded: 1 change",
                        "configuration UNCHANGED: reloaded without changes");
        assertThat(told.texts.getLast()).startsWith("configuration REFUSED: ");
    }

    @Test
    void aTextThatIsValidatedTouchesNothing() {
        configuration.start();

        ReloadReport valid = configuration.validate("lamp attic { size 7 }");
        ReloadReport broken = configuration.validate("lamp attic { size");

        assertThat(valid.result()).isEqualTo("PLANNED");
        assertThat(valid.changes()).containsExactly("ADD lamp attic", "REMOVE lamp hall");
        assertThat(broken.result()).isEqualTo("REFUSED");
        assertThat(broken.problems()).isNotEmpty();
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
        assertThat(configuration.plan().changes()).isEmpty();
        assertThat(configuration.history().entries()).hasSize(1);
    }

    @Test
    void theHashTellsTextsApartAndNothingElse() {
        configuration.start();
        String first = configuration.hash();
        String planned = configuration.plan().hash();
        source.edit(ONE_LAMP + "# a word");
        String edited = configuration.plan().hash();
        String validated = configuration.validate(ONE_LAMP).hash();

        assertThat(first).matches("[0-9a-f]{64}").isEqualTo(planned).isEqualTo(validated);
        assertThat(edited).isNotEqualTo(first);
        assertThat(configuration.hash()).isEqualTo(first);
        reload();
        assertThat(configuration.hash()).isEqualTo(edited);
    }

    @Test
    void whatSpeaksAgainstTheTextRefusesIt() {
        configuration.start();
        source.edit("lamp hall { size 4 }");

        ReloadReport report =
                configuration.reload("control", reading -> Optional.of("not this one"));

        assertThat(report.result()).isEqualTo("REFUSED");
        assertThat(report.summary()).isEqualTo("not this one");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
    }

    private ReloadReport reload() {
        return configuration.reload("SIGHUP", reading -> Optional.empty());
    }
}
