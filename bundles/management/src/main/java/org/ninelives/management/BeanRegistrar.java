package org.ninelives.management;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.NotificationEmitter;
import javax.management.ObjectName;
import org.ninelives.api.management.Bean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts beans into an MBean server and takes them out. Safe for use by several threads. */
final class BeanRegistrar {

    private static final Logger LOG = LoggerFactory.getLogger(BeanRegistrar.class);

    private final MBeanServer server;
    private final EventNotifications notifications;
    private final Set<ObjectName> registered = ConcurrentHashMap.newKeySet();

    BeanRegistrar(MBeanServer server, EventNotifications notifications) {
        this.server = server;
        this.notifications = notifications;
    }

    /**
     * Registers a bean; a bean that cannot be is logged and left out.
     *
     * @param name what its publisher gave as object name, a string or an {@link ObjectName}
     * @param bean the service
     * @param publishedAs the names of the interfaces under which it is published
     * @return the name under which it stands in the server, or nothing
     */
    Optional<ObjectName> register(Object name, Object bean, Collection<String> publishedAs) {
        Optional<Class<?>> beanInterface = mxBeanInterface(bean, publishedAs);
        if (beanInterface.isEmpty()) {
            LOG.error("JMX bean {}: none of {} is an MXBean interface", name, publishedAs);
            return Optional.empty();
        }
        try {
            return register(new ObjectName(name.toString()), bean, beanInterface.get());
        } catch (JMException e) {
            LOG.error("JMX bean {}: cannot be registered", name, e);
            return Optional.empty();
        }
    }

    /** The same for one of many that are published together. */
    Optional<ObjectName> register(Bean<?> bean) {
        return register(bean.name(), bean.bean(), bean.type());
    }

    private Optional<ObjectName> register(ObjectName name, Object bean, Class<?> beanInterface) {
        try {
            NotificationEmitter emitter = EventNotifications.emitter(beanInterface);
            AuditedMXBean audited = AuditedMXBean.of(bean, beanInterface, emitter);
            ObjectName registeredAs = server.registerMBean(audited, name).getObjectName();
            registered.add(registeredAs);
            notifications.open(registeredAs, emitter);
            return Optional.of(registeredAs);
        } catch (InstanceAlreadyExistsException e) {
            LOG.error("JMX bean {}: the name is taken by another bean; not registered", name);
        } catch (JMException | IllegalArgumentException e) {
            LOG.error("JMX bean {}: cannot be registered", name, e);
        }
        return Optional.empty();
    }

    /** Whether a bean of this name was put in here and is still there. */
    boolean hasRegistered(ObjectName name) {
        return registered.contains(name);
    }

    void unregister(ObjectName name) {
        notifications.close(name);
        registered.remove(name);
        try {
            server.unregisterMBean(name);
        } catch (JMException e) {
            LOG.debug("JMX bean {} was gone already", name, e);
        }
    }

    private static Optional<Class<?>> mxBeanInterface(Object bean, Collection<String> publishedAs) {
        return interfaces(bean.getClass())
                .filter(type -> publishedAs.contains(type.getName()))
                .filter(JMX::isMXBeanInterface)
                .findFirst();
    }

    private static Stream<Class<?>> interfaces(Class<?> type) {
        Stream<Class<?>> own =
                Arrays.stream(type.getInterfaces())
                        .flatMap(each -> Stream.concat(Stream.of(each), interfaces(each)));
        Class<?> superclass = type.getSuperclass();
        return superclass == null ? own : Stream.concat(own, interfaces(superclass));
    }
}
