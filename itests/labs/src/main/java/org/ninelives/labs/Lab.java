package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Machines on one wire, drawn in a folder: {@code topology.txt} says which nodes there are, {@code
 * a.conf} configures node a, and so on. Everything lives in network namespaces of its own and is
 * gone when the lab is closed; the logs and the capture stay in the lab's files.
 *
 * <pre>
 *      a        b      client        each a namespace with eth0, and eth1 where drawn
 *      |        |         |
 *   ---+--------+---------+---       a bridge in a namespace, where tcpdump listens
 * </pre>
 */
public final class Lab implements AutoCloseable {
    private static final int ADVERTS_TOLD = 30;
    private static final Set<Lab> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Namespace.removeLeftOvers();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(Lab::close)));
    }

    private final Path folder;
    private final Pairing pairing;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private final Map<String, Capture> wires = new LinkedHashMap<>();
    private final Namespace wireNamespace;
    private int routers;

    private Lab(Path folder, Pairing pairing, Path files) {
        this.folder = folder;
        this.pairing = pairing;
        OPEN.add(this);
        try {
            wireNamespace = new Namespace("wire");
            toClose.add(wireNamespace);
            Topology topology = Topology.parse(Files.readString(folder.resolve("topology.txt")));
            topology.wires().forEach(device -> addWire(device, files));
            topology.ports().forEach((name, ports) -> addNode(name, ports, files));
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /**
     * Builds the lab of a folder; no daemon runs yet.
     *
     * @param folder where the drawing and the configurations are
     * @param files where files of this run go; made when missing
     */
    public static Lab open(Path folder, Pairing pairing, Path files) {
        try {
            Files.createDirectories(files);
            return new Lab(folder, pairing, Files.createTempDirectory(files, pairing.slug() + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Node node(String name) {
        return Optional.ofNullable(nodes.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no node " + name + " in " + this));
    }

    /** Starts the pairing's daemon on a node with the node's configuration. */
    public Router start(String name) {
        return start(name, file(name + ".conf"));
    }

    /** Starts the pairing's daemon on a node with a configuration of the test. */
    public Router start(String name, Path configuration) {
        return start(name, configuration, List.of());
    }

    /**
     * Starts the pairing's daemon on a node in a way of the test.
     *
     * @param wrapper the program that starts the daemon, with its arguments; may be empty
     * @param options more options of the daemon
     */
    public Router start(String name, Path configuration, List<String> wrapper, String... options) {
        List<String> all = new ArrayList<>(List.of("-P"));
        all.addAll(List.of(options));
        return new Router(node(name), pairing.on(name), configuration, ++routers, wrapper, all);
    }

    /** Starts a daemon on a node, whatever the pairing has there. */
    public Router start(String name, Path configuration, Implementation implementation) {
        return new Router(
                node(name), implementation, configuration, ++routers, List.of(), List.of("-P"));
    }

    /** Starts the pairing's daemon on a node as one that balances too, beside what routers do. */
    public Router startDirector(String name, Path configuration) {
        return startDirector(name, configuration, List.of());
    }

    /** The same, started by a program with its arguments. */
    public Router startDirector(String name, Path configuration, List<String> wrapper) {
        List<String> options =
                List.of("-c", node(name).folder().resolve("checkers.pid").toString());
        return new Router(node(name), pairing.on(name), configuration, ++routers, wrapper, options);
    }

    /** Which daemons take part. */
    public Pairing pairing() {
        return pairing;
    }

    /** All that is heard between the nodes' {@code eth0}. */
    public Capture wire() {
        return wire("eth0");
    }

    /** All that is heard between the nodes' interfaces of this name. */
    public Capture wire(String device) {
        return wires.get(device);
    }

    /** Pulls a node's cable. Its interface stays up, as that of a virtual machine does. */
    public void unplug(String name) {
        wireNamespace.ip("link set dev " + Node.port(name, "eth0") + " nomaster");
    }

    /** Puts an unplugged node's cable in again. */
    public void plug(String name) {
        wireNamespace.ip("link set dev " + Node.port(name, "eth0") + " master br0");
    }

    /** Cuts a machine's power: its cable is pulled, so that it is dead for all others at once. */
    public Instant powerOff(Router router) {
        unplug(router.node().name());
        Instant time = router.kill9();
        router.node().restart();
        return time;
    }

    /** Cuts a node's cable: its interface loses the carrier. */
    public void cut(String name, String device) {
        wireNamespace.ip("link set dev " + Node.port(name, device) + " down");
    }

    /** Mends a cable that was cut. */
    public void mend(String name, String device) {
        wireNamespace.ip("link set dev " + Node.port(name, device) + " up");
    }

    /** A file of the lab's folder. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Waits until the router's node owns a virtual address and the router said it was master. */
    public void awaitMaster(Router router, String address) {
        Node node = router.node();
        await(node.name() + " owns " + address, () -> node.owns(address));
        router.log().await("Entering MASTER STATE");
    }

    /** Waits until the router runs as backup and has heard its master since. */
    public void awaitBackup(Router backup, Router master) {
        backup.log().await("Entering BACKUP STATE");
        awaitAdvert(master.node(), Instant.now());
    }

    /**
     * Waits until the daemon has no more open than before: a client of JMX may have one more
     * connection for some seconds.
     */
    void awaitClosed(Router router, Vitals before) {
        await(
                "what was opened since is closed",
                () -> router.vitals().openedSince(before).isEmpty());
    }

    /** Waits for the first advert of a sender after the given time. */
    public Advert awaitAdvert(Node sender, Instant after) {
        return awaitValue(
                sender.name() + " adverts after " + after,
                () -> wire().firstAdvert(sender, after, any -> true));
    }

    /** Waits until the condition holds, for a minute at most. */
    public void await(String expectation, BooleanSupplier condition) {
        Await.until(expectation, Await.LIMIT, condition, this::story);
    }

    /** Waits until there is a value, as {@link #await}. */
    public <T> T awaitValue(String expectation, Supplier<Optional<T>> value) {
        return Await.value(expectation, Await.LIMIT, value, this::story);
    }

    /** Watches for a while that something stays as it is. */
    public void stays(String expectation, Duration time, BooleanSupplier condition) {
        long endNanos = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - endNanos < 0) {
            if (!condition.getAsBoolean()) {
                throw new AssertionError("no longer so: " + expectation + "\n" + story());
            }
            Await.pause(Duration.ofMillis(50));
        }
    }

    /** Starts an {@code ip} that changes the wires by each line that it reads. */
    Process commands() throws IOException {
        return new ProcessBuilder(wireNamespace.inside(List.of("ip", "-batch", "-")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** What happened last: adverts, and the end of the log of each program on a node. */
    public String story() {
        StringBuilder story = new StringBuilder();
        List<Advert> adverts = wire().adverts();
        adverts.stream()
                .skip(Math.max(0, adverts.size() - ADVERTS_TOLD))
                .forEach(advert -> story.append(advert).append('\n'));
        nodes.values().forEach(node -> node.logs().forEach(log -> story.append(log.tail())));
        return story.toString();
    }

    @Override
    public void close() {
        if (!OPEN.remove(this)) {
            return;
        }
        for (AutoCloseable part : toClose.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("lab " + this + ": " + e);
            }
        }
    }

    @Override
    public String toString() {
        return folder.getFileName() + " " + pairing;
    }

    private void addWire(String device, Path files) {
        String bridge = Node.bridge(device);
        wireNamespace.ip("link add " + bridge + " type bridge forward_delay 0 mcast_snooping 0");
        wireNamespace.ip("link set " + bridge + " up");
        Capture wire = new Capture(wireNamespace, bridge, files);
        toClose.add(wire);
        wires.put(device, wire);
    }

    private void addNode(String name, List<Topology.Port> ports, Path files) {
        try {
            Path nodeFiles = Files.createDirectory(files.resolve(name));
            Namespace namespace = new Namespace(name);
            toClose.add(namespace);
            nodes.put(
                    name, new Node(name, ports, nodeFiles, namespace, wireNamespace, this::story));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
