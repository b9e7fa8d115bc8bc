package org.ninelives.notify.script.fifo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ninelives.notify.script.FakeScripts;
import org.ninelives.notify.script.GlobalDefs;
import org.ninelives.notify.script.settings.FifoKind;
import org.ninelives.testkit.FakeFifos;

class FifoBoardTest {

    private static final Path ALL = Path.of("/run/all");
    private static final Path VRRP = Path.of("/run/vrrp");
    private static final Path LVS = Path.of("/run/lvs");

    private final FakeFifos fifos = new FakeFifos();
    private final FakeScripts scripts = new FakeScripts();
    private final FifoBoard board = new FifoBoard(fifos, scripts);

    private void apply(String text) {
        board.apply(GlobalDefs.settings(text));
    }

    @Test
    void linesOfVrrpGoToTheFifosOfAllAndOfVrrp() {
        apply("notify_fifo /run/all\nvrrp_notify_fifo /run/vrrp\nlvs_notify_fifo /run/lvs");
        board.write(FifoKind.VRRP, "line");
        assertThat(fifos.read(ALL)).isEqualTo("line\n");
        assertThat(fifos.read(VRRP)).isEqualTo("line\n");
        assertThat(fifos.read(LVS)).isEmpty();
    }

    @Test
    void linesOfVirtualServersGoToTheFifosOfAllAndOfThem() {
        apply("notify_fifo /run/all\nvrrp_notify_fifo /run/vrrp\nlvs_notify_fifo /run/lvs");
        board.write(FifoKind.LVS, "line");
        assertThat(fifos.read(ALL)).isEqualTo("line\n");
        assertThat(fifos.read(LVS)).isEqualTo("line\n");
        assertThat(fifos.read(VRRP)).isEmpty();
    }

    @Test
    void oneFifoForBothIsToldOnce() {
        apply("notify_fifo /run/all\nvrrp_notify_fifo /run/all");
        board.write(FifoKind.VRRP, "line");
        assertThat(fifos.read(ALL)).isEqualTo("line\n");
    }

    @Test
    void ofTwoThatShareAPathTheFirstDecidesWhoseItIs() {
        apply("vrrp_notify_fifo /run/all no-such-user\nnotify_fifo /run/all nobody");
        board.write(FifoKind.VRRP, "line");
        assertThat(fifos.read(ALL)).isEqualTo("line\n");
    }

    @Test
    void withoutFifosLinesGoNowhere() {
        board.write(FifoKind.VRRP, "early");
        apply("");
        board.write(FifoKind.VRRP, "line");
        assertThat(fifos.exists(ALL)).isFalse();
    }

    @Test
    void aReloadKeepsOpenWhatIsWantedAndClosesTheRest() {
        apply("notify_fifo /run/all\nvrrp_notify_fifo /run/vrrp");
        board.write(FifoKind.VRRP, "before");
        apply("notify_fifo /run/all\nlvs_notify_fifo /run/lvs");
        board.write(FifoKind.VRRP, "after");
        assertThat(fifos.read(ALL)).isEqualTo("before\nafter\n");
        assertThat(fifos.exists(VRRP)).isFalse();
        assertThat(fifos.exists(LVS)).isTrue();
    }

    @Test
    void aFifoForAnotherUserIsMadeAnew() {
        apply("notify_fifo /run/all");
        board.write(FifoKind.VRRP, "before");
        apply("notify_fifo /run/all nobody");
        assertThat(fifos.read(ALL)).isEmpty();
    }

    @Test
    void whatCannotBeOpenedHarmsNoOther() {
        fifos.makeFile(ALL);
        apply(
                """
                notify_fifo /run/all
                notify_fifo_script /bin/reader
                vrrp_notify_fifo /run/vrrp
                """);
        board.write(FifoKind.VRRP, "line");
        assertThat(fifos.read(VRRP)).isEqualTo("line\n");
        assertThat(scripts.running()).isEmpty();
    }

    @Test
    void aFullFifoLosesLinesAndTakesThemAgainWhenRead() {
        apply("notify_fifo /run/all\nvrrp_notify_fifo /run/vrrp");
        String line = "x".repeat(4000);
        for (int i = 0; i < 30; i++) {
            board.write(FifoKind.VRRP, line);
            fifos.read(VRRP);
        }
        assertThat(fifos.read(ALL).length()).isBetween(16 * 4000, 17 * 4001);
        board.write(FifoKind.VRRP, "again");
        assertThat(fifos.read(ALL)).isEqualTo("again\n");
        assertThat(fifos.read(VRRP)).isEqualTo("again\n");
    }

    @Test
    void aReaderIsStartedWithThePathAsItsLastWord() {
        apply("notify_fifo /run/all\nnotify_fifo_script \"/bin/reader -v\" nobody");
        assertThat(scripts.commands()).containsExactly("/bin/reader -v /run/all");
        assertThat(scripts.running().getFirst().job().timeout()).isZero();
        assertThat(scripts.running().getFirst().job().script().user().orElseThrow().user())
                .isEqualTo("nobody");
    }

    @Test
    void aReloadEndsAReaderAndThenStartsTheNext() {
        apply("notify_fifo /run/all\nnotify_fifo_script /bin/reader");
        apply("notify_fifo /run/all\nnotify_fifo_script /bin/other");
        assertThat(scripts.commands())
                .containsExactly("/bin/reader /run/all", "/bin/other /run/all");
        assertThat(scripts.running()).hasToString("[/bin/other /run/all]");
        apply("notify_fifo /run/all");
        assertThat(scripts.running()).isEmpty();
    }

    @Test
    void aReaderThatEndedIsStartedAgainByAReload() {
        apply("notify_fifo /run/all\nnotify_fifo_script /bin/reader");
        scripts.find("/bin/reader").exit(1);
        assertThat(scripts.running()).isEmpty();
        apply("notify_fifo /run/all\nnotify_fifo_script /bin/reader");
        assertThat(scripts.running()).hasSize(1);
    }

    @Test
    void aReaderThatMayNotRunIsNotStarted() {
        apply("notify_fifo /run/all\nnotify_fifo_script /no/reader");
        board.write(FifoKind.VRRP, "line");
        assertThat(scripts.commands()).isEmpty();
        assertThat(fifos.read(ALL)).isEqualTo("line\n");
    }

    @Test
    void closingRemovesWhatWasMadeAndEndsReaders() {
        fifos.makeFifo(ALL);
        apply(
                """
                notify_fifo /run/all
                vrrp_notify_fifo /run/vrrp
                vrrp_notify_fifo_script /bin/reader
                """);
        board.close(Duration.ZERO);
        assertThat(fifos.exists(ALL)).isTrue();
        assertThat(fifos.exists(VRRP)).isFalse();
        assertThat(scripts.running()).isEmpty();
        board.write(FifoKind.VRRP, "late");
        assertThat(fifos.read(ALL)).isEmpty();
    }

    @Test
    void aReaderThatEndsWithItsFifoIsWaitedFor() throws Exception {
        apply("notify_fifo /run/all\nnotify_fifo_script /bin/reader");
        FakeScripts.Started reader = scripts.find("/bin/reader");
        Thread other = Thread.ofVirtual().start(() -> reader.exit(0));
        board.close(Duration.ofDays(1));
        other.join();
        assertThat(scripts.running()).isEmpty();
    }
}
