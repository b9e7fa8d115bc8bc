package org.ninelives.check.internal;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.management.Bean;
import org.ninelives.api.management.BeanListener;
import org.ninelives.api.management.BeanSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;

/** As much of a service registry as the engine of checks sees of it. */
final class FakeRegistry {

    private static final long PATIENCE_MILLIS = 30_000;

    private final Map<String, Object> beans = new TreeMap<>();
    private final List<Runnable> requests = new ArrayList<>();
    private int held;

    /** Names and beans that are published now. */
    synchronized Map<String, Object> beans() {
        return new TreeMap<>(beans);
    }

    /** Waits until exactly these are published: some are by a thread of their own. */
    synchronized void awaitBeans(String... names) throws InterruptedException {
        Set<String> wanted = Set.of(names);
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!beans.keySet().equals(wanted)) {
            long left = end - System.currentTimeMillis();
            if (left <= 0) {
                throw new AssertionError("published are " + beans.keySet());
            }
            wait(left);
        }
    }

    private synchronized void put(String name, Object bean) {
        beans.put(name, bean);
        notifyAll();
    }

    private synchronized void remove(String name) {
        beans.remove(name);
        notifyAll();
    }

    /** Somebody who reads the configuration anew when asked. */
    void offer(Runnable request) {
        requests.add(request);
    }

    /** How many services were taken and not given back. */
    int held() {
        return held;
    }

    BundleContext context() {
        return fake(
                BundleContext.class,
                Map.of(
                        "registerService",
                        arguments -> register((BeanSource) arguments[1]),
                        "getServiceReferences",
                        arguments -> requests.stream().map(FakeRegistry::reference).toList(),
                        "getService",
                        arguments -> {
                            held++;
                            return ((ServiceReference<?>) arguments[0]).getProperty("service");
                        },
                        "ungetService",
                        arguments -> --held >= 0));
    }

    private ServiceRegistration<?> register(BeanSource source) {
        source.attach(
                new BeanListener() {
                    @Override
                    public void added(Bean<?> bean) {
                        put(bean.name().toString(), bean.bean());
                    }

                    @Override
                    public void removed(Bean<?> bean) {
                        remove(bean.name().toString());
                    }
                });
        return fake(
                ServiceRegistration.class,
                Map.of(
                        "unregister",
                        arguments -> {
                            source.beans().forEach(bean -> remove(bean.name().toString()));
                            return null;
                        }));
    }

    private static ServiceReference<?> reference(Runnable service) {
        return fake(ServiceReference.class, Map.of("getProperty", arguments -> service));
    }

    /**
     * What stands for a checker in the registry.
     *
     * @param location of its bundle
     * @param ranking among those with the same keyword, the highest wins
     */
    static ServiceReference<CheckerType> checker(String location, int ranking) {
        Bundle bundle =
                fake(
                        Bundle.class,
                        Map.of(
                                "getLocation",
                                arguments -> location,
                                "getSymbolicName",
                                arguments -> "lamps." + ranking,
                                "getVersion",
                                arguments -> Version.valueOf("1.2.0")));
        return fake(
                ServiceReference.class,
                Map.of(
                        "getBundle",
                        arguments -> bundle,
                        "getProperty",
                        arguments -> ranking,
                        "compareTo",
                        arguments ->
                                Comparator.<Integer>naturalOrder()
                                        .compare(
                                                ranking,
                                                (Integer)
                                                        ((ServiceReference<?>) arguments[0])
                                                                .getProperty(""))));
    }

    @SuppressWarnings({
        "unchecked", // generic interfaces have no class of their own
        "TypeParameterUnusedInFormals", // the callers know which it is
        "ReferenceEquality" // a fake is equal to itself alone
    })
    private static <T> T fake(Class<?> type, Map<String, Function<Object[], Object>> methods) {
        return (T)
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "hashCode" -> System.identityHashCode(proxy);
                                    case "equals" -> proxy == arguments[0];
                                    case "toString" -> "fake " + type.getSimpleName();
                                    default -> methods.get(method.getName()).apply(arguments);
                                });
    }
}
