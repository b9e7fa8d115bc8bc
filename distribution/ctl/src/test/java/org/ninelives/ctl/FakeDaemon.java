package org.ninelives.ctl;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXConnectorServerFactory;
import javax.management.remote.JMXServiceURL;

/** Beans that answer what a test wants, behind a real connector on the loopback. */
final class FakeDaemon implements AutoCloseable {

    private final MBeanServer beans = MBeanServerFactory.newMBeanServer();
    private final Map<ObjectName, Map<String, Function<Object[], Object>>> answers =
            new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Registry registry;
    private final JMXConnectorServer connector;
    private final int port;

    FakeDaemon() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        registry = LocateRegistry.createRegistry(port);
        connector =
                JMXConnectorServerFactory.newJMXConnectorServer(
                        new JMXServiceURL("service:jmx:rmi:///jndi/rmi://" + address() + "/jmxrmi"),
                        Map.of(),
                        beans);
        connector.start();
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** What was invoked, such as {@code overridePriority[150, 600, UNTIL_RESTART]}. */
    List<String> calls() {
        return calls;
    }

    /** Has a method of a bean answer; the bean is made with its first one. */
    FakeDaemon answer(
            Class<?> type, ObjectName name, String method, Function<Object[], Object> answer) {
        answers.computeIfAbsent(name, unknown -> register(type, name)).put(method, answer);
        return this;
    }

    private Map<String, Function<Object[], Object>> register(Class<?> type, ObjectName name) {
        Map<String, Function<Object[], Object>> methods = new HashMap<>();
        try {
            beans.registerMBean(bean(type, methods), name);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
        return methods;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the platform checks that the proxy implements it
    private StandardMBean bean(Class type, Map<String, Function<Object[], Object>> methods) {
        InvocationHandler handler =
                (proxy, method, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    if (!method.getName().startsWith("get")) {
                        calls.add(method.getName() + Arrays.toString(given));
                    }
                    Function<Object[], Object> answer = methods.get(method.getName());
                    if (answer == null) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return answer.apply(given);
                };
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
        return new StandardMBean(proxy, type, true);
    }

    @Override
    public void close() throws IOException {
        connector.stop();
        UnicastRemoteObject.unexportObject(registry, true);
    }
}
