package org.ninelives.daemon;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.EventRecord;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventListener;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.notify.OverrideEvent;
import org.ninelives.api.notify.TrackerEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The daemon, for JMX clients. Safe for use by several threads. */
final class DaemonBean extends NotificationBroadcasterSupport
        implements DaemonMXBean, EventListener {

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
    private final AtomicLong notifications = new AtomicLong();

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
        super(
                info(
                        TRACKER_NOTIFICATION,
                        "something tracked is in another state; the message is the log line, the"
                                + " user data are kind and name"),
                info(
                        DAEMON_NOTIFICATION,
                        "a start, a reload or the like; the message is the log line, the user data"
                                + " are kind and name"),
                info(
                        HEALTH_NOTIFICATION,
                        "a real server came up or went down; the message is the log line, the user"
                                + " data are virtual server, real server and UP or DOWN"),
                info(
                        QUORUM_NOTIFICATION,
                        "a virtual server gained or lost its quorum; the message is the log line,"
                                + " the user data are virtual server and UP or DOWN"));
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
    public List<EventRecord> eventsSince(long sequence) {
        return journal.since(sequence);
    }

    @Override
    public void stop() {
        stop.run();
    }

    /** Virtual routers have notifications of their own. */
    @Override
    public void happened(Event event) {
        switch (event) {
            case TrackerEvent found ->
                    send(TRACKER_NOTIFICATION, found, found.kind().word(), found.name());
            case DaemonEvent told -> send(DAEMON_NOTIFICATION, told, told.type(), told.name());
            case LvsEvent.RealServerState change ->
                    send(
                            HEALTH_NOTIFICATION,
                            change,
                            change.virtualServer(),
                            change.realServer(),
                            state(change));
            case LvsEvent.QuorumState change ->
                    send(QUORUM_NOTIFICATION, change, change.virtualServer(), state(change));
            case OverrideEvent elsewhere -> {}
            case VrrpEvent elsewhere -> {}
        }
    }

    private static String state(LvsEvent change) {
        return change.up() ? "UP" : "DOWN";
    }

    private void send(String type, Event event, String... userData) {
        Notification notification =
                new Notification(
                        type, ObjectNames.daemon(), notifications.incrementAndGet(), event.text());
        notification.setUserData(userData);
        sendNotification(notification);
    }

    private static MBeanNotificationInfo info(String type, String description) {
        return new MBeanNotificationInfo(
                new String[] {type}, Notification.class.getName(), description);
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
