package org.ninelives.api.system;

/**
 * Ports of UDP or TCP.
 *
 * @param first 1..65534
 * @param last no less than {@code first}, up to 65534
 */
public record PortRange(int first, int last) {

    /** The kernel refuses 0 and 65535 (fib_rule_port_range_valid in net/fib_rules.h). */
    private static final int PORT_MAX = 65_534;

    public PortRange {
        Unsigned.check("port", first, 1, PORT_MAX);
        Unsigned.check("port", last, first, PORT_MAX);
    }
}
