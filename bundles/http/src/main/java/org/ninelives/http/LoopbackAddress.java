package org.ninelives.http;

import org.ninelives.api.net.IpAddress;

/**
 * Where something is served to this machine alone.
 *
 * @param address a loopback address
 * @param port 1..65535
 */
public record LoopbackAddress(IpAddress address, int port) {

    private static final int PORT_MAX = 65_535;
    private static final int IPV4_LOOPBACK = 127;

    public LoopbackAddress {
        if (!isLoopback(address)) {
            throw new IllegalArgumentException(
                    address
                            + " is not a loopback address (127.0.0.0/8 or ::1): it is served"
                            + " without TLS; for other machines put a proxy or a tunnel in front");
        }
        if (port < 1 || port > PORT_MAX) {
            throw new IllegalArgumentException(port + " is not in 1.." + PORT_MAX);
        }
    }

    /**
     * Reads {@code 127.0.0.1:9650} or {@code [::1]:9650}.
     *
     * @throws IllegalArgumentException worded for the operator
     */
    public static LoopbackAddress of(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        String port = text.substring(colon + 1);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (host.isEmpty() || !port.matches("[0-9]{1,9}") || host.contains(":") != bracketed) {
            throw new IllegalArgumentException(
                    text + " is not ADDRESS:PORT, such as 127.0.0.1:9650 or [::1]:9650");
        }
        return new LoopbackAddress(
                IpAddress.of(bracketed ? host.substring(1, host.length() - 1) : host),
                Integer.parseInt(port));
    }

    private static boolean isLoopback(IpAddress address) {
        return address.family() == IpAddress.Family.IPV4
                ? address.low() >>> 24 == IPV4_LOOPBACK
                : address.high() == 0 && address.low() == 1;
    }

    /** As it is written in the configuration. */
    @Override
    public String toString() {
        return (address.family() == IpAddress.Family.IPV4 ? address : "[" + address + "]")
                + ":"
                + port;
    }
}
