package org.ninelives.labs;

/** Who speaks BFD. */
enum BfdPeerKind {
    NINELIVES(Implementation.NINELIVES),
    KEEPALIVED(Implementation.KEEPALIVED),
    FRR(Implementation.NINELIVES),
    BIRD(Implementation.NINELIVES);

    private final Implementation daemon;

    BfdPeerKind(Implementation daemon) {
        this.daemon = daemon;
    }

    /** Ninelives on node {@code a}, and what a router on node {@code b} would be. */
    Pairing pairing() {
        return new Pairing(Implementation.NINELIVES, daemon);
    }

    /** Starts it with a packet every 10 ms, five of which may be missed. */
    BfdPeer start(Lab lab) {
        return switch (this) {
            case NINELIVES, KEEPALIVED -> new RouterPeer(lab);
            case FRR -> FrrPeer.start(lab);
            case BIRD -> new BirdPeer(lab);
        };
    }
}
