package org.ninelives.management.access;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.security.auth.Subject;
import org.ninelives.api.access.RefusedException;
import org.ninelives.api.access.User;

/** Acts on the beans behind the {@link RoleGuard}, as a client of the connector would. */
final class KnownUser implements User {

    private final String name;
    private final Subject subject;
    private final AccessRules rules;
    private final MBeanServer guarded;

    KnownUser(String name, Subject subject, AccessRules rules, MBeanServer guarded) {
        this.name = name;
        this.subject = subject;
        this.rules = rules;
        this.guarded = guarded;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean mayRead() {
        return rules.roleOf(name).isPresent();
    }

    @Override
    public boolean mayAct() {
        return rules.roleOf(name).equals(Optional.of(Role.READWRITE));
    }

    @Override
    public Object invoke(ObjectName bean, String operation, List<String> arguments)
            throws RefusedException {
        try {
            return Subject.callAs(subject, act(bean, operation, arguments));
        } catch (CompletionException e) {
            throw new RefusedException(reason(e.getCause()));
        }
    }

    private Callable<Object> act(ObjectName bean, String operation, List<String> arguments) {
        return () -> {
            MBeanParameterInfo[] parameters = parameters(bean, operation, arguments.size());
            Object[] values = new Object[parameters.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(parameters[i], arguments.get(i));
            }
            String[] types =
                    Stream.of(parameters).map(MBeanParameterInfo::getType).toArray(String[]::new);
            return guarded.invoke(bean, operation, values, types);
        };
    }

    private MBeanParameterInfo[] parameters(ObjectName bean, String operation, int count)
            throws JMException {
        return Stream.of(guarded.getMBeanInfo(bean).getOperations())
                .filter(each -> each.getName().equals(operation))
                .map(MBeanOperationInfo::getSignature)
                .filter(signature -> signature.length == count)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no operation %s with %d values"
                                                .formatted(operation, count)));
    }

    private static Object value(MBeanParameterInfo parameter, String text) {
        try {
            return switch (parameter.getType()) {
                case "int" -> Integer.valueOf(text);
                case "long" -> Long.valueOf(text);
                default -> text;
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    parameter.getName() + ": '" + text + "' is no number that it can be", e);
        }
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && !(root instanceof IllegalArgumentException)) {
            root = root.getCause();
        }
        if (root instanceof InstanceNotFoundException) {
            return "it is not there any more";
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
