package org.ninelives.labs;

import java.nio.file.Path;
import java.util.List;

/** A daemon that understands keepalived.conf as the other end of a BFD session. */
final class RouterPeer implements BfdPeer {
    /**
     * So that whatever else runs on the machine does not hold it up. With bfd_rt_priority the BFD
     * process of keepalived 2.2.7 is killed after a reload by its own limit of processor time.
     */
    private static final List<String> REAL_TIME = List.of("chrt", "-r", "50");

    private final Lab lab;
    private final Router router;

    RouterPeer(Lab lab) {
        this.lab = lab;
        router = lab.start("b", withInterval(10), REAL_TIME);
    }

    private Path withInterval(int millis) {
        return Labs.edited(
                lab,
                "b",
                text ->
                        text.replace("min_rx 10", "min_rx " + millis)
                                .replace("min_tx 10", "min_tx " + millis));
    }

    @Override
    public void setInterval(int millis) {
        withInterval(millis);
        router.reload();
    }

    @Override
    public void kill() {
        router.kill9();
    }
}
