package org.ninelives.api.management;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** As much of a service registry as beans see of it: one source, and beans of their own. */
final class FakeBeanContext {

    private final Map<String, Object> alone = new LinkedHashMap<>();
    private BeanSource source;
    private int taken;

    /** The one that was registered. */
    BeanSource source() {
        return source;
    }

    /** Whether it is registered still. */
    boolean isThere() {
        return source != null;
    }

    /** A bean that is a service of its own. */
    void publish(String name, Object bean) {
        alone.put(name, bean);
    }

    /** How many services were taken and not given back. */
    int taken() {
        return taken;
    }

    BundleContext context() {
        return fake(
                BundleContext.class,
                (self, method, arguments) ->
                        switch (method.getName()) {
                            case "registerService" -> register((BeanSource) arguments[1]);
                            case "getServiceReferences" ->
                                    isThere() ? List.of(reference("", source)) : List.of();
                            case "getAllServiceReferences" -> references();
                            case "getService" -> {
                                taken++;
                                yield ((ServiceReference<?>) arguments[0]).getProperty("service");
                            }
                            case "ungetService" -> --taken >= 0;
                            default -> throw new UnsupportedOperationException(method.getName());
                        });
    }

    private ServiceRegistration<?> register(BeanSource registered) {
        source = registered;
        return fake(
                ServiceRegistration.class,
                (self, method, arguments) -> {
                    source = null;
                    return null;
                });
    }

    /** As the framework answers: nothing at all rather than none. */
    private ServiceReference<?>[] references() {
        return alone.isEmpty()
                ? null
                : alone.entrySet().stream()
                        .map(each -> reference(each.getKey(), each.getValue()))
                        .toArray(ServiceReference[]::new);
    }

    private static ServiceReference<?> reference(String name, Object service) {
        return fake(
                ServiceReference.class,
                (self, method, arguments) ->
                        arguments[0].equals(ObjectNames.PROPERTY) ? name : service);
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
