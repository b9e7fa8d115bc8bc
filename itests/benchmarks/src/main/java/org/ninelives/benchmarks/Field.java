package org.ninelives.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.ninelives.demo.lab.Cleanup;
import org.ninelives.demo.lab.Daemon;
import org.ninelives.demo.lab.Host;
import org.ninelives.demo.lab.Lan;
import org.ninelives.demo.lab.Probe;
import org.ninelives.demo.lab.Responder;

/** Where everything is measured: two nodes, a client, and an eye on the wire between them. */
final class Field {

    static final String SHARED_ADDRESS = "192.168.200.16";
    static final String ADDRESS_A = "192.168.200.11";
    static final String ADDRESS_B = "192.168.200.12";

    private static final InetSocketAddress SERVICE = new InetSocketAddress(SHARED_ADDRESS, 7777);

    private final Cleanup cleanup = Cleanup.atExit();
    private final Path folder;
    private final Host hostA;
    private final Host hostB;
    private final Host hostOfClient;
    private final Wire wire;

    Field() throws IOException {
        folder = cleanup.newFolder("ninelives-bench");
        Lan lan = new Lan("ninelives-" + ProcessHandle.current().pid(), cleanup);
        hostA = lan.addHost("a", ADDRESS_A + "/24");
        hostB = lan.addHost("b", ADDRESS_B + "/24");
        hostOfClient = lan.addHost("client", "192.168.200.1/24");
        wire = new Wire(lan, cleanup);
        cleanup.add(new Responder(hostA, SERVICE)::close);
        cleanup.add(new Responder(hostB, SERVICE)::close);
    }

    Host hostA() {
        return hostA;
    }

    Host hostB() {
        return hostB;
    }

    Wire wire() {
        return wire;
    }

    /** A client that probes until closed. */
    Probe probe(Duration period) {
        return new Probe(hostOfClient, SERVICE, period);
    }

    /** Both nodes as after a boot, with no daemon on them. */
    void reset() {
        for (Host host : new Host[] {hostA, hostB}) {
            host.unplug();
            host.plugAfterBoot();
        }
        wire.clear();
    }

    /** Starts the product on a host; its end is at the latest the end of the program. */
    Daemon start(Product product, Host host, String configuration, Consumer<String> log)
            throws IOException {
        Path file = folder.resolve(host.name() + ".conf");
        Files.writeString(file, configuration);
        Daemon daemon = Daemon.start(host, product.program(), file, folder, log);
        cleanup.add(daemon::kill);
        return daemon;
    }
}
