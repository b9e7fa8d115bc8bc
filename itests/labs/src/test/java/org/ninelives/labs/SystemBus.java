package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bus of a node's own, and what other programs find on it.
 *
 * @param process the bus; none while it is absent
 */
record SystemBus(Lab lab, Node node, Path socket, Optional<Process> process) {

    static final String NAME = "org.keepalived.Vrrp1";
    static final String VRRP = "/org/keepalived/Vrrp1/Vrrp";
    static final String IPV4 = "/org/keepalived/Vrrp1/Instance/eth0/51/IPv4";
    static final String IPV6 = "/org/keepalived/Vrrp1/Instance/eth0/52/IPv6";

    private static final String LISTENING = "Monitoring signals";

    /** Starts one, where the last one of this node was. */
    static SystemBus start(Lab lab, Node node) {
        Path socket = socketOf(node);
        forget(socket);
        Process bus =
                node.start(
                        "bus",
                        List.of(
                                "sh",
                                "-c",
                                "chmod a+rx .; exec dbus-daemon --nofork"
                                        + " --config-file=\"$2\" --address=unix:path=\"$1\"",
                                "sh",
                                socket.toString(),
                                lab.file("bus.conf").toString()));
        lab.await("the bus of " + node.name() + " listens", () -> Files.exists(socket));
        return new SystemBus(lab, node, socket, Optional.of(bus));
    }

    static SystemBus absent(Node node) {
        return new SystemBus(null, node, socketOf(node), Optional.empty());
    }

    /** A socket has at most 107 letters, which the folder of a lab may use up. */
    private static Path socketOf(Node node) {
        return Path.of("/tmp", "ninelives-bus-" + node.namespace());
    }

    /** A bus that was killed leaves it behind. */
    private static void forget(Path socket) {
        try {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String variable() {
        return "DBUS_SYSTEM_BUS_ADDRESS=unix:path=" + socket;
    }

    void kill() {
        process.orElseThrow().destroyForcibly();
    }

    void pause() {
        Command.run("kill -STOP " + process.orElseThrow().pid());
    }

    /** Writes down the signals of the daemon from now on, a line each. */
    void listen() {
        int before = Files.exists(node.logFile("signals")) ? (int) log().count(LISTENING) : 0;
        node.start(
                "signals",
                List.of(
                        "stdbuf",
                        "-oL",
                        "gdbus",
                        "monitor",
                        "--address",
                        "unix:path=" + socket,
                        "--dest",
                        NAME));
        log().await(before + 1, LISTENING);
    }

    Log log() {
        return node.log("signals");
    }

    /** The signals so far whose lines have these words. */
    List<String> signals(String words) {
        return log().text().lines().filter(line -> line.contains(words)).toList();
    }

    String busctl(String... words) {
        Finished finished = run(List.of(), words);
        assertThat(finished.status()).as("%s", finished).isZero();
        return finished.output();
    }

    private Finished run(List<String> wrapper, String... words) {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of("busctl", "--address=unix:path=" + socket));
        command.addAll(List.of(words));
        return node.run(command, "");
    }

    String introspect(String path) {
        return busctl("introspect", NAME, path).replaceAll(" +", " ");
    }

    String properties(String path) {
        return busctl(
                "call",
                NAME,
                path,
                "org.freedesktop.DBus.Properties",
                "GetAll",
                "s",
                NAME + ".Instance");
    }

    /** The name of the error that a call is answered with; empty for none. */
    String error(String path, String type, String method) {
        Finished finished =
                node.run(
                        List.of(
                                "dbus-send",
                                "--bus=unix:path=" + socket,
                                "--print-reply",
                                "--dest=" + NAME,
                                path,
                                NAME + "." + type + "." + method),
                        "");
        return finished.status() == 0 ? "" : finished.output().split(":", 2)[0];
    }

    /** What another user is answered. */
    String errorAs(String user, String path, String type, String method) {
        List<String> wrapper = List.of("setpriv", "--reuid", user, "--clear-groups");
        Finished finished = run(wrapper, "call", NAME, path, NAME + "." + type, method);
        assertThat(finished.status()).as("%s", finished).isNotZero();
        return finished.output();
    }

    void awaitState(String path, String state) {
        lab.await(
                path + " is " + state,
                () ->
                        run(List.of(), "get-property", NAME, path, NAME + ".Instance", "State")
                                .output()
                                .strip()
                                .equals(state));
    }
}
