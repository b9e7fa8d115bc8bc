package org.ninelives.balancing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ninelives.labs.Lab;
import org.ninelives.labs.Node;

/** The nginx of each node of a lab, with the lab's {@code nginx.conf}. */
public final class WebServers {
    private final Lab lab;
    private final Map<String, Process> running = new TreeMap<>();

    WebServers(Lab lab) {
        this.lab = lab;
    }

    /** Writes a page of a node's server. */
    void write(String node, String page, String content) {
        try {
            Path file = lab.node(node).folder().resolve("html").resolve(page);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a node's server, before it is started, speak TLS too: with {@code tls.conf}. */
    void certify(String name) {
        Node node = lab.node(name);
        String command =
                "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=lab"
                        + " -days 1 -keyout server.key -out server.crt";
        node.run(List.of(command.split(" ", -1)), "");
        copy(lab.file("tls.conf"), node.folder().resolve("tls.conf"));
    }

    /** Starts a node's server. */
    public void start(String name) {
        Node node = lab.node(name);
        // Beside it are the certificates that it names.
        Path configuration = node.folder().resolve("nginx.conf");
        copy(lab.file("nginx.conf"), configuration);
        String prefix = node.folder().toString();
        running.put(
                name,
                node.start(
                        "nginx",
                        List.of(
                                "nginx",
                                "-e",
                                "stderr",
                                "-p",
                                prefix,
                                "-c",
                                configuration.toString())));
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of a node's server, which is in the network of the node. */
    long pid(String name) {
        return running.get(name).pid();
    }

    /** Ends a node's server. */
    public void stop(String name) {
        running.get(name).destroy();
    }
}
