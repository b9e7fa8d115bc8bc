package org.ninelives.notify.script.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.notify.script.GlobalDefs;

class NotifyReaderTest {

    @Test
    void nothingIsSaidAndTheDefaultsHold() {
        GlobalDefs defs = new GlobalDefs("");
        assertThat(defs.settings()).isEqualTo(NotifySettings.DEFAULT);
        assertThat(defs.problems()).isEmpty();
    }

    @Test
    void everyFifoHasAnOwnerAndAReader() {
        GlobalDefs defs =
                new GlobalDefs(
                        """
                        enable_script_security
                        notify_fifo /run/all
                        notify_fifo_script "/bin/reader -v" nobody nogroup
                        vrrp_notify_fifo /run/vrrp nobody
                        lvs_notify_fifo /run/lvs nobody nogroup
                        """);
        ScriptUser nobody = new ScriptUser("nobody", Optional.empty());
        ScriptUser nogroup = new ScriptUser("nobody", Optional.of("nogroup"));
        assertThat(defs.settings().fifos())
                .isEqualTo(
                        Map.of(
                                FifoKind.ALL,
                                new FifoSettings(
                                        Path.of("/run/all"),
                                        Optional.empty(),
                                        Optional.of(
                                                new Script(
                                                        List.of("/bin/reader", "-v"),
                                                        Optional.of(nogroup)))),
                                FifoKind.VRRP,
                                new FifoSettings(
                                        Path.of("/run/vrrp"),
                                        Optional.of(nobody),
                                        Optional.empty()),
                                FifoKind.LVS,
                                new FifoSettings(
                                        Path.of("/run/lvs"),
                                        Optional.of(nogroup),
                                        Optional.empty())));
        assertThat(defs.problems()).isEmpty();
    }

    @Test
    void timesAndOrderCanBeChosen() {
        NotifySettings settings =
                GlobalDefs.settings(
                        """
                        fifo_write_vrrp_states_on_reload
                        notify_parallel
                        notify_timeout 2.5
                        notify_stop_timeout 3
                        notify_pre_stop_timeout 0
                        script_user nobody
                        """);
        assertThat(settings.statesOnReload()).isTrue();
        assertThat(settings.parallel()).isTrue();
        assertThat(settings.timeout()).isEqualTo(Duration.ofMillis(2500));
        assertThat(settings.stopLimit()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.preStopLimit()).isZero();
        assertThat(settings.rules().user()).contains(new ScriptUser("nobody", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "notify_fifo, a path",
        "vrrp_notify_fifo run/fifo, run/fifo is not an absolute path",
        "notify_fifo_script, a command",
        "notify_timeout -1, is not a decimal number",
        "notify_timeout 86401, is not in 0..86400",
        "notify_parallel maybe, none of true",
        "notify_fifos /run/x, notify_fifo",
    })
    void whatCannotBeReadIsToldOf(String line, String words) {
        GlobalDefs defs = new GlobalDefs(line);
        assertThat(defs.settings()).isEqualTo(NotifySettings.DEFAULT);
        assertThat(defs.problems()).singleElement().asString().contains("f:1").contains(words);
    }

    @Test
    void aReaderWithoutAFifoHasNothingToRead() {
        GlobalDefs defs = new GlobalDefs("vrrp_notify_fifo_script /bin/reader");
        assertThat(defs.settings().fifos()).isEmpty();
        assertThat(defs.problems())
                .containsExactly(
                        "WARNING f:1: vrrp_notify_fifo_script: has nothing to read; add"
                                + " vrrp_notify_fifo PATH");
    }

    @Test
    void twoReadersOfOneFifoAreDoubtful() {
        GlobalDefs defs =
                new GlobalDefs(
                        """
                        enable_script_security
                        notify_fifo /run/all
                        notify_fifo_script /bin/reader
                        vrrp_notify_fifo /run/../run/all
                        vrrp_notify_fifo_script /bin/other
                        """);
        assertThat(defs.settings().fifos()).hasSize(2);
        assertThat(defs.problems())
                .singleElement()
                .asString()
                .startsWith("WARNING f:2: notify_fifo: two programs read one FIFO");
    }

    @Test
    void aReaderIsAScriptThatNeedsScriptSecurity() {
        GlobalDefs defs = new GlobalDefs("notify_fifo /run/all\nnotify_fifo_script /bin/reader");
        defs.settings();
        assertThat(defs.problems())
                .singleElement()
                .asString()
                .startsWith("WARNING f:2: notify_fifo_script: SECURITY VIOLATION");
    }
}
