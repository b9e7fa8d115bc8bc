package org.ninelives.check.dns.core;

/** What kind of record is asked for, and its number in the registry of IANA. */
public enum QueryType {
    A(1),
    NS(2),
    CNAME(5),
    SOA(6),
    MX(15),
    TXT(16),
    AAAA(28),
    RRSIG(46),
    DNSKEY(48);

    private final int number;

    QueryType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
