package org.ninelives.dbus.core;

import java.util.regex.Pattern;

/** The paths of objects, which are keepalived's whatever the name on the bus is. */
public final class ObjectPaths {

    /** The daemon. */
    public static final String VRRP = "/org/keepalived/Vrrp1/Vrrp";

    private static final String INSTANCES = "/org/keepalived/Vrrp1/Instance/";

    /** What the bus does not take in a path. */
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9]");

    private ObjectPaths() {}

    /**
     * A virtual router: {@code eth0.7}, 51 and {@code IPv4} make {@code …/eth0_7/51/IPv4}.
     *
     * @param interfaceName the one it runs on, or what stands for none; not empty
     * @param family {@code IPv4} or {@code IPv6}
     */
    public static String instance(String interfaceName, int virtualRouterId, String family) {
        return INSTANCES
                + FOREIGN.matcher(interfaceName).replaceAll("_")
                + "/"
                + virtualRouterId
                + "/"
                + family;
    }
}
