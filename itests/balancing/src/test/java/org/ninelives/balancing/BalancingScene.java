package org.ninelives.balancing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ninelives.labs.Finished;
import org.ninelives.labs.GuideStage;
import org.ninelives.labs.Implementation;
import org.ninelives.labs.Lab;
import org.ninelives.labs.Pairing;

/**
 * A director, two web servers and a client, in a kernel with IPVS and without a service manager:
 * the commands of guides run as they are written, but for those that start the daemon.
 */
final class BalancingScene extends GuideStage implements AutoCloseable {
    private static final String CONFIGURATION = "/etc/keepalived/keepalived.conf";

    private final Lab lab;
    private final Path configuration;

    private BalancingScene(Lab lab) {
        super(lab);
        this.lab = lab;
        configuration = lab.node("d").folder().resolve("keepalived.conf");
        WebServers servers = new WebServers(lab);
        for (String name : List.of("s1", "s2")) {
            servers.write(name, "index.html", name + "\n");
            servers.start(name);
        }
    }

    /** The scene of this name; the topology of its lab is in the folder of that name. */
    static BalancingScene open(String name) {
        return new BalancingScene(
                Lab.open(
                        Path.of("src/test/resources/labs", name).toAbsolutePath(),
                        new Pairing(Implementation.NINELIVES, Implementation.NINELIVES),
                        Path.of("target/labs", name).toAbsolutePath()));
    }

    @Override
    protected Finished run(String node, String commands) {
        String path = Implementation.terminal().getParent() + ":" + System.getenv("PATH");
        return lab.node(node).run(List.of("env", "PATH=" + path, "bash", "-ec", commands), "");
    }

    /** The folder of the node stands for /etc, which nodes have in common. */
    @Override
    protected void write(String node, String path, String text) {
        if (!path.equals(CONFIGURATION)) {
            throw new IllegalArgumentException("nodes have no " + path + " of their own here");
        }
        try {
            Files.writeString(configuration, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void start(String node) {
        lab.startDirector(node, configuration);
    }

    @Override
    protected String story(String node) {
        return lab.story();
    }

    @Override
    public void close() {
        lab.close();
    }
}
