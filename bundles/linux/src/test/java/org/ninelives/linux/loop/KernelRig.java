package org.ninelives.linux.loop;

import static org.ninelives.linux.libc.Constants.AF_INET;
import static org.ninelives.linux.libc.Constants.AF_INET6;
import static org.ninelives.linux.libc.Constants.SOCK_RAW;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.WatchLoop;
import org.ninelives.linux.libc.Constants;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Socket;
import org.ninelives.testkit.contract.Packets;
import org.ninelives.testkit.contract.Rig;

/** Two network namespaces of this kernel, joined by veth pairs. */
final class KernelRig implements Rig {

    /** Much longer than anything here takes, so that only a real failure meets it. */
    private static final long PATIENCE_MILLIS = 10_000;

    /** Jumbo frames, so that a packet longer than any VRRP packet can arrive. */
    private static final int WIRE_MTU = 9000;

    private final LinuxMachine machine = new LinuxMachine();
    private final Namespace here = new Namespace();
    private final Namespace there = new Namespace();
    private final List<Loop> peers = new ArrayList<>();
    private final List<Process> captures = new ArrayList<>();
    private final KernelFileHand files = new KernelFileHand();
    private final KernelProcessHand processes;

    KernelRig() throws Exception {
        Path pipe = files.file("pipe");
        String said = command("mkfifo", pipe.toString());
        if (!said.isEmpty()) {
            throw new AssertionError(said);
        }
        processes = new KernelProcessHand(pipe);
    }

    @Override
    public Loop start(LoopTask task) throws Exception {
        return here.run(() -> machine.startLoop("test", task));
    }

    @Override
    public Loop startPeer(LoopTask task) throws Exception {
        Loop peer = there.run(() -> machine.startLoop("peer", task));
        peers.add(peer);
        return peer;
    }

    @Override
    public WatchLoop startWatch(LoopTask task) throws Exception {
        return here.run(() -> machine.startWatchLoop("watch", task));
    }

