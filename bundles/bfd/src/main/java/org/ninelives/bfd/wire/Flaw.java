package org.ninelives.bfd.wire;

/** Why a packet is discarded, RFC 5880 sections 6.8.6 and 6.8.7, RFC 5881 section 5. */
public enum Flaw {
    NONE("is right"),
    TOO_SHORT("is shorter than a control packet"),
    OTHER_VERSION("is not of version 1"),
    WRONG_LENGTH("tells a length that is not its own"),
    NO_MULTIPLIER("has a detection multiplier of 0"),
    MULTIPOINT("has the multipoint bit"),
    NO_SENDER("has no discriminator of its sender"),
    NO_RECEIVER("names no session, which only a session that is down may do"),
    POLL_AND_FINAL("has the poll and the final bit"),
    AUTHENTICATED("is authenticated, and no authentication is in use"),
    UNKNOWN_SESSION("is for no session of this node"),
    OTHER_ADDRESS("is for a session with another address"),
    TOO_MANY_HOPS("has come over more hops than max_hops allows");

    private final String text;

    Flaw(String text) {
        this.text = text;
    }

    /** What it is about the packet, to follow its name. */
    public String text() {
        return text;
    }
}
