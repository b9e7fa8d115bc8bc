package org.ninelives.management.access;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Predicate;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.remote.JMXPrincipal;
import javax.management.remote.MBeanServerForwarder;
import javax.security.auth.Subject;
import org.ninelives.api.management.Caller;
import org.ninelives.management.audit.Audit;
import org.ninelives.management.audit.Operations;
import org.ninelives.management.audit.Shown;

/**
 * Stands between remote clients and the beans: for each call it asks who calls and whether their
 * role allows it, and refuses what it does not know. What is done is done in the name of the {@link
 * Caller}. Safe for use by several threads.
 */
final class RoleGuard implements InvocationHandler {

    private final AccessRules rules;
    private final Predicate<ObjectName> published;
    private final Seldom seldom = new Seldom(System::nanoTime);
    private volatile MBeanServer beans;

    private RoleGuard(AccessRules rules, Predicate<ObjectName> published) {
        this.rules = rules;
        this.published = published;
    }

    /**
     * A guard for the connector to put in front of its beans.
     *
     * @param published whether a bean is one of those that services publish
     */
    static MBeanServerForwarder of(AccessRules rules, Predicate<ObjectName> published) {
        return (MBeanServerForwarder)
                Proxy.newProxyInstance(
                        RoleGuard.class.getClassLoader(),
                        new Class<?>[] {MBeanServerForwarder.class},
                        new RoleGuard(rules, published));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        if (method.getDeclaringClass() == MBeanServerForwarder.class) {
            return ofForwarder(method, arguments);
        }
        Optional<String> user = user();
        Caller caller =
                user.map(name -> new Caller(Shown.word(name), address())).orElse(Caller.LOCAL);
        return caller.call(() -> asked(user, method, arguments));
    }

    /** The beans of one connector are compared with those of others by who they are. */
    private static Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> isSame(proxy, arguments[0]);
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "guarded beans";
        };
    }

    @SuppressWarnings("ReferenceEquality") // asking the proxy would lead back here
    private static boolean isSame(Object proxy, Object other) {
        return proxy == other;
    }

    private Object ofForwarder(Method method, Object[] arguments) {
        if (method.getName().equals("setMBeanServer")) {
            beans = (MBeanServer) arguments[0];
            return null;
        }
        return beans;
    }

    /** Nobody for a thread of the daemon itself, which hands notifications on. */
    private static Optional<String> user() {
        return principal(JMXPrincipal.class);
    }

    private static Optional<String> principal(Class<? extends Principal> type) {
        return Optional.ofNullable(Subject.current())
                .flatMap(subject -> subject.getPrincipals(type).stream().findFirst())
                .map(Principal::getName);
    }

    private static String address() {
        return ClientConnection.current()
                .map(connection -> connection.getInetAddress().getHostAddress())
                .or(() -> principal(ClientAddress.class))
                .orElse("");
    }

    private Object asked(Optional<String> user, Method method, Object[] arguments)
            throws Exception {
        Optional<Role> role = user.flatMap(rules::roleOf);
        if (user.isPresent() && role.isEmpty()) {
            throw refused(method, arguments, user.get() + " has no role in jmx.access any more");
        }
        switch (method.getName()) {
            case "queryNames",
                    "queryMBeans",
                    "isRegistered",
                    "isInstanceOf",
                    "getMBeanCount",
                    "getDefaultDomain",
                    "getDomains",
                    "getObjectInstance",
                    "getMBeanInfo",
                    "getClassLoader",
                    "getClassLoaderFor",
                    "getClassLoaderRepository" -> {}
            case "addNotificationListener", "removeNotificationListener" -> {
                // To a bean as listener, a client could send what it likes.
                if (arguments[1] instanceof ObjectName) {
                    throw refused(method, arguments, "no bean may listen to another");
                }
            }
            case "getAttribute", "getAttributes" -> checkRead(method, arguments);
            case "setAttribute", "setAttributes" -> checkSet(role, method, arguments);
            case "invoke" -> {
                return invoked(role, method, arguments);
            }
            default -> throw refused(method, arguments, "nobody may do this over the connector");
        }
        return pass(method, arguments);
    }

    private void checkRead(Method method, Object[] arguments) {
        if (arguments[0] instanceof ObjectName bean
                && !published.test(bean)
                && !PlatformBeans.isReadable(bean)) {
            throw refused(method, arguments, "this bean is not open to clients");
        }
    }

    private void checkSet(Optional<Role> role, Method method, Object[] arguments) {
        require(Role.READWRITE, role, method, arguments);
        if (arguments[0] instanceof ObjectName bean && !published.test(bean)) {
            throw refused(method, arguments, "attributes of this bean are not open to clients");
        }
    }

    private Object invoked(Optional<Role> role, Method method, Object[] arguments)
            throws Exception {
        ObjectName bean = (ObjectName) arguments[0];
        String name = (String) arguments[1];
        if (bean == null || name == null) {
            return pass(method, arguments);
        }
        if (published.test(bean)) {
            if (!isRead(bean, name, (String[]) arguments[3])) {
                require(Role.READWRITE, role, method, arguments);
            }
            return pass(method, arguments);
        }
        if (PlatformBeans.isRead(bean, name)) {
            require(Role.READONLY, role, method, arguments);
            return pass(method, arguments);
        }
        if (!PlatformBeans.isChange(bean, name)) {
            throw refused(method, arguments, "this operation is not open to clients");
        }
        require(Role.READWRITE, role, method, arguments);
        Object answer = pass(method, arguments);
        Audit.done(bean, act(method, arguments), "");
        return answer;
    }

    private boolean isRead(ObjectName bean, String name, String[] signature) throws JMException {
        return Operations.find(beans.getMBeanInfo(bean), name, signature)
                .filter(Operations::isRead)
                .isPresent();
    }

    private void require(Role wanted, Optional<Role> role, Method method, Object[] arguments) {
        if (role.isEmpty()) {
            throw refused(method, arguments, "nobody is logged in");
        }
        if (role.get().compareTo(wanted) < 0) {
            throw refused(method, arguments, Caller.current().user() + " " + role.get().may());
        }
    }

    private SecurityException refused(Method method, Object[] arguments, String reason) {
        Object bean =
                arguments != null && arguments.length > 0 && arguments[0] instanceof ObjectName name
                        ? name
                        : "MBean server";
        String act = act(method, arguments);
        seldom.tell(Caller.current() + " " + bean + " " + act)
                .ifPresent(leftOut -> Audit.refused(bean, act, reason + Seldom.more(leftOut)));
        return new SecurityException("Access denied! " + reason);
    }

    private String act(Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "invoke" -> {
                String name = String.valueOf(arguments[1]);
                yield Shown.call(
                        name,
                        described((ObjectName) arguments[0], name, (String[]) arguments[3]),
                        (Object[]) arguments[2]);
            }
            case "setAttribute" -> {
                Attribute attribute = (Attribute) arguments[1];
                yield Shown.word(attribute.getName())
                        + " = "
                        + Shown.value(attribute.getName(), attribute.getValue());
            }
            case "getAttribute" -> "reading " + Shown.word(String.valueOf(arguments[1]));
            default -> method.getName();
        };
    }

    private Optional<MBeanOperationInfo> described(
            ObjectName bean, String name, String[] signature) {
        try {
            return Operations.find(beans.getMBeanInfo(bean), name, signature);
        } catch (JMException e) {
            return Optional.empty();
        }
    }

    private Object pass(Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(beans, arguments);
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case Exception exception -> throw exception;
                case Error error -> throw error;
                default -> throw e;
            }
        }
    }
}
