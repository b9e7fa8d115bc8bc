package org.ninelives.demo.lab;

/** A bridge in a namespace of its own, and the hosts plugged into it. */
public final class Lan {

    private final String prefix;
    private final Cleanup cleanup;
    private final NetworkNamespace bridge;

    /**
     * Makes the bridge.
     *
     * @param prefix first part of the names of all namespaces, unique on the machine
     * @param cleanup removes everything at the end
     */
    public Lan(String prefix, Cleanup cleanup) {
        this.prefix = prefix;
        this.cleanup = cleanup;
        this.bridge = NetworkNamespace.create(prefix + "-lan", cleanup);
        // Forwards from the first moment, and adverts to every port.
        Ip.run(
                "-n %s link add br0 type bridge forward_delay 0 stp_state 0 mcast_snooping 0"
                        .formatted(bridge.name()));
        Ip.run("-n %s link set br0 up".formatted(bridge.name()));
    }

    /**
     * Adds a host.
     *
     * @param name at most 12 characters
     * @param address IPv4 address with prefix length
     */
    public Host addHost(String name, String address) {
        return new Host(
                name, address, NetworkNamespace.create(prefix + "-" + name, cleanup), bridge);
    }

    /** Where every frame of the network can be seen, on the interface {@code br0}. */
    public NetworkNamespace bridge() {
        return bridge;
    }
}
