package org.ninelives.snmp.settings;

/**
 * Where the SNMP agent of the machine takes subagents.
 *
 * @param place the path of a unix socket, otherwise a host name or address
 * @param port 1..65535; 0 of a unix socket
 */
public record MasterAddress(Transport transport, String place, int port) {

    /** Where net-snmp listens if nothing else is said. */
    public static final MasterAddress DEFAULT =
            new MasterAddress(Transport.UNIX, "/var/agentx/master", 0);

    /** The port of AgentX by RFC 2741. */
    private static final int PORT = 705;

    private static final int PORT_MAX = 65_535;

    /** How packets travel. */
    public enum Transport {
        UNIX("unix:"),
        TCP("tcp:"),
        UDP("udp:");

        private final String prefix;

        Transport(String prefix) {
            this.prefix = prefix;
        }
    }

    /**
     * Reads {@code unix:/path}, {@code /path}, {@code tcp:HOST:PORT} or {@code udp:HOST:PORT}; the
     * port may be left out.
     *
     * @throws IllegalArgumentException worded for the operator
     */
    public static MasterAddress of(String text) {
        if (text.startsWith("/")) {
            return new MasterAddress(Transport.UNIX, text, 0);
        }
        for (Transport transport : Transport.values()) {
            if (text.startsWith(transport.prefix)) {
                String place = text.substring(transport.prefix.length());
                return transport == Transport.UNIX ? unix(place) : host(transport, place, text);
            }
        }
        throw wrong(text);
    }

    private static MasterAddress unix(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("'" + path + "' is not the whole path of a socket");
        }
        return new MasterAddress(Transport.UNIX, path, 0);
    }

    private static MasterAddress host(Transport transport, String place, String text) {
        int colon = place.lastIndexOf(':');
        boolean withPort = colon > place.lastIndexOf(']') && colon >= 0;
        String host = withPort ? place.substring(0, colon) : place;
        String port = withPort ? place.substring(colon + 1) : Integer.toString(PORT);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (host.isEmpty() || !port.matches("[0-9]{1,5}") || host.contains(":") != bracketed) {
            throw wrong(text);
        }
        int number = Integer.parseInt(port);
        if (number < 1 || number > PORT_MAX) {
            throw new IllegalArgumentException(port + " is not in 1.." + PORT_MAX);
        }
        return new MasterAddress(
                transport, bracketed ? host.substring(1, host.length() - 1) : host, number);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                text + " is none of /PATH, unix:/PATH, tcp:HOST:PORT, udp:HOST:PORT");
    }

    /** As it is written in the configuration. */
    @Override
    public String toString() {
        if (transport == Transport.UNIX) {
            return transport.prefix + place;
        }
        String host = place.contains(":") ? "[" + place + "]" : place;
        return transport.prefix + host + ":" + port;
    }
}
