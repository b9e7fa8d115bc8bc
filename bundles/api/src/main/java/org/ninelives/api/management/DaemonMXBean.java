package org.ninelives.api.management;

import java.util.List;

/** The daemon as a whole. */
@Description("The daemon as a whole")
public interface DaemonMXBean {

    @Description("Version of the product")
    String getVersion();

    @Description("Process id")
    long getPid();

    @Description("Milliseconds since the daemon was started")
    long getUptimeMillis();

    @Description(
            "Milliseconds from the start of the process until the first configuration was applied")
    long getStartMillis();

    @Description("Configuration id: decides which lines with @ID are used")
    String getConfigurationId();

    @Description("Installed bundles: symbolic name, version, state")
    List<String> getBundles();

    @Description("Stops the daemon as SIGTERM does: masters resign, addresses are removed")
    void stop();
}
