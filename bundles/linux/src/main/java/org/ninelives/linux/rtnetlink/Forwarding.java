package org.ninelives.linux.rtnetlink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ninelives.api.system.Link;

/** Whether IPv6 packets are forwarded (net.ipv6.conf of the kernel's ip-sysctl.rst). */
final class Forwarding {

    private Forwarding() {}

    /** Of the network namespace of the calling thread; reading it does not wait for a disk. */
    static boolean isOn(Link link) {
        Path setting = Path.of("/proc/sys/net/ipv6/conf", link.name().name(), "forwarding");
        try {
            return !Files.readString(setting).strip().equals("0");
        } catch (IOException e) {
            return false; // The interface is gone, or has no IPv6.
        }
    }
}
