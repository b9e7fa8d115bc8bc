package org.ninelives.ctl.access;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import javax.management.InstanceNotFoundException;
import javax.management.JMX;
import javax.management.ListenerNotFoundException;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;

/** The beans of one daemon. For one thread, but for notifications. */
public final class Connection implements AutoCloseable {

    private static final String DOMAIN = "org.ninelives";

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    Connection(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.beans = connector.getMBeanServerConnection();
    }

    /** A bean as its interface. Its methods fail with the words of the daemon. */
    public <T> T bean(Class<T> type, ObjectName name) {
        return JMX.newMXBeanProxy(beans, name, type, false);
    }

    /** Whether there is such a bean now. */
    public boolean has(ObjectName name) throws IOException {
        return beans.isRegistered(name);
    }

    /**
     * All beans of a type, in order.
     *
     * @param type such as {@code VrrpInstance}
     */
    public Collection<ObjectName> all(String type) throws IOException {
        try {
            Set<ObjectName> found =
                    beans.queryNames(new ObjectName(DOMAIN + ":type=" + type + ",*"), null);
            return new TreeSet<>(found);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(type, e);
        }
    }

    /** Hears a bean from now on, on a thread of the connection. */
    public void listen(ObjectName name, NotificationListener listener) throws IOException {
        try {
            beans.addNotificationListener(name, listener, null, null);
        } catch (InstanceNotFoundException e) {
            throw new IOException(name + " is not there", e);
        }
    }

    /** Hears when the connection itself is lost. */
    public void listenToLoss(Runnable lost) {
        connector.addConnectionNotificationListener(
                (notification, handback) -> {
                    if (!notification.getType().equals("jmx.remote.connection.opened")) {
                        lost.run();
                    }
                },
                null,
                null);
    }

    /** Stops hearing a bean. */
    public void ignore(ObjectName name, NotificationListener listener) throws IOException {
        try {
            beans.removeNotificationListener(name, listener);
        } catch (InstanceNotFoundException | ListenerNotFoundException e) {
            // Then there is nothing to hear.
        }
    }

    /** A part of a name as people write it, without the quotes of JMX. */
    public static String property(ObjectName name, String key) {
        String value = name.getKeyProperty(key);
        return value.startsWith("\"") ? ObjectName.unquote(value) : value;
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
