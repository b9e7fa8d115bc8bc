package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.management.Caller;
import org.ninelives.api.management.HistoryEntry;

/** The configuration thread is the thread of the test. */
class ConfigurationBeanTest {

    private final FakeSection lamps = new FakeSection("lamp");
    private final TextSource source = new TextSource("lamp hall { size 3 }");
    private final Told told = new Told();
    private final RunningConfiguration configuration =
            new RunningConfiguration(
                    new Loader(source, KnownKeywords.load()), () -> List.of(lamps), told);
    private final Reloads reloads =
            new Reloads(
                    configuration,
                    () -> ReloadSettings.NONE,
                    new ServiceManager(message -> {}, () -> 0),
                    new HealthWatch(),
                    told,
                    () -> 0);
    private final ConfigurationBean bean =
            new ConfigurationBean(
                    configuration,
                    reloads,
                    new ScheduledReload(
                            () -> ReloadSettings.NONE,
                            () -> Instant.EPOCH,
                            ZoneOffset.UTC,
                            reloads::reload),
                    new ReloadQueue(Runnable::run, reloads::reload),
                    Runnable::run);

    @BeforeEach
    void start() {
        configuration.start();
    }

    @Test
    void whoAsksStandsInTheHistory() throws Exception {
        Caller.LOCAL.call(bean::reload);
        new Caller("control", "127.0.0.1").call(() -> bean.reload(bean.getHash()));
        new Caller("ops", "192.0.2.1").call(() -> bean.reloadGuarded("fault", 3));
        new Caller("ops", "192.0.2.1").call(() -> bean.rollback(1));
        bean.rollback();

        assertThat(bean.getHistory())
                .extracting(HistoryEntry::by)
                .containsExactly(
                        "local",
                        "ops at 192.0.2.1",
                        "ops at 192.0.2.1",
                        "control at 127.0.0.1",
                        "local",
                        "start");
    }

    @Test
    void whatOnlyReadsLeavesNothingInTheHistory() {
        source.edit("lamp hall { size 4 }");

        assertThat(bean.plan().result()).isEqualTo("PLANNED");
        assertThat(bean.planText()).contains("CHANGE lamp hall: size 3 -> 4");
        assertThat(bean.validate("").result()).isEqualTo("REFUSED");
        assertThat(bean.getHistory()).hasSize(1);
        assertThat(bean.getHash()).isNotEqualTo(bean.plan().hash());
        assertThat(bean.getScheduledReload()).isEmpty();
    }

    @Test
    void noStringIsAnEmptyOne() {
        assertThat(bean.validate(null).result()).isEqualTo("REFUSED");
        assertThat(bean.reload(null).result()).isEqualTo("REFUSED");
        assertThat(bean.reloadGuarded(null, 3).result()).isEqualTo("UNCHANGED");
    }

    @ParameterizedTest
    @CsvSource({"'', fault quorum", "quorum, quorum", "'mastership, fault', fault mastership"})
    void aGuardIsOneOrMoreWords(String words, String expected) {
        source.edit("lamp hall { size 4 }");
        bean.reloadGuarded(words, 3);

        assertThat(bean.getGuard()).isEqualTo(expected + ", 3 s left");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 3601, Long.MAX_VALUE})
    void aGuardHasALimit(long seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bean.reloadGuarded("fault", seconds))
                .withMessage("seconds: " + seconds + " is not in 1..3600");
        assertThat(bean.getHistory()).hasSize(1);
    }

    @Test
    void anUnknownConditionIsRefusedBeforeTheReload() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bean.reloadGuarded("fault flood", 3))
                .withMessageContaining("flood is none of fault|mastership|quorum");
        assertThat(bean.getHistory()).hasSize(1);
    }
}
