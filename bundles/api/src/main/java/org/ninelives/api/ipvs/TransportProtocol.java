package org.ninelives.api.ipvs;

/** The transport protocols that IPVS balances. */
public enum TransportProtocol {
    TCP(6),
    UDP(17),
    SCTP(132);

    private final int number;

    TransportProtocol(int number) {
        this.number = number;
    }

    /** As IANA assigned it. */
    public int number() {
        return number;
    }
}
