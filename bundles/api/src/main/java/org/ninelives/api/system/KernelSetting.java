package org.ninelives.api.system;

import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;

/**
 * A number among the kernel's settings (sysctl(8)).
 *
 * @param path where it is below /proc/sys, such as {@code net/ipv4/conf/eth0/rp_filter}
 */
public record KernelSetting(String path) {

    /**
     * A setting of an interface.
     *
     * @param link the interface; {@code all} and {@code default} have the kernel's special meaning
     * @param name such as {@code rp_filter}, see ip-sysctl.rst of the kernel
     */
    public static KernelSetting of(IpAddress.Family family, InterfaceName link, String name) {
        String protocol = family == IpAddress.Family.IPV4 ? "ipv4" : "ipv6";
        return new KernelSetting("net/" + protocol + "/conf/" + link + "/" + name);
    }

    @Override
    public String toString() {
        return path;
    }
}
