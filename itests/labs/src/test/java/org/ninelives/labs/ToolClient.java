package org.ninelives.labs;

import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import javax.rmi.ssl.SslRMIClientSocketFactory;

/**
 * A program that asks a daemon's beans as an administrator's tool would, and knows no class but the
 * JDK's.
 *
 * <p>Arguments: {@code pid PID}, {@code plain HOST:PORT} or {@code tls HOST:PORT}. The first two
 * lines of input are user and password, empty for none. Each line after them is a question, its
 * words separated by tabs; the answer is a line that begins with {@code ok} or {@code no}.
 */
public final class ToolClient {
    private ToolClient() {}

    @SuppressWarnings("BanJNDI") // the name is looked up in the registry of the daemon under test
    public static void main(String[] arguments) throws Exception {
        BufferedReader input =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Map<String, Object> settings = new HashMap<>();
        String user = input.readLine();
        String password = input.readLine();
        if (!user.isEmpty()) {
            settings.put(JMXConnector.CREDENTIALS, new String[] {user, password});
        }
        if (arguments[0].equals("tls")) {
            settings.put("com.sun.jndi.rmi.factory.socket", new SslRMIClientSocketFactory());
        }
        try (JMXConnector connector = JMXConnectorFactory.connect(url(arguments), settings)) {
            System.out.println("ok\tconnected");
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                System.out.println(answer(beans, line.split("\t", -1)));
            }
        } catch (IOException | SecurityException e) {
            System.out.println(no(e));
        }
    }

    private static JMXServiceURL url(String[] arguments) throws Exception {
        if (!arguments[0].equals("pid")) {
            return new JMXServiceURL("service:jmx:rmi:///jndi/rmi://" + arguments[1] + "/jmxrmi");
        }
        VirtualMachine machine = VirtualMachine.attach(arguments[1]);
        try {
            return new JMXServiceURL(machine.startLocalManagementAgent());
        } finally {
            machine.detach();
        }
    }

    private static String answer(MBeanServerConnection beans, String[] question) {
        try {
            return "ok\t" + plain(answerTo(beans, question));
        } catch (JMException | IOException | RuntimeException e) {
            return no(e);
        }
    }

    private static String answerTo(MBeanServerConnection beans, String[] question)
            throws JMException, IOException {
        ObjectName bean = new ObjectName(question[1]);
        return switch (question[0]) {
            case "names" ->
                    new TreeSet<>(beans.queryNames(bean, null))
                            .stream().map(ObjectName::toString).collect(Collectors.joining("\t"));
            case "operations" ->
                    Stream.of(beans.getMBeanInfo(bean).getOperations())
                            .map(ToolClient::described)
                            .collect(Collectors.joining("\t"));
            case "read" -> readAll(beans, bean);
            case "invoke" -> invoke(beans, bean, question);
            case "set" -> {
                beans.setAttribute(bean, new Attribute(question[2], value("int", question[3])));
                yield "set";
            }
            case "create" -> beans.createMBean(question[2], bean).toString();
            case "unregister" -> {
                beans.unregisterMBean(bean);
                yield "unregistered";
            }
            default -> throw new IllegalArgumentException(question[0]);
        };
    }

    /** Such as {@code A setPriority int}: whether it acts, its name, its types. */
    private static String described(MBeanOperationInfo operation) {
        return (operation.getImpact() == MBeanOperationInfo.INFO ? "I " : "A ")
                + operation.getName()
                + Stream.of(operation.getSignature())
                        .map(MBeanParameterInfo::getType)
                        .map(" "::concat)
                        .collect(Collectors.joining());
    }

    private static String readAll(MBeanServerConnection beans, ObjectName bean)
            throws JMException, IOException {
        StringBuilder values = new StringBuilder();
        for (MBeanAttributeInfo attribute : beans.getMBeanInfo(bean).getAttributes()) {
            Object value = beans.getAttribute(bean, attribute.getName());
            values.append(attribute.getName()).append('=').append(value).append(' ');
        }
        return values.toString();
    }

    /** {@code invoke BEAN OPERATION TYPES ARGUMENT…}, the types separated by spaces. */
    private static String invoke(MBeanServerConnection beans, ObjectName bean, String[] question)
            throws JMException, IOException {
        String[] types = question[3].isEmpty() ? new String[0] : question[3].split(" ");
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = value(types[i], question[4 + i]);
        }
        return String.valueOf(beans.invoke(bean, question[2], values, types));
    }

    private static Object value(String type, String text) {
        return switch (type) {
            case "int" -> Integer.valueOf(text);
            case "long" -> Long.valueOf(text);
            case "double" -> Double.valueOf(text);
            case "boolean" -> Boolean.valueOf(text);
            case "java.lang.String" -> text;
            default -> throw new IllegalArgumentException("no value of type " + type);
        };
    }

    private static String no(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "no\t" + root.getClass().getName() + "\t" + plain(String.valueOf(root.getMessage()));
    }

    private static String plain(String text) {
        return text.replace('\n', ' ');
    }
}
