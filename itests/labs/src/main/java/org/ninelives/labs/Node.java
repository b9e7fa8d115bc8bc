package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A machine of a lab: a network namespace with interfaces on the lab's wires. */
public final class Node {
    private final String name;
    private final String address;
    private final List<Topology.Port> ports;
    private final Path folder;
    private final Namespace namespace;
    private final Supplier<String> story;
    private final Map<String, Log> logs = new LinkedHashMap<>();

    /**
     * @param ports the interfaces with their fixed addresses
     * @param folder an existing folder for the node's files
     * @param namespace an empty namespace, to become this node
     * @param wire the namespace of the bridges to connect to
     * @param story what happened in the lab
     */
    Node(
            String name,
            List<Topology.Port> ports,
            Path folder,
            Namespace namespace,
            Namespace wire,
            Supplier<String> story) {
        this.name = name;
        this.ports = List.copyOf(ports);
        this.address = withoutLength(ports.getFirst().prefixes().getFirst());
        this.folder = folder;
        this.namespace = namespace;
        this.story = story;
        ports.forEach(port -> connect(port, wire));
    }

    private void connect(Topology.Port port, Namespace wire) {
        String peer = port(name, port.device());
        wire.ip(
                "link add %s type veth peer name %s netns %s"
                        .formatted(peer, port.device(), namespace.name()));
        wire.ip("link set dev " + peer + " master " + bridge(port.device()) + " up");
        // A fixed MAC address, so that the frames of two runs can be compared.
        namespace.ip("link set " + port.device() + " address " + macAddress(port) + " up");
        addAddresses(port);
    }

    private void addAddresses(Topology.Port port) {
        for (String prefix : port.prefixes()) {
            // Nobody else has the address, and the lab need not wait for that to be found out.
            String option = prefix.contains(":") ? " nodad" : "";
            namespace.ip("address add " + prefix + " dev " + port.device() + option);
        }
    }

    /** The interface of the wires' namespace that a node's interface is connected to. */
    static String port(String node, String device) {
        return node + "-" + device;
    }

    /** The bridge that connects the interfaces of one name. */
    static String bridge(String device) {
        return device.replace("eth", "br");
    }

    private static String withoutLength(String prefix) {
        return prefix.substring(0, prefix.indexOf('/'));
    }

    public String name() {
        return name;
    }

    /** The fixed IPv4 address. */
    public String address() {
        return address;
    }

    /** The folder of this node's files in the lab's own folder. */
    public Path folder() {
        return folder;
    }

    /** Every IPv4 address on every interface, as {@code ip} shows them. */
    public List<Address> addresses() {
        return Address.parseAll(namespace.ip("-4 -j address show"));
    }

    /** Every IPv6 address on every interface, as {@code ip} shows them. */
    public List<Address> ipv6Addresses() {
        return Address.parseAll(namespace.ip("-6 -j address show"));
    }

    /** The given address, where some interface of this node has it. */
    public Optional<Address> find(String wanted) {
        return (wanted.contains(":") ? ipv6Addresses() : addresses())
                .stream().filter(a -> a.local().equals(wanted)).findFirst();
    }

    /** Which of these addresses some interface of this node has. */
    public Set<String> ownedOf(Collection<String> wanted) {
        return Stream.concat(addresses().stream(), ipv6Addresses().stream())
                .map(Address::local)
                .filter(Set.copyOf(wanted)::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Becomes again as it was built: what a daemon left behind does not outlive a power cut. */
    void restart() {
        for (String line : namespace.ip("-br link show").lines().toList()) {
            String device = line.split("[@ ]", 2)[0];
            if (!device.matches("lo|eth\\d")) {
                namespace.ip("link del " + device);
            }
        }
        for (Topology.Port port : ports) {
            namespace.ip("-4 address flush dev " + port.device());
            // The address that the kernel derives from the MAC address stays; it is the only /64.
            namespace.ip("-6 address flush dev " + port.device() + " scope global");
            ipv6Addresses().stream()
                    .filter(a -> a.device().equals(port.device()) && a.prefixLength() == 128)
                    .forEach(
                            a ->
                                    namespace.ip(
                                            "-6 address del " + a.local() + " dev " + a.device()));
            addAddresses(port);
        }
    }

    /** Which of the addresses answer a ping of this node now; takes a second at most. */
    public Set<String> answering(Collection<String> wanted) {
        String script =
                "for x in \"$@\"; do ping -n -q -c 1 -W 1 $x >/dev/null && echo $x & done; wait";
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        wanted.forEach(x -> command.add(x.startsWith("fe80:") ? x + "%eth0" : x));
        return run(command, "")
                .output()
                .lines()
                .map(line -> line.replace("%eth0", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The MAC address that this node sends to for each address it has talked to. */
    public Map<String, String> neighbours() {
        return namespace
                .ip("neighbour show")
                .lines()
                .map(line -> line.split(" "))
                .filter(words -> words.length > 4 && words[3].equals("lladdr"))
                .collect(Collectors.toMap(words -> words[0], words -> words[4], (x, y) -> y));
    }

    public boolean owns(String wanted) {
        return find(wanted).isPresent();
    }

    /**
     * Starts a program on this node. What it prints goes to its {@link #log}.
     *
     * @param label names the file of the log, {@code <label>.log}
     */
    public Process start(String label, List<String> command) {
        ProcessBuilder builder = builder(command);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(logFile(label).toFile()));
        try {
            Process process = builder.start();
            logs.put(label, new Log(label + " on " + name, logFile(label), story));
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a program prints that was started here, by its label. */
    public Log log(String label) {
        return Optional.ofNullable(logs.get(label))
                .orElseThrow(
                        () -> new IllegalArgumentException("no " + label + " runs on " + name));
    }

    /** What the programs on this node print, in the order of their starts. */
    Collection<Log> logs() {
        return logs.values();
    }

    /**
     * Runs a program on this node to its end, which comes within a minute.
     *
     * @param input what the program reads
     */
    public Finished run(List<String> command, String input) {
        List<String> limited = new ArrayList<>(List.of("timeout", "--signal=KILL", "60"));
        limited.addAll(command);
        return Command.finish(builder(limited), input);
    }

    /** The lines of {@code ip} on this node with these words. */
    public List<String> lines(String arguments, String words) {
        return namespace.ip(arguments).lines().filter(line -> line.contains(words)).toList();
    }

    /** Runs {@code ip} on this node, which may change its interface and addresses. */
    public String ip(String arguments) {
        return namespace.ip(arguments);
    }

    /** The name of this node's network namespace. */
    String namespace() {
        return namespace.name();
    }

    /** The folder of settings of a Ninelives on this node. */
    public Path settings() {
        return folder.resolve("etc");
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(namespace.inside(command));
        builder.directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("TMPDIR", folder.toString());
        builder.environment().put("NINELIVES_ETC", settings().toString());
        builder.redirectErrorStream(true);
        return builder;
    }

    /** The command line that runs the given one on this node, with the same pid. */
    List<String> inside(List<String> command) {
        return namespace.inside(command);
    }

    /** A file of this node's folder for what a program prints. */
    Path logFile(String label) {
        return folder.resolve(label + ".log");
    }

    /** The fixed MAC address of the first interface. */
    String macAddress() {
        return macAddress(ports.getFirst());
    }

    private static String macAddress(Topology.Port port) {
        StringBuilder mac = new StringBuilder("02:00");
        for (String octet : withoutLength(port.prefixes().getFirst()).split("\\.", -1)) {
            mac.append(":%02x".formatted(Integer.parseInt(octet)));
        }
        return mac.toString();
    }
}
