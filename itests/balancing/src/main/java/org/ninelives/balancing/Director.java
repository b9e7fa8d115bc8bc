package org.ninelives.balancing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ninelives.labs.Finished;
import org.ninelives.labs.Lab;
import org.ninelives.labs.Node;
import org.ninelives.labs.Router;

/** A daemon that balances, with the kernel's table and the addresses of all servers on one node. */
public final class Director {
    private static final List<String> VIEWS =
            List.of(
                    "sh",
                    "-ec",
                    "ipvsadm -L -n; ipvsadm -S -n; ipvsadm -L -n --thresholds;"
                            + " ipvsadm -L --timeout; ipvsadm -L --daemon");

    private final Lab lab;
    private final Node node;
    private final Path configuration;
    private final WebServers servers;
    private Router daemon;

    Director(Lab lab, Node node) {
        this.lab = lab;
        this.node = node;
        servers = new WebServers(lab);
        configuration = node.folder().resolve("keepalived.conf");
    }

    /** Gives all servers their addresses, and starts what answers on them. */
    void startServers(List<String> addresses) {
        servers.start(node.name());
        addresses.forEach(server -> setUp(server, true));
    }

    /** Lets a step happen; what it leads to comes later. */
    void perform(Step step) {
        switch (step.deed()) {
            case RUN -> run(step.words());
            case WRITE -> write(step.words().getFirst(), step.words().subList(1, 2));
            case START -> start(step.text());
            case FAIL -> step.words().forEach(server -> setUp(server, false));
            case RECOVER -> step.words().forEach(server -> setUp(server, true));
            case RELOAD -> {
                configure(step.text());
                daemon.reload();
            }
            case STOP -> daemon.term();
        }
    }

    /** Ends the daemon and starts it again with the configuration it has. */
    void restart() {
        daemon.term();
        daemon = lab.startDirector(node.name(), configuration);
    }

    /** The services and servers, as the kernel lists them. This is cheap. */
    String services() {
        try {
            return Files.readString(Path.of("/proc/" + servers.pid(node.name()) + "/net/ip_vs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that {@code ipvsadm} tells of the kernel's table. */
    public String table() {
        return run(VIEWS);
    }

    private void start(String text) {
        configure(text);
        daemon = lab.startDirector(node.name(), configuration);
    }

    /** In a configuration, {@code FOLDER} is that of the director. */
    private void configure(String text) {
        write("keepalived.conf", List.of(text.replace("FOLDER", node.folder().toString())));
    }

    private void write(String file, List<String> content) {
        try {
            Files.writeString(node.folder().resolve(file), String.join(" ", content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setUp(String server, boolean isUp) {
        String prefix = server + (server.contains(":") ? "/128" : "/32");
        String option = isUp && server.contains(":") ? " nodad" : "";
        node.ip("address " + (isUp ? "add " : "del ") + prefix + " dev lo" + option);
    }

    private String run(List<String> command) {
        Finished finished = node.run(command, "");
        if (finished.status() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " " + finished);
        }
        return finished.output();
    }

    @Override
    public String toString() {
        return lab.pairing().on(node.name()).toString();
    }
}
