package org.ninelives.management;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.InvalidAttributeValueException;
import javax.management.JMException;
import javax.management.MBeanException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.NotificationBroadcasterSupport;
import javax.management.NotificationEmitter;
import javax.management.ObjectName;
import javax.management.ReflectionException;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import org.ninelives.management.audit.Audit;
import org.ninelives.management.audit.Glance;
import org.ninelives.management.audit.Operations;
import org.ninelives.management.audit.Shown;

/**
 * An MXBean of which every change is written down, whichever way the client came: over the
 * connector or attached by process id.
 */
final class AuditedMXBean extends DescribedMXBean {

    private ObjectName name;

    private AuditedMXBean(
            Object bean, Class<Object> beanInterface, NotificationEmitter notifications) {
        super(bean, beanInterface, notifications);
    }

    /**
     * Wraps a bean.
     *
     * @param notifications tell of it; not used if it is a {@link NotificationEmitter} itself
     * @throws IllegalArgumentException if {@code beanInterface} breaks the rules for MXBeans
     */
    @SuppressWarnings("unchecked") // the platform only asks that the bean implements the interface
    static AuditedMXBean of(
            Object bean, Class<?> beanInterface, NotificationEmitter notifications) {
        return new AuditedMXBean(
                bean,
                (Class<Object>) beanInterface,
                bean instanceof NotificationEmitter emitter ? emitter : notifications);
    }

    /** The same for one that tells nothing unless it does so by itself. */
    static AuditedMXBean of(Object bean, Class<?> beanInterface) {
        return of(bean, beanInterface, new NotificationBroadcasterSupport());
    }

    @Override
    public ObjectName preRegister(MBeanServer server, ObjectName wanted) throws Exception {
        name = super.preRegister(server, wanted);
        return name;
    }

    @Override
    public Object invoke(String operation, Object[] arguments, String[] signature)
            throws MBeanException, ReflectionException {
        Optional<MBeanOperationInfo> info = Operations.find(getMBeanInfo(), operation, signature);
        try {
            return info.filter(Operations::isRead).isPresent()
                    ? super.invoke(operation, arguments, signature)
                    : invokeAudited(operation, info, arguments, signature);
        } catch (RuntimeException | MBeanException e) {
            if (isOfJdk(e)) {
                throw e;
            }
            // A client knows the classes of the JDK alone, and could not even read the message.
            throw new RuntimeMBeanException(new IllegalStateException(reason(e)));
        }
    }

    private Object invokeAudited(
            String operation,
            Optional<MBeanOperationInfo> info,
            Object[] arguments,
            String[] signature)
            throws MBeanException, ReflectionException {
        String act = Shown.call(operation, info, arguments);
        Glance before = Glance.at(this);
        try {
            Object answer = super.invoke(operation, arguments, signature);
            if (isRefusal(answer)) {
                Audit.refused(name, act, result(answer, ""));
            } else {
                Audit.done(name, act, result(answer, before.changedTo(Glance.at(this))));
            }
            return answer;
        } catch (MBeanException | ReflectionException | RuntimeException e) {
            Audit.refused(name, act, reason(e));
            throw e;
        }
    }

    /** A reload that was refused answers a report that says so, and throws nothing. */
    private static boolean isRefusal(Object answer) {
        return answer instanceof CompositeData report
                && report.containsKey("result")
                && "REFUSED".equals(report.get("result"));
    }

    private static String result(Object answer, String changes) {
        return Stream.of(answer == null ? "" : "answered " + Shown.value("", answer), changes)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    @Override
    public void setAttribute(Attribute attribute)
            throws AttributeNotFoundException,
                    InvalidAttributeValueException,
                    MBeanException,
                    ReflectionException {
        String key = attribute.getName();
        String act = Shown.word(key) + " = " + Shown.value(key, attribute.getValue());
        String before = valueOf(key);
        try {
            super.setAttribute(attribute);
            Audit.done(name, act, before.isEmpty() ? "" : "was " + before);
        } catch (AttributeNotFoundException
                | InvalidAttributeValueException
                | MBeanException
                | ReflectionException
                | RuntimeException e) {
            Audit.refused(name, act, reason(e));
            throw e;
        }
    }

    /** What an attribute is now, or empty if it cannot be read. */
    private String valueOf(String attribute) {
        try {
            return Shown.value(attribute, getAttribute(attribute));
        } catch (JMException | RuntimeException e) {
            return "";
        }
    }

    /**
     * Sets one after the other; those that are refused are left out of the answer, as JMX has it.
     */
    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        AttributeList set = new AttributeList();
        for (Attribute attribute : attributes.asList()) {
            try {
                setAttribute(attribute);
                set.add(attribute);
            } catch (JMException | RuntimeException e) {
                // It is written down already.
            }
        }
        return set;
    }

    private static boolean isOfJdk(Throwable e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (!each.getClass().getName().startsWith("java.")
                    && !each.getClass().getName().startsWith("javax.")) {
                return false;
            }
        }
        return true;
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
