package org.ninelives.daemon;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ninelives.api.management.DaemonMXBean;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The daemon, for JMX clients. */
final class DaemonBean implements DaemonMXBean {

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
    private final long startMillis;

    /**
     * Made when the first configuration is applied.
     *
     * @param stop ends the daemon and returns at once
     */
    DaemonBean(
            BundleContext context, DaemonSettings settings, String configurationId, Runnable stop) {
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
