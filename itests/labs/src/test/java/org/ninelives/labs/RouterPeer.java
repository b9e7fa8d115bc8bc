package org.ninelives.labs;

import java.nio.file.Path;

/** A daemon that understands keepalived.conf as the other end of a BFD session. */
final class RouterPeer implements BfdPeer {
    private final Lab lab;
    private final Router router;

    RouterPeer(Lab lab) {
        this.lab = lab;
        router = lab.start("b", withInterval(10));
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
