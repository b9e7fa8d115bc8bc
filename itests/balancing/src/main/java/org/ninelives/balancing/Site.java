package org.ninelives.balancing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ninelives.labs.Finished;
import org.ninelives.labs.Implementation;
import org.ninelives.labs.Lab;
import org.ninelives.labs.Log;
import org.ninelives.labs.Node;
import org.ninelives.labs.Pairing;
import org.ninelives.labs.Router;

/** The lab {@code traffic}: a client, directors and web servers that say their names. */
public final class Site implements AutoCloseable {
    /** Translated on the way to the servers. */
    public static final String NAT = "10.0.0.50";

    /** Routed directly to the servers. */
    public static final String DR = "10.0.0.51";

    /** Sent to the servers in tunnels. */
    public static final String TUN = "10.0.0.52";

    /** Owned by one of the directors of a pair, and routed directly. */
    public static final String PAIR = "10.0.0.53";

    private static final List<String> SERVERS = List.of("s1", "s2", "sorry");
    private static final int LONG_KIB = 400;

    private final Lab lab =
            Lab.open(
                    Path.of("src/test/resources/labs/traffic").toAbsolutePath(),
                    new Pairing(Implementation.NINELIVES, Implementation.NINELIVES),
                    Path.of("target/labs/traffic").toAbsolutePath());

    private final WebServers servers = new WebServers(lab);

    /** Starts the web servers, and lets directors forward and servers take what is for them. */
    public Site() {
        List.of("d1", "d2").forEach(d -> set(d, "net.ipv4.ip_forward=1"));
        SERVERS.forEach(
                server -> {
                    acceptVirtualAddresses(server);
                    servers.write(server, "index.html", server + "\n");
                    servers.write(server, "long", (server + "\n").repeat(LONG_KIB * 1024 / 3));
                    servers.start(server);
                });
    }

    public Lab lab() {
        return lab;
    }

    /** Starts the director that balances for the addresses of {@code d1.conf}. */
    public Router startDirector() {
        for (String address : List.of(NAT, DR, TUN)) {
            lab.node("d1").ip("address add " + address + "/32 dev eth0");
        }
        return lab.startDirector("d1", write("d1", read("d1.conf")));
    }

    /** Starts a director of the pair. */
    public Router startPeer(String name, int priority) {
        String text = read("pair.conf").replace("PRIORITY", Integer.toString(priority));
        return lab.startDirector(name, write(name, text));
    }

    /** Their web servers. */
    public WebServers servers() {
        return servers;
    }

    /** How many of the requests each server answered; those without an answer count for "". */
    public Map<String, Long> answers(String address, int requests) {
        return IntStream.range(0, requests)
                .mapToObj(any -> curl("http://" + address + "/").output().strip())
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    private Finished curl(String url) {
        return lab.node("client").run(List.of("curl", "-s", "--max-time", "10", url), "");
    }

    /** Starts a download that takes twenty seconds; at its end the log says how much came. */
    public Log startDownload(String address) {
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "-o", "long"));
        command.addAll(List.of("-w", "%{size_download} bytes\\n", "http://" + address + "/long"));
        lab.node("client").start("download", command);
        return lab.node("client").log("download");
    }

    /** What the log of a download says when all has come. */
    public static String wholeDownload(String server) {
        return (server.length() + 1) * (LONG_KIB * 1024 / 3) + " bytes";
    }

    /** The lines of {@code ipvsadm} on a director with these words. */
    public List<String> ipvs(String director, String view, String words) {
        List<String> command = new ArrayList<>(List.of("ipvsadm"));
        command.addAll(List.of(view.split(" ")));
        return lab.node(director).run(command, "").lines().stream()
                .filter(line -> line.contains(words))
                .toList();
    }

    /** Lets a director read another configuration. */
    public void reload(Router director, String text) {
        write(director.node().name(), text);
        director.reload();
    }

    /** A file of the lab. */
    public String read(String file) {
        try {
            return Files.readString(lab.file(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String node, String text) {
        try {
            return Files.writeString(lab.node(node).folder().resolve("keepalived.conf"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A server has the virtual addresses, says so to nobody, and answers by way of the director.
     */
    private void acceptVirtualAddresses(String server) {
        set(server, "net.ipv4.conf.all.arp_ignore=1", "net.ipv4.conf.all.arp_announce=2");
        Node node = lab.node(server);
        node.ip("address add " + DR + "/32 dev lo");
        node.ip("address add " + PAIR + "/32 dev lo");
        // With its module, every network has this interface, which takes tunnels from anywhere.
        run(server, "modprobe", "ipip");
        node.ip("link set tunl0 up");
        node.ip("address add " + TUN + "/32 dev tunl0");
        set(server, "net.ipv4.conf.all.rp_filter=0", "net.ipv4.conf.tunl0.rp_filter=0");
        String translated = node.address().replace("10.0.", "10.1.");
        node.ip("rule add from " + translated + " table 7");
        node.ip("route add default via 10.1.0.1 table 7");
    }

    private void set(String node, String... settings) {
        List<String> command = new ArrayList<>(List.of("sysctl", "-q", "-w"));
        command.addAll(List.of(settings));
        run(node, command.toArray(String[]::new));
    }

    private void run(String node, String... command) {
        Finished finished = lab.node(node).run(List.of(command), "");
        if (finished.status() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " " + finished);
        }
    }

    @Override
    public void close() {
        lab.close();
    }
}
