package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninelives.api.configuration.ApplyException;
import org.ninelives.api.management.HistoryEntry;
import org.ninelives.api.management.ReloadReport;

/** The way back, with sections of which the test knows what they run. */
class RollbackTest {

    private static final String ONE_LAMP = "lamp hall { size 3 }";

    private final FakeSection lamps = new FakeSection("lamp");
    private final FakeSection doors = new FakeSection("door");
    private final TextSource source = new TextSource(ONE_LAMP);
    private final RunningConfiguration configuration =
            new RunningConfiguration(
                    new Loader(source, KnownKeywords.load()),
                    () -> List.of(lamps, doors),
                    new Told());

    @Test
    void aRollbackBringsBackWhatRanBefore() {
        configuration.start();
        source.edit("lamp hall { size 4 }\ndoor front { }");
        reload();

        ReloadReport report = configuration.rollback("control", "");

        assertThat(report.result()).isEqualTo("APPLIED");
        assertThat(report.changes())
                .containsExactly("CHANGE lamp hall: size 4 -> 3", "REMOVE door front");
        assertThat(report.summary())
                .startsWith("went back to number 1, which is not what the files hold");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
        assertThat(doors.runs).isEmpty();
        assertThat(configuration.history().entries())
                .extracting(HistoryEntry::number, HistoryEntry::by, HistoryEntry::running)
                .containsExactly(
                        tuple(3L, "control", true),
                        tuple(2L, "SIGHUP", false),
                        tuple(1L, "start", false));
        assertThat(reload().changes()).contains("CHANGE lamp hall: size 3 -> 4");
    }

    @Test
    void rollbacksLeadFurtherAndFurtherBack() {
        configuration.start();
        for (int size = 4; size <= 6; size++) {
            source.edit("lamp hall { size " + size + " }");
            reload();
            reload(); // which changes nothing and is no step
        }

        configuration.rollback("control", "");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 5));
        configuration.rollback("control", "");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 4));
        configuration.rollback("control", "");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
        ReloadReport last = configuration.rollback("control", "");

        assertThat(last.result()).isEqualTo("REFUSED");
        assertThat(last.summary()).isEqualTo("nothing ran before that is still known");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
    }

    @Test
    void aRollbackToANumberTakesWhatRanThen() {
        configuration.start();
        source.edit("lamp hall { size 4 }");
        reload();
        source.edit("lamp hall {");
        reload();

        assertThat(configuration.rollback("control", 1, "it is dark").summary())
                .startsWith("went back to number 1 because it is dark");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
        assertThat(configuration.rollback("control", 2, "").result()).isEqualTo("APPLIED");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 4));
        for (long unknown : new long[] {3, 99, 0, -1}) {
            ReloadReport refused = configuration.rollback("control", unknown, "");
            assertThat(refused.result()).isEqualTo("REFUSED");
            assertThat(refused.summary()).startsWith("number " + unknown + " was not applied");
        }
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 4));
    }

    @Test
    void whatCouldNotRunBeforeDoesNotKeepFromGoingBack() {
        source.edit("lamp hall { size 3 }\nlamp attic { size 0 }");
        configuration.start();
        source.edit("lamp hall { size 4 }");
        reload();

        assertThat(configuration.rollback("control", "").result()).isEqualTo("APPLIED");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
    }

    @Test
    void aRollbackThatCannotBeAppliedLeavesWhatRuns() {
        configuration.start();
        source.edit("lamp hall { size 4 }\ndoor front { }");
        reload();
        doors.failToApply(new ApplyException("stuck", false, null));

        assertThat(configuration.rollback("control", "").result()).isEqualTo("REFUSED");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 4));
        assertThat(configuration.effective()).contains("size 4");
        assertThat(configuration.history().running()).isEqualTo(2);
    }

    @Test
    void aRollbackToWhatTheFilesHoldSaysNothingOfThem() {
        configuration.start();
        source.edit("lamp hall { size 4 }");
        reload();
        source.edit(ONE_LAMP);

        assertThat(configuration.rollback("control", "").summary())
                .isEqualTo("went back to number 1: 1 change");
    }

    private ReloadReport reload() {
        return configuration.reload("SIGHUP", reading -> Optional.empty());
    }
}
