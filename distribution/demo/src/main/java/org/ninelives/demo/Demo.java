package org.ninelives.demo;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ninelives.demo.lab.Cleanup;
import org.ninelives.demo.lab.Host;
import org.ninelives.demo.lab.Lan;
import org.ninelives.demo.lab.Probe;
import org.ninelives.demo.lab.ProbeAccount;
import org.ninelives.demo.lab.Responder;

/**
 * Shows a failover of two nodes that run the sample of {@code config/active-standby}.
 *
 * <p>Arguments: the program to run on the nodes, the folder of the sample. The property {@code
 * ninelives.demo.live} tells that the output is a terminal: then there is a live view, which goes
 * on after the story until Ctrl-C. Ends with status 0, or 1 if the address did not move as it
 * should.
 */
public final class Demo {

    private static final int SERVICE_PORT = 7777;
    private static final Duration PROBE_PERIOD = Duration.ofMillis(10);

    private final Cleanup cleanup = Cleanup.atExit();
    private final boolean live = Boolean.getBoolean("ninelives.demo.live");
    private final Screen screen;
    private final String program;
    private final Sample masterSample;
    private final Sample backupSample;

    private Demo(String program, Path samples) throws IOException {
        this.screen = new Screen(standardOutput(), live);
        this.program = program;
        this.masterSample = Sample.read(samples.resolve("master.conf"));
        this.backupSample = Sample.read(samples.resolve("backup.conf"));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Demo demo = new Demo(arguments[0], Path.of(arguments[1]));
        int status = 1;
        try {
            status = demo.run();
        } catch (RuntimeException e) {
            // A signal takes the network away under the story: then there is nothing to tell.
            if (!demo.cleanup.isFinished()) {
                throw e;
            }
        }
        System.exit(status);
    }

    private int run() throws IOException, InterruptedException {
        cleanup.add(() -> screen.close("Everything is removed."));
        Path runFolder = cleanup.newFolder("ninelives-demo");
        Lan lan = new Lan("ninelives-" + ProcessHandle.current().pid(), cleanup);
        Host hostA = lan.addHost("node-a", "192.168.200.11/24");
        Host hostB = lan.addHost("node-b", "192.168.200.12/24");
        Host hostOfClient = lan.addHost("client", "192.168.200.1/24");
        screen.print(introduction());

        InetSocketAddress service =
                new InetSocketAddress(masterSample.virtualAddress(), SERVICE_PORT);
        cleanup.add(new Responder(hostA, service)::close);
        cleanup.add(new Responder(hostB, service)::close);
        Probe client = new Probe(hostOfClient, service, PROBE_PERIOD);
        cleanup.add(client::close);
        Node nodeA = new Node(hostA, program, masterSample, runFolder, screen, cleanup);
        Node nodeB = new Node(hostB, program, backupSample, runFolder, screen, cleanup);
        return tell(nodeA, nodeB, client.account());
    }

    private int tell(Node nodeA, Node nodeB, ProbeAccount client) throws InterruptedException {
        Thread.ofPlatform()
                .daemon()
                .name("view")
                .start(
                        new LiveView(
                                screen,
                                List.of(nodeA, nodeB),
                                masterSample.virtualAddress(),
                                client));
        Story story = new Story(screen, nodeA, nodeB, client);
        try {
            story.elect();
            screen.print(jmxHint(nodeB.pid()));
            story.failOver();
        } catch (StoryFailedException e) {
            for (Node node : List.of(nodeA, nodeB)) {
                node.lastLog().forEach(line -> screen.print(node.name() + " log: " + line));
            }
            screen.print("FAILED: " + e.getMessage());
            return 1;
        }
        screen.print(System.lineSeparator() + story.summary() + System.lineSeparator());
        if (live) {
            screen.print("The nodes go on running. Ctrl-C ends them and removes everything.");
            Thread.currentThread().join(); // for ever: the shutdown hook cleans up
        }
        return 0;
    }

    // Buffered, so that a redrawn view arrives in one piece; UTF-8 whatever the locale.
    private static PrintStream standardOutput() {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                false,
                StandardCharsets.UTF_8);
    }

    private String introduction() {
        return """

        Two nodes share the address %s. A client asks for it every %d ms.

           node-a                 node-b                 client
           192.168.200.11         192.168.200.12         192.168.200.1
             |                      |                      |
        -----+----------------------+----------------------+-----  network namespaces

           node-a runs %s, priority %d
           node-b runs %s, priority %d
        """
                .formatted(
                        masterSample.virtualAddress(),
                        PROBE_PERIOD.toMillis(),
                        masterSample.file(),
                        masterSample.priority(),
                        backupSample.file(),
                        backupSample.priority());
    }

    private String jmxHint(long pid) {
        return """

        Look inside with JMX, from another terminal:
           %1$s %2$d jconsole %2$d
        or in that namespace with any JMX client, for example jmxterm:
           service:jmx:rmi:///jndi/rmi://127.0.0.1:9112/jmxrmi
           users and passwords: %3$s
        """
                .formatted(
                        System.getenv().getOrDefault("NINELIVES_ENTER", "nsenter -n -t"),
                        pid,
                        Path.of(program).resolveSibling("../etc/jmx.password").normalize());
    }
}
