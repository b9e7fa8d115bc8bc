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
import java.util.function.Supplier;

/** A machine of a lab: a network namespace with one interface, {@code eth0}, on the lab's wire. */
public final class Node {
    private final String name;
    private final String address;
    private final Path folder;
    private final Namespace namespace;
    private final Supplier<String> story;
    private final Map<String, Log> logs = new LinkedHashMap<>();

    /**
     * @param prefix the fixed address, such as {@code 10.0.0.1/24}
     * @param folder an existing folder for the node's files
     * @param namespace an empty namespace, to become this node
     * @param wire the namespace of the bridge {@code br0} to connect to
     * @param story what happened in the lab
     */
    Node(
            String name,
            String prefix,
            Path folder,
            Namespace namespace,
            Namespace wire,
            Supplier<String> story) {
        this.name = name;
        this.address = prefix.substring(0, prefix.indexOf('/'));
        this.folder = folder;
        this.namespace = namespace;
        this.story = story;
        wire.ip(
                "link add name %s type veth peer name eth0 netns %s"
                        .formatted(name, namespace.name()));
        wire.ip("link set dev " + name + " master br0 up");
        // A fixed MAC address, so that the frames of two runs can be compared.
        namespace.ip("link set eth0 address " + macAddress() + " up");
        namespace.ip("address add " + prefix + " dev eth0");
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

    /** The given IPv4 address, where some interface of this node has it. */
    public Optional<Address> find(String wanted) {
        return addresses().stream().filter(a -> a.local().equals(wanted)).findFirst();
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

    /** Runs {@code ip} on this node, which may change its interface and addresses. */
    public String ip(String arguments) {
        return namespace.ip(arguments);
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

    /** The fixed MAC address of {@code eth0}. */
    String macAddress() {
        StringBuilder mac = new StringBuilder("02:00");
        for (String octet : address.split("\\.", -1)) {
            mac.append(":%02x".formatted(Integer.parseInt(octet)));
        }
        return mac.toString();
    }
}
