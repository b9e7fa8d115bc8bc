package org.ninelives.labs;

import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A program that asks the beans of a JVM, found by its process id. It runs in the network namespace
 * of that JVM, as the local connector listens on the loopback there.
 *
 * <p>Argument: the process id. Each line of input is a question, {@code get}, {@code call} or
 * {@code find}, the bean or a pattern, and the attribute, the operation, or the key of the names to
 * find, separated by tabs. The answer is a line with the serialised value, or with the serialised
 * exception.
 */
public final class BeanClient {
    private BeanClient() {}

    @SuppressWarnings("BanJNDI") // JNDI has no part in it: the address holds the stub
    public static void main(String[] arguments) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(arguments[0]);
        JMXServiceURL url = new JMXServiceURL(machine.startLocalManagementAgent());
        machine.detach();
        // Without the check now and then, there is one connection and never a second.
        Map<String, ?> settings = Map.of("jmx.remote.x.client.connection.check.period", 0L);
        try (JMXConnector connector = JMXConnectorFactory.connect(url, settings)) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            BufferedReader questions =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                System.out.println(serialised(answer(beans, line)));
            }
        }
    }

    private static Object answer(MBeanServerConnection beans, String question) throws IOException {
        String[] words = question.split("\t", 3);
        try {
            ObjectName bean = new ObjectName(words[1]);
            return switch (words[0]) {
                case "get" -> beans.getAttribute(bean, words[2]);
                case "call" -> beans.invoke(bean, words[2], new Object[0], new String[0]);
                case "find" -> names(beans, bean, words[2]);
                default -> throw new IllegalArgumentException(question);
            };
        } catch (JMException e) {
            return e;
        }
    }

    /** What stands under a key in the names of the beans that there are. */
    private static String[] names(MBeanServerConnection beans, ObjectName pattern, String key)
            throws IOException {
        return beans.queryNames(pattern, null).stream()
                .map(name -> ObjectName.unquote(name.getKeyProperty(key)))
                .toArray(String[]::new);
    }

    private static String serialised(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