    @Override
    public <T> T on(WatchLoop loop, Callable<T> work) throws Exception {
        FutureTask<T> future = new FutureTask<>(work);
        loop.post(future);
        try {
            return future.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void until(String what, BooleanSupplier happened) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE_MILLIS + " ms: " + what);
            }
            Thread.sleep(1);
        }
    }

    /** The netlink sockets of the machine under test, as proc(5) lists them. */
    List<String> netlinkSockets() throws Exception {
        return here.run(() -> Files.readAllLines(Path.of("/proc/thread-self/net/netlink")));
    }

    /** Runs work on a thread of the machine under test that is not the loop's. */
    <T> T beside(Callable<T> work) throws Exception {
        return here.run(work);
    }

    /** Runs commands of ip(8) on the machine under test. */
    void ip(List<String> commands) throws Exception {
        here.ip(commands);
    }

    /** Runs a program on the machine under test and answers what it says. */
    String command(String... words) throws Exception {
        return here.command(words);
    }

    /** Runs a program on the machine beside and answers what it says. */
    String peerCommand(String... words) throws Exception {
        return there.command(words);
    }

    /**
     * Captures with tcpdump(8) on eth0 of the machine beside while it exists.
     *
     * @param filter what to capture
     * @param frames gets a line for each frame, Ethernet addresses included
     * @param meanwhile done once the capture has begun
     */
    void peerCapture(String filter, List<String> frames, Callable<?> meanwhile) throws Exception {
        Process capture = there.start("tcpdump", "-l", "-n", "-e", "-i", "eth0", filter);
        captures.add(capture);
        BufferedReader lines = capture.inputReader();
        String line = lines.readLine();
        while (line != null && !line.startsWith("listening on")) {
            line = lines.readLine();
        }
        Thread reader = new Thread(() -> readAll(lines, frames), "capture");
        reader.setDaemon(true);
        reader.start();
        meanwhile.call();
    }

    private static void readAll(BufferedReader lines, List<String> frames) {
        try {
            lines.lines().forEach(frames::add);
        } catch (UncheckedIOException e) {
            frames.add("the capture has ended");
        }
    }

    /** Whether an address answers the machine beside. */
    boolean answers(String address) throws Exception {
        return peerCommand("ping", "-c", "1", "-W", "1", address).contains(" 0% packet loss");
    }

    /** What a command of ip(8) prints on the machine under test. */
    String show(String command) throws Exception {
        return here.show(command);
    }

    /** Starts a program on the machine under test. */
    Process start(ProcessBuilder program) throws Exception {
        return here.run(program::start);
    }

    /** What a file says on the machine under test, such as a kernel setting of it. */
    String read(String path) throws Exception {
        return here.run(() -> Files.readString(Path.of(path))).strip();
    }

    void write(String path, String text) throws Exception {
        here.run(() -> Files.writeString(Path.of(path), text));
    }

    @Override
    public void wire(String link) throws Exception {
        addLink(link);
        here.ip("link set %s mtu %d".formatted(link, WIRE_MTU));
        there.ip("link set %s mtu %d".formatted(link, WIRE_MTU));
    }

    /** One end of a pair, as not every kernel has dummy interfaces. */
    @Override
    public void addLink(String link) throws Exception {
        here.ip(
                "link add %s type veth peer name %s netns %s".formatted(link, link, there.id()),
                "link set %s up".formatted(link));
        there.ip("link set %s up".formatted(link));
    }

    @Override
    public void removeLink(String link) throws Exception {
        here.ip("link del " + link);
    }

    @Override
    public void renameLink(String link, String newName) throws Exception {
        here.ip("link set " + link + " down", "link set " + link + " name " + newName);
    }

    @Override
    public void setForwardsIpv6(String link, boolean forwards) throws Exception {
        Path setting = Path.of("/proc/sys/net/ipv6/conf", link, "forwarding");
        here.run(() -> Files.writeString(setting, forwards ? "1" : "0"));
    }

    @Override
    public void setUp(String link, boolean up) throws Exception {
        here.ip("link set " + link + (up ? " up" : " down"));
    }

    @Override
    public void addAddress(String link, String prefix) throws Exception {
        here.ip("addr add " + prefix + " dev " + link + withoutDetection(prefix));
    }

    @Override
    public void removeAddress(String link, String prefix) throws Exception {
        here.ip("addr del " + prefix + " dev " + link);
    }

    @Override
    public void addPeerAddress(String link, String prefix) throws Exception {
        there.ip("addr add " + prefix + " dev " + link + withoutDetection(prefix));
    }

    /** Duplicate address detection takes a second, and there are no duplicates. */
    private static String withoutDetection(String prefix) {
        return prefix.contains(":") ? " nodad" : "";
    }

    /** The kernel writes the header; only protocol, destination and payload are as given. */
    @Override
    public void inject(String link, ByteBuffer packet) throws Exception {
        int header = Packets.header(packet);
        boolean ipv4 = packet.get(0) >>> 4 == 4;
        byte[] payload = new byte[packet.limit() - header];
        packet.get(header, payload);
        int protocol = packet.get(ipv4 ? 9 : 6);
        // struct sockaddr_in and sockaddr_in6.
        ByteBuffer address = ByteBuffer.allocate(ipv4 ? 16 : 28);
        address.put(0, (byte) (ipv4 ? AF_INET : AF_INET6));
        address.put(ipv4 ? 4 : 8, packet, ipv4 ? 16 : 24, ipv4 ? 4 : 16);
        there.run(
                () -> {
                    try (Socket raw =
                            Socket.open(address.get(0), SOCK_RAW, protocol, "raw", "CAP_NET_RAW")) {
                        raw.set(Constants.SOL_SOCKET, Constants.SO_BINDTODEVICE, link, "device");
                        long sent =
                                NamespaceCalls.sendto(
                                        raw.fd(),
                                        payload,
                                        payload.length,
                                        0,
                                        address.array(),
                                        address.capacity());
                        if (sent < 0) {
                            throw new AssertionError("sendto: " + Errno.name(Errno.last()));
                        }
                        return null;
                    }
                });
    }

    @Override
    public void addRoute(Route route) throws Exception {
        here.ip("route add " + route);
    }

    @Override
    public void removeRoute(Route route) throws Exception {
        here.ip("route del " + route);
    }

    @Override
    public void addRule(Rule rule) throws Exception {
        here.ip("rule add " + words(rule));
    }

    @Override
    public void removeRule(Rule rule) throws Exception {
        here.ip("rule del " + words(rule));
    }

    /** What logs say of a rule but for the colon is what ip(8) takes. */
    private static String words(Rule rule) {
        return "preference " + rule.toString().replaceFirst(":", "");
    }

    @Override
    public void set(KernelSetting setting, int value) throws Exception {
        Path file = Path.of("/proc/sys", setting.path());
        here.run(() -> Files.writeString(file, Integer.toString(value), StandardOpenOption.WRITE));
    }

    @Override
    public KernelProcessHand processes() {
        return processes;
    }

    @Override
    public KernelFileHand files() {
        return files;
    }

    @Override
    public void close() {
        processes.close();
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        captures.forEach(Process::destroy);
        peers.forEach(Loop::close);
        here.close();
        there.close();
    }
}
