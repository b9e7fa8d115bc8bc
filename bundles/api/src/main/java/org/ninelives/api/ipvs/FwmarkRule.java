package org.ninelives.api.ipvs;

import org.ninelives.api.net.IpAddress;

/**
 * Which packets get a mark, so that the service of that mark takes them.
 *
 * @param first the lowest address they are sent to
 * @param last the highest one, of the same family; equal to the first for a single address
 * @param port they are sent to, 0..65535; 0 for all
 * @param mark 1..2^32-1
 */
public record FwmarkRule(
        TransportProtocol protocol, IpAddress first, IpAddress last, int port, long mark) {

    public FwmarkRule {
        if (first.family() != last.family() || first.compareTo(last) > 0) {
            throw new IllegalArgumentException(first + "-" + last + " is no range of addresses");
        }
        if (mark < 1 || mark > 0xffff_ffffL) {
            throw new IllegalArgumentException("a mark is 1..4294967295: " + mark);
        }
    }
}
