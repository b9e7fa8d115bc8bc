package org.ninelives.vrrp.wire;

/** What the checksum of an advert was taken over. */
public enum ChecksumForm {
    /** The message alone: version 2, and version 3 over IPv4 as RFC 9568 section 5.2.8 has it. */
    MESSAGE("message alone (RFC 9568)"),
    /** The message behind a pseudo header: IPv6, and version 3 over IPv4 as RFC 5798 has it. */
    PSEUDO_HEADER("with pseudo header (RFC 5798)"),
    /** A pseudo header that names the multicast group although the advert is unicast. */
    OLD_UNICAST("with pseudo header of the multicast group (keepalived up to 1.3.6)"),
    /** None of them: the packet was damaged. */
    WRONG("wrong");

    private final String text;

    ChecksumForm(String text) {
        this.text = text;
    }

    /** A few words for the operator. */
    @Override
    public String toString() {
        return text;
    }
}
