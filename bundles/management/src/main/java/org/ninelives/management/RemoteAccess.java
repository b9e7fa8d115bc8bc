package org.ninelives.management;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the connector open; where it cannot be, the daemon runs on and one line tells why. */
final class RemoteAccess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteAccess.class);

    /** A port is mostly taken by an earlier run that is about to end. */
    private static final long RETRY_SECONDS = 30;

    private final ConnectorSettings settings;
    private final MBeanServer beans;
    private final ScheduledExecutorService thread;
    private LoopbackConnector connector;
    private boolean complained;

    /**
     * Does nothing yet.
     *
     * @param thread runs the retries
     */
    RemoteAccess(ConnectorSettings settings, MBeanServer beans, ScheduledExecutorService thread) {
        this.settings = settings;
        this.beans = beans;
        this.thread = thread;
    }

    /** Opens the connector now, or later if the port is taken. */
    synchronized void open() {
        if (settings.isOff()) {
            LOG.info("JMX connector is off (ninelives.jmx.port=0); clients attach by process id");
            return;
        }
        AccessFiles files;
        try {
            files = AccessFiles.inFirstOf(settings.folders());
        } catch (UnsafeFileException e) {
            LOG.error("JMX connector refused: {}", e.getMessage());
            return;
        } catch (IOException e) {
            LOG.warn("No JMX connector, its password file cannot be made: {}", e.getMessage());
            return;
        }
        open(files);
    }

    private synchronized void open(AccessFiles files) {
        if (thread.isShutdown()) {
            return;
        }
        try {
            connector = LoopbackConnector.open(settings.host(), settings.port(), files, beans);
            LOG.info(
                    "JMX connector at {} (users {} and {}, passwords in {})",
                    connector.address(),
                    AccessFiles.MONITOR,
                    AccessFiles.CONTROL,
                    files.passwords());
        } catch (IOException e) {
            if (!complained) {
                complained = true;
                LOG.warn(
                        "No JMX connector at {} port {}: {}; trying again every {} seconds",
                        settings.host(),
                        settings.port(),
                        rootMessage(e),
                        RETRY_SECONDS);
            }
            var unused = thread.schedule(() -> open(files), RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public synchronized void close() {
        if (connector != null) {
            connector.close();
            connector = null;
        }
    }

    private static String rootMessage(Throwable e) {
        return e.getCause() == null ? e.getMessage() : rootMessage(e.getCause());
    }
}
