package org.ninelives.ctl.command;

import java.util.List;
import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.OverridesMXBean;
import org.ninelives.api.management.ReloadReport;
import org.ninelives.api.management.VirtualServerStatus;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.ctl.access.Connection;

/**
 * A daemon at one moment, as far as one look tells whether it is well.
 *
 * @param version of the product
 * @param pid its process id
 * @param uptimeMillis since it was started
 * @param lastReload the last load or reload
 * @param instances the virtual routers
 * @param virtualServers the virtual servers
 * @param overrides what was set by hand
 * @param well whether nothing below is in trouble
 */
record Overview(
        String version,
        long pid,
        long uptimeMillis,
        ReloadReport lastReload,
        List<VrrpInstanceStatus> instances,
        List<VirtualServerStatus> virtualServers,
        List<OverrideStatus> overrides,
        boolean well) {

    /** Asks the daemon. */
    static Overview of(Connection daemon) {
        DaemonMXBean whole = daemon.bean(DaemonMXBean.class, ObjectNames.daemon());
        ReloadReport lastReload =
                daemon.bean(ConfigurationMXBean.class, ObjectNames.configuration())
                        .getLastReload();
        List<VrrpInstanceStatus> instances = List.copyOf(whole.getVirtualRouters().values());
        List<VirtualServerStatus> servers = List.copyOf(whole.getVirtualServers().values());
        List<OverrideStatus> overrides =
                daemon.bean(OverridesMXBean.class, ObjectNames.overrides()).getOverrides();
        boolean well =
                !lastReload.result().equals("REFUSED")
                        && instances.stream().noneMatch(Overview::isUnwell)
                        && servers.stream().noneMatch(Overview::isUnwell);
        return new Overview(
                whole.getVersion(),
                whole.getPid(),
                whole.getUptimeMillis(),
                lastReload,
                instances,
                servers,
                overrides,
                well);
    }

    static boolean isUnwell(VrrpInstanceStatus instance) {
        return instance.state().equals("FAULT") || instance.splitBrain();
    }

    static boolean isUnwell(VirtualServerStatus server) {
        return server.state().equals("DOWN");
    }
}
