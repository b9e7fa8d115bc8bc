package org.ninelives.labs;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** jmxterm, the JMX client for terminals, on the node of a router. */
final class Jmxterm {
    private final Node node;
    private final List<String> options;
    private final String target;

    private Jmxterm(Node node, List<String> options, String target) {
        this.node = node;
        this.options = options;
        this.target = target;
    }

    /** Attaches to the router's process. */
    static Jmxterm byPid(Router router) {
        return new Jmxterm(router.node(), List.of(), Long.toString(router.pid()));
    }

    /** Uses a connector without a name or password. */
    static Jmxterm at(Router router, String address) {
        return new Jmxterm(router.node(), List.of(), address);
    }

    static Jmxterm at(Router router, String address, String user, String password) {
        return new Jmxterm(router.node(), List.of(), address + " -u " + user + " -p " + password);
    }

    /**
     * Uses a connector with TLS.
     *
     * @param options of the JVM, which name its certificate
     */
    static Jmxterm overTls(
            Node node, List<String> options, String address, String user, String password) {
        return new Jmxterm(node, options, address + " -s -u " + user + " -p " + password);
    }

    /**
     * Carries out commands and gives what they printed.
     *
     * @throws AssertionError when one of them fails
     */
    String run(String... commands) {
        Finished finished = attempt(commands);
        if (finished.status() != 0) {
            throw new AssertionError(String.join("; ", commands) + " " + finished);
        }
        return finished.output();
    }

    /** Carries out commands up to the first that fails; the status is not 0 then. */
    Finished attempt(String... commands) {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(options);
        java.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--add-exports",
                        "jdk.jconsole/sun.tools.jconsole=ALL-UNNAMED",
                        "-jar",
                        jar(),
                        "--noninteract",
                        "--exitonfailure"));
        // The password is read from the input, so that no list of processes shows it.
        return node.run(java, "open " + target + "\n" + String.join("\n", commands) + "\n");
    }

    private static String jar() {
        try {
            Class<?> program = Class.forName("org.cyclopsgroup.jmxterm.boot.CliMain");
            return Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
