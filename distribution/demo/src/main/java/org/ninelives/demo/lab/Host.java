package org.ninelives.demo.lab;

import java.nio.file.Files;
import java.nio.file.Path;

/** One host of the {@link Lan}: a namespace whose {@code eth0} is plugged into the bridge. */
public final class Host {

    private static final Path NONLOCAL_BIND = Path.of("/proc/sys/net/ipv4/ip_nonlocal_bind");

    private final String name;
    private final String address;
    private final NetworkNamespace namespace;
    private final NetworkNamespace bridge;

    /**
     * Makes the host and plugs it in.
     *
     * @param name short name; its port on the bridge is called {@code to-NAME}
     * @param address own IPv4 address with prefix length
     */
    Host(String name, String address, NetworkNamespace namespace, NetworkNamespace bridge) {
        this.name = name;
        this.address = address;
        this.namespace = namespace;
        this.bridge = bridge;
        Ip.run(
                "-n %s link add %s type veth peer name eth0 netns %s"
                        .formatted(bridge.name(), port(), namespace.name()));
        Ip.run("-n %s link set %s master br0 up".formatted(bridge.name(), port()));
        Ip.run("-n %s link set lo up".formatted(namespace.name()));
        Ip.run("-n %s link set eth0 up".formatted(namespace.name()));
        addOwnAddress();
        // A service may listen on the shared address before this host owns it.
        namespace.call(() -> Files.writeString(NONLOCAL_BIND, "1"));
    }

    public String name() {
        return name;
    }

    public NetworkNamespace namespace() {
        return namespace;
    }

    /** Pulls the cable. */
    public void unplug() {
        Ip.run("-n %s link set %s down".formatted(bridge.name(), port()));
    }

    /** Plugs the cable in again, after what a boot does: only the host's own address is left. */
    public void plugAfterBoot() {
        Ip.run("-n %s addr flush dev eth0".formatted(namespace.name()));
        addOwnAddress();
        Ip.run("-n %s link set %s up".formatted(bridge.name(), port()));
    }

    private void addOwnAddress() {
        Ip.run("-n %s addr add %s dev eth0".formatted(namespace.name(), address));
    }

    private String port() {
        return "to-" + name;
    }
}
