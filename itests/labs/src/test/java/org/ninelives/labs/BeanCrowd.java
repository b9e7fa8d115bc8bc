package org.ninelives.labs;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Many clients that read every attribute of every bean of a daemon, each ten times a second or as
 * fast as it can; made of nothing but the JDK.
 *
 * <p>Arguments: the process id, the number of clients, and for how many seconds. It prints what the
 * daemon holds before and after, and in between what was read.
 */
public final class BeanCrowd {
    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final JMXServiceURL url;
    private final LongAdder rounds = new LongAdder();
    private final LongAdder attributes = new LongAdder();
    private final LongAdder gone = new LongAdder();
    private final Set<String> wrong = ConcurrentHashMap.newKeySet();

    private BeanCrowd(JMXServiceURL url) {
        this.url = url;
    }

    public static void main(String[] arguments) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(arguments[0]);
        BeanCrowd crowd = new BeanCrowd(new JMXServiceURL(machine.startLocalManagementAgent()));
        machine.detach();
        int clients = Integer.parseInt(arguments[1]);
        long seconds = Long.parseLong(arguments[2]);
        crowd.run(clients, 5);
        System.out.println("before: " + crowd.holdings());
        crowd.forget();
        crowd.run(clients, seconds);
        System.out.printf(
                "read: %d rounds, %d attributes in %d s; %d beans had gone meanwhile%n",
                crowd.rounds.sum(), crowd.attributes.sum(), seconds, crowd.gone.sum());
        crowd.wrong.stream().limit(20).forEach(what -> System.out.println("wrong: " + what));
        // Its input ends when the bundles have come to rest.
        System.in.transferTo(OutputStream.nullOutputStream());
        System.out.println("after: " + crowd.holdings());
    }

    private void forget() {
        rounds.reset();
        attributes.reset();
        gone.reset();
    }

    private void run(int clients, long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            threads.add(Thread.ofPlatform().start(() -> readUntil(end)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @SuppressWarnings("BanJNDI") // JNDI has no part in it: the address holds the stub
    private JMXConnector connect() throws IOException {
        // Without the check now and then, there is one connection and never a second.
        return JMXConnectorFactory.connect(
                url, Map.of("jmx.remote.x.client.connection.check.period", 0L));
    }

    private void readUntil(long endNanos) {
        try (JMXConnector connector = connect()) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            Map<ObjectName, String[]> names = new ConcurrentHashMap<>();
            while (System.nanoTime() < endNanos) {
                long next = System.nanoTime() + ROUND_NANOS;
                for (ObjectName bean : beans.queryNames(new ObjectName("org.ninelives:*"), null)) {
                    read(beans, bean, names);
                }
                rounds.increment();
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            }
        } catch (IOException | JMException e) {
            wrong.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(MBeanServerConnection beans, ObjectName bean, Map<ObjectName, String[]> names)
            throws IOException, JMException {
        try {
            String[] wanted = names.get(bean);
            if (wanted == null) {
                wanted = attributes(beans, bean);
                names.put(bean, wanted);
            }
            AttributeList read = beans.getAttributes(bean, wanted);
            attributes.add(read.size());
            if (read.size() != wanted.length) {
                wrong.add(bean + ": " + read.size() + " of " + wanted.length + " attributes");
            }
            compare(bean, read);
        } catch (InstanceNotFoundException e) {
            gone.increment();
        }
    }

    private static String[] attributes(MBeanServerConnection beans, ObjectName bean)
            throws IOException, JMException {
        List<String> names = new ArrayList<>();
        for (MBeanAttributeInfo attribute : beans.getMBeanInfo(bean).getAttributes()) {
            names.add(attribute.getName());
        }
        return names.toArray(String[]::new);
    }

    /** What is both an attribute and part of the status is the same in both. */
    private void compare(ObjectName bean, AttributeList read) {
        CompositeData status = null;
        for (Attribute attribute : read.asList()) {
            if (attribute.getName().equals("Status")) {
                status = (CompositeData) attribute.getValue();
            }
        }
        if (status == null) {
            return;
        }
        for (Attribute attribute : read.asList()) {
            String name = attribute.getName();
            String item = Character.toLowerCase(name.charAt(0)) + name.substring(1);
            if (status.containsKey(item) && !status.get(item).equals(attribute.getValue())) {
                wrong.add(bean + ": " + name + " is not that of the status");
            }
        }
    }

    private String holdings() throws IOException, JMException {
        try (JMXConnector connector = connect()) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            ObjectName memory = new ObjectName("java.lang:type=Memory");
            beans.invoke(memory, "gc", new Object[0], new String[0]);
            CompositeData heap = (CompositeData) beans.getAttribute(memory, "HeapMemoryUsage");
            ObjectName threads = new ObjectName("java.lang:type=Threading");
            return "%d beans, %s threads, %d KB heap"
                    .formatted(
                            beans.queryNames(new ObjectName("org.ninelives:*"), null).size(),
                            beans.getAttribute(threads, "ThreadCount"),
                            (Long) heap.get("used") >> 10);
        }
    }
}
