package org.ninelives.daemon;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ninelives.api.management.BfdSessionMXBean;
import org.ninelives.api.management.BfdSessionStatus;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.EventRecord;
import org.ninelives.api.management.InterfaceMXBean;
import org.ninelives.api.management.InterfaceStatus;
import org.ninelives.api.management.TrackerMXBean;
import org.ninelives.api.management.TrackerStatus;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.management.VirtualServerStatus;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.management.VrrpSyncGroupMXBean;
import org.ninelives.api.management.VrrpSyncGroupStatus;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The daemon, for JMX clients. Safe for use by several threads. */
final class DaemonBean implements DaemonMXBean {

    private static final int LATEST = 20;

    private static final Map<Integer, String> STATES =
            Map.of(
                    Bundle.INSTALLED, "installed",
                    Bundle.RESOLVED, "resolved",
                    Bundle.STARTING, "starting",
                    Bundle.ACTIVE, "active",
                    Bundle.STOPPING, "stopping");

    private final BundleContext context;
    private final DaemonSettings settings;
    private final String configurationId;
    private final Runnable stop;
    private final Journal journal;
    private final long startMillis;
    private final Tables tables;

    /**
     * Made when the first configuration is applied.
     *
     * @param stop ends the daemon and returns at once
     */
    DaemonBean(
            BundleContext context,
            DaemonSettings settings,
            String configurationId,
            Journal journal,
            Runnable stop) {
        tables = new Tables(context);
        this.journal = journal;
        this.context = context;
        this.settings = settings;
        this.configurationId = configurationId;
        this.stop = stop;
        this.startMillis = getUptimeMillis();
    }

    @Override
    public String getVersion() {
        return settings.version();
    }

    @Override
    public long getPid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public long getUptimeMillis() {
        return System.currentTimeMillis() - settings.startMillis();
    }

    @Override
    public long getStartMillis() {
        return startMillis;
    }

    @Override
    public String getConfigurationId() {
        return configurationId;
    }

    @Override
    public List<String> getBundles() {
        return Arrays.stream(context.getBundles()).map(DaemonBean::line).toList();
    }

    @Override
    public Map<String, VrrpInstanceStatus> getVirtualRouters() {
        return tables.table(
                VrrpInstanceMXBean.class, VrrpInstanceMXBean::getStatus, VrrpInstanceStatus::name);
    }

    @Override
    public Map<String, VrrpSyncGroupStatus> getSyncGroups() {
        return tables.table(
                VrrpSyncGroupMXBean.class,
                VrrpSyncGroupMXBean::getStatus,
                VrrpSyncGroupStatus::name);
    }

    @Override
    public Map<String, InterfaceStatus> getInterfaces() {
        return tables.table(
                InterfaceMXBean.class, InterfaceMXBean::getStatus, InterfaceStatus::name);
    }

    @Override
    public Map<String, TrackerStatus> getTrackers() {
        return tables.table(
                TrackerMXBean.class,
                TrackerMXBean::getStatus,
                tracker -> tracker.kind() + " " + tracker.name());
    }

    @Override
    public Map<String, BfdSessionStatus> getBfdSessions() {
        return tables.table(
                BfdSessionMXBean.class, BfdSessionMXBean::getStatus, BfdSessionStatus::name);
    }

    @Override
    public Map<String, VirtualServerStatus> getVirtualServers() {
        return tables.table(
                VirtualServerMXBean.class,
                VirtualServerMXBean::getStatus,
                VirtualServerStatus::name);
    }

    @Override
    public Map<Long, EventRecord> getLatestEvents() {
        Map<Long, EventRecord> latest = new TreeMap<>();
        journal.since(journal.last() - LATEST)
                .forEach(event -> latest.put(event.sequence(), event));
        return latest;
    }

    @Override
    public long getFirstEventSequence() {
        return journal.first();
    }

    @Override
    public long getLastEventSequence() {
        return journal.last();
    }

    @Override
    public long getDroppedNotifications() {
        return journal.dropped();
    }

    @Override
    public List<EventRecord> eventsSince(long sequence) {
        return journal.since(sequence);
    }

    @Override
    public void stop() {
        stop.run();
    }

    private static String line(Bundle bundle) {
        return String.format(
                Locale.ROOT,
                "%s %s %s",
                bundle.getSymbolicName(),
                bundle.getVersion(),
                STATES.getOrDefault(bundle.getState(), "uninstalled"));
    }
}
