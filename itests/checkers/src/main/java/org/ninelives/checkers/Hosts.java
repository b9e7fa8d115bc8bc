package org.ninelives.checkers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.namespace.NetworkNamespace;

/**
 * Two network namespaces: here checks run, and there are the servers.
 *
 * <pre>
 *   here   eth0 10.9.0.1 10.9.0.11 fd09::1 fd09::11 --- 10.9.0.2 10.9.0.12 fd09::2 fd09::12   there
 *          eth1 10.9.1.1                            --- 10.9.1.2
 * </pre>
 *
 * <p>10.9.0.3 is a host that does not answer, and there is no route to 10.9.8.1.
 */
final class Hosts implements AutoCloseable {

    private static final String PREFIX = "nl-chk-" + ProcessHandle.current().pid();
    private static final String HERE = PREFIX + "-here";
    private static final String THERE = PREFIX + "-there";

    /** Of the other host at eth0. */
    static final List<String> ADDRESSES = List.of("10.9.0.2", "10.9.0.12", "fd09::2", "fd09::12");

    Hosts() throws IOException {
        Assumptions.assumeTrue(Libc.geteuid() == 0, "network namespaces need root");
        ip("netns add " + HERE, "netns add " + THERE);
        ip("-n " + HERE + " link set lo up", "-n " + THERE + " link set lo up");
        for (String link : List.of("eth0", "eth1")) {
            ip(
                    "-n "
                            + HERE
                            + " link add "
                            + link
                            + " type veth peer "
                            + link
                            + " netns "
                            + THERE,
                    "-n " + HERE + " link set " + link + " up",
                    "-n " + THERE + " link set " + link + " up");
        }
        // Unless told otherwise, the kernel takes the first of IPv4 and the last of IPv6.
        for (String address : List.of("10.9.0.1/24", "10.9.0.11/24", "fd09::11/64", "fd09::1/64")) {
            addAddress(HERE, address, "eth0");
        }
        for (String address : ADDRESSES) {
            addAddress(THERE, address + (address.contains(":") ? "/64" : "/24"), "eth0");
        }
        addAddress(HERE, "10.9.1.1/24", "eth1");
        addAddress(THERE, "10.9.1.2/24", "eth1");
        ip(
                // Taken by those who insist on eth1, and by nobody else.
                "-n " + HERE + " route add 10.9.0.0/24 dev eth1 metric 500",
                "-n " + HERE + " neigh add 10.9.0.3 lladdr 02:00:00:00:00:99 dev eth0",
                "-n " + HERE + " route add unreachable 10.9.8.0/24");
    }

    private static void addAddress(String namespace, String address, String link)
            throws IOException {
        String words = "-n " + namespace + " addr add " + address + " dev " + link;
        ip(address.contains(":") ? words + " nodad" : words);
    }

    /** Takes an address of eth0 from this host; its length belongs to it. */
    void loseAddress(String address) throws IOException {
        ip("-n " + HERE + " addr del " + address + " dev eth0");
    }

    /** Gives it back. */
    void findAddress(String address) throws IOException {
        addAddress(HERE, address, "eth0");
    }

    /**
     * An interface of this host has another name from now on, and is up. One program does it, so
     * that hardly anybody sees it down.
     */
    void rename(String link, String name) throws IOException {
        String script =
                """
                ip -n %s -batch - << END
                link set %s down
                link set %s name %s
                link set %s up
                END
                """
                        .formatted(HERE, link, link, name, name);
        run("sh", "-c", script);
    }

    /** The namespace that checks run in. */
    Optional<String> here() {
        return Optional.of(HERE);
    }

    /** What opens something. */
    @FunctionalInterface
    interface Opening<T> {
        T open() throws IOException;
    }

    /** Opens something there. */
    <T> T there(Opening<T> opening) throws SystemException {
        return NetworkNamespace.in(
                Optional.of(THERE),
                () -> {
                    try {
                        return opening.open();
                    } catch (IOException e) {
                        throw new SystemException("opening", "EIO", e.toString());
                    }
                });
    }

    /** From now on only packets of one kind leave from here; the others are refused. */
    void letOut(String rule) throws IOException {
        filter(HERE, "output", rule);
    }

    /** From now on only packets of one kind come in there; the others are refused. */
    void letIn(String rule) throws IOException {
        filter(THERE, "input", rule);
    }

    /** From now on the other host refuses whatever comes. */
    void refuseAll() throws IOException {
        filter(THERE, "input", "ip protocol 255");
    }

    private static void filter(String namespace, String hook, String rule) throws IOException {
        run(
                "ip",
                "netns",
                "exec",
                namespace,
                "nft",
                """
                table inet ninelives_test {
                    chain only {
                        type filter hook HOOK priority 0
                        RULE accept
                        meta l4proto { tcp, udp } reject
                        icmp type echo-request reject
                        icmpv6 type echo-request reject
                    }
                }
                """
                        .replace("HOOK", hook)
                        .replace("RULE", rule));
    }

    /** Packets of all kinds pass again. */
    void letAll() throws IOException {
        for (String namespace : List.of(HERE, THERE)) {
            run("ip", "netns", "exec", namespace, "nft", "flush ruleset");
        }
    }

    private static void ip(String... commands) throws IOException {
        for (String command : commands) {
            run(("ip " + command).split(" ", -1));
        }
    }

    private static void run(String... words) throws IOException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", words) + ": " + said);
        }
    }

    @Override
    public void close() throws IOException {
        ip("netns del " + HERE, "netns del " + THERE);
    }
}
