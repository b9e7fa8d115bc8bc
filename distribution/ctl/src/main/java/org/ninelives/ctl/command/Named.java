package org.ninelives.ctl.command;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.management.VrrpInstanceMXBean;
import picocli.CommandLine.Parameters;

/** Words that name a virtual router, a virtual server or a real server. */
final class Named {

    /** Turns something off for a while. */
    interface Disabling {
        OverrideStatus disable(long seconds, String lasting);
    }

    /** What all three can do. */
    record Service(Supplier<List<String>> explain, Disabling disabling, BooleanSupplier enable) {}

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "an instance, or a virtual server such as 10.0.0.1:80")
    private String name;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "REAL_SERVER",
            description = "a real server of the virtual server")
    private String realServer = "";

    Service find(Session session) throws Exception {
        Finder finder = session.finder();
        if (!realServer.isEmpty()) {
            RealServerMXBean server = finder.realServer(name, realServer);
            return new Service(server::explain, server::disable, server::enable);
        }
        if (finder.isInstance(name) || finder.names("VirtualServer", "name").isEmpty()) {
            VrrpInstanceMXBean instance = finder.instance(name);
            return new Service(instance::explain, instance::disable, instance::enable);
        }
        VirtualServerMXBean server = finder.virtualServer(name);
        return new Service(server::explain, server::disable, server::enable);
    }

    @Override
    public String toString() {
        return realServer.isEmpty() ? name : realServer + " of " + name;
    }
}
