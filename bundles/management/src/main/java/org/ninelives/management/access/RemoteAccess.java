package org.ninelives.management.access;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the connector open; where it cannot be, the daemon runs on and one line tells why. */
public final class RemoteAccess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteAccess.class);

    /** A port is mostly taken by an earlier run that is about to end. */
    private static final long RETRY_SECONDS = 30;

    private final ConnectorSettings settings;
    private final MBeanServer beans;
    private final Predicate<ObjectName> published;
    private final ScheduledExecutorService thread;
    private RemoteConnector connector;
    private boolean complained;

    /**
     * Does nothing yet.
     *
     * @param properties answers the value of a framework property or {@code null}
     * @param published whether a bean is one of those that services publish
     * @param thread runs the retries
     * @throws IllegalArgumentException for a property that makes no sense; the message is for the
     *     operator
     */
    public RemoteAccess(
            Function<String, String> properties,
            MBeanServer beans,
            Predicate<ObjectName> published,
            ScheduledExecutorService thread) {
        this.settings = ConnectorSettings.from(properties);
        this.beans = beans;
        this.published = published;
        this.thread = thread;
    }

    /** Opens the connector now, or later if the port is taken. */
    public synchronized void open() {
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
            if (isOpenToEavesdroppers()) {
                return;
            }
            connector = RemoteConnector.open(settings, files, beans, published, thread);
            LOG.info(
                    "JMX connector at {} (users {} and {}, passwords in {}{})",
                    settings.address(),
                    AccessFiles.MONITOR,
                    AccessFiles.CONTROL,
                    files.passwords(),
                    settings.tls().map(TlsSettings::summary).orElse(""));
        } catch (UnsafeFileException e) {
            LOG.error("JMX connector refused: {}", e.getMessage());
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

    private boolean isOpenToEavesdroppers() throws IOException {
        if (settings.tls().isPresent()
                || InetAddress.getByName(settings.host()).isLoopbackAddress()) {
            return false;
        }
        if (settings.insecure()) {
            LOG.warn(
                    "JMX connector at {} carries passwords and orders in the clear, as"
                            + " ninelives.jmx.insecure=true allows",
                    settings.address());
            return false;
        }
        LOG.error(
                "JMX connector refused: at {} it would carry passwords in the clear to other hosts;"
                        + " set jmx.tls=true, or jmx.host=127.0.0.1, or jmx.insecure=true if the"
                        + " network is safe, in ninelives.properties",
                settings.address());
        return true;
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
