package org.ninelives.labs;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServerConnection;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A program that prints how a bean describes itself, then {@code watching}, and then each of its
 * notifications.
 *
 * <p>Arguments: {@code host:port} of the connector, user, bean. The password comes as input.
 */
public final class BeanWatcher {
    private BeanWatcher() {}

    @SuppressWarnings("BanJNDI") // the name is looked up in the registry of the daemon under test
    public static void main(String[] arguments) throws Exception {
        String password = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
        JMXServiceURL url =
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://" + arguments[0] + "/jmxrmi");
        Map<String, Object> settings =
                Map.of(JMXConnector.CREDENTIALS, new String[] {arguments[1], password});
        JMXConnector connector = JMXConnectorFactory.connect(url, settings);
        MBeanServerConnection beans = connector.getMBeanServerConnection();
        ObjectName bean = new ObjectName(arguments[2]);
        describe(beans.getMBeanInfo(bean));
        beans.addNotificationListener(
                bean,
                (notification, handback) ->
                        System.out.println(
                                notification.getType()
                                        + ": "
                                        + notification.getMessage()
                                        + ": "
                                        + told(notification)),
                null,
                null);
        System.out.println("watching");
        Thread.currentThread().join();
    }

    /** Its number, and some of its user data. */
    private static String told(Notification notification) {
        CompositeData entry = (CompositeData) notification.getUserData();
        TabularData data = (TabularData) entry.get("data");
        return "number %d is %d, previous %s, state %s"
                .formatted(
                        notification.getSequenceNumber(),
                        (Long) entry.get("sequence"),
                        value(data, "previous"),
                        value(data, "state"));
    }

    private static Object value(TabularData data, String key) {
        return data.get(new Object[] {key}).get("value");
    }

    private static void describe(MBeanInfo info) {
        System.out.println("bean: " + info.getDescription());
        Stream.of(info.getAttributes()).forEach(attribute -> tell("attribute", attribute));
        for (MBeanOperationInfo operation : info.getOperations()) {
            tell("operation", operation);
            Stream.of(operation.getSignature())
                    .forEach(parameter -> tell("parameter of " + operation.getName(), parameter));
        }
    }

    private static void tell(String kind, MBeanFeatureInfo feature) {
        System.out.println(kind + " " + feature.getName() + ": " + feature.getDescription());
    }
}
