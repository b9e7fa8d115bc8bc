package org.ninelives.management;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.NotificationBroadcasterSupport;
import javax.management.NotificationEmitter;
import javax.management.StandardEmitterMBean;
import org.ninelives.api.management.Description;

/**
 * An MXBean whose help texts are the {@link Description}s of its interface and whose parameters
 * keep their names, where the platform would show {@code p1} and repeat the name of the attribute.
 */
final class DescribedMXBean extends StandardEmitterMBean {

    private DescribedMXBean(
            Object bean, Class<Object> beanInterface, NotificationEmitter notifications) {
        super(bean, beanInterface, true, notifications);
    }

    /**
     * Wraps a bean; its notifications go through if it is a {@link NotificationEmitter}.
     *
     * @throws IllegalArgumentException if {@code beanInterface} breaks the rules for MXBeans
     */
    @SuppressWarnings("unchecked") // the platform only asks that the bean implements the interface
    static DescribedMXBean of(Object bean, Class<?> beanInterface) {
        NotificationEmitter notifications =
                bean instanceof NotificationEmitter emitter
                        ? emitter
                        : new NotificationBroadcasterSupport();
        return new DescribedMXBean(bean, (Class<Object>) beanInterface, notifications);
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        return description(getMBeanInterface()).orElse(super.getDescription(info));
    }

    @Override
    protected String getDescription(MBeanAttributeInfo attribute) {
        return Stream.of("get", "is", "set")
                .flatMap(prefix -> methods(prefix + attribute.getName()))
                .flatMap(method -> description(method).stream())
                .findFirst()
                .orElse(super.getDescription(attribute));
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation) {
        return method(operation)
                .flatMap(DescribedMXBean::description)
                .orElse(super.getDescription(operation));
    }

    @Override
    protected String getDescription(
            MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return method(operation)
                .flatMap(method -> description(method.getParameters()[sequence]))
                .orElse(super.getDescription(operation, parameter, sequence));
    }

    @Override
    protected String getParameterName(
            MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return method(operation)
                .map(method -> method.getParameters()[sequence].getName())
                .orElse(super.getParameterName(operation, parameter, sequence));
    }

    private Optional<Method> method(MBeanOperationInfo operation) {
        return methods(operation.getName())
                .filter(method -> method.getParameterCount() == operation.getSignature().length)
                .findFirst();
    }

    private Stream<Method> methods(String name) {
        return Arrays.stream(getMBeanInterface().getMethods())
                .filter(method -> method.getName().equals(name));
    }

    private static Optional<String> description(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(Description.class))
                .map(Description::value);
    }
}
