package org.ninelives.balancing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ninelives.labs.Finished;
import org.ninelives.labs.JavaProgram;
import org.ninelives.labs.Lab;
import org.ninelives.labs.Node;
import org.ninelives.labs.Router;

/** A daemon that balances, with the kernel's table and the addresses of all servers on one node. */
public final class Director {
    /** The table, and what scripts told. */
    private static final String VIEWS =
            """
            ipvsadm -L -n
            ipvsadm -S -n
            ipvsadm -L -n --thresholds
            ipvsadm -L --timeout
            ipvsadm -L --daemon
            if [ -e told ]; then sort told; fi
            """;

    private final Lab lab;
    private final Node node;
    private final Node neighbour;
    private final Path configuration;
    private final WebServers servers;
    private Router daemon;

    Director(Lab lab, Node node, Node neighbour) {
        this.lab = lab;
        this.node = node;
        this.neighbour = neighbour;
        servers = new WebServers(lab);
        configuration = node.folder().resolve("keepalived.conf");
    }

    /** Gives all servers their addresses, and starts what answers on them. */
    void startServers(Scenario scenario) {
        if (scenario.mentions("SSL_GET")) {
            servers.certify(node.name());
        }
        servers.start(node.name());
        if (Stream.of("SMTP_CHECK", "DNS_CHECK", "UDP_CHECK").anyMatch(scenario::mentions)) {
            node.start("plain", JavaProgram.command(PlainServers.class));
            node.log("plain").await("ready");
        }
        scenario.servers().forEach(server -> setUp(server, true));
    }

    /** Lets a step happen; what it leads to comes later. */
    void perform(Step step) {
        switch (step.deed()) {
            case RUN -> run(step.words().stream().map(this::concrete).toList());
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
        return run(List.of("sh", "-ec", VIEWS));
    }

    private void start(String text) {
        configure(text);
        daemon = lab.startDirector(node.name(), configuration);
    }

    private void configure(String text) {
        write("keepalived.conf", List.of(concrete(text)));
    }

    /**
     * What a scenario means on this director: {@code FOLDER} is its folder, {@code ADDRESS} its
     * address and {@code NEIGHBOUR} that of the other director.
     */
    private String concrete(String text) {
        return text.replace("FOLDER", node.folder().toString())
                .replace("ADDRESS", node.address())
                .replace("NEIGHBOUR", neighbour.address());
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
