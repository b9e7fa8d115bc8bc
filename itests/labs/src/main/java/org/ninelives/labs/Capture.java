package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Everything of VRRP, BFD, ARP and neighbour discovery that passes a lab's wire, from the start of
 * the lab. It is heard in its order but a little late: all up to a moment is there when something
 * later is.
 */
public final class Capture implements AutoCloseable {
    /**
     * The first two octets of MAC addresses that are not captured: an attacker's packets would be
     * too many to be read again and again.
     */
    static final String ATTACKER_MAC_PREFIX = "0266";

    private static final String CAPTURED =
            "(arp or igmp or proto 112 or ip proto 51 or udp dst port 3784"
                    + " or (icmp6 and ip6[40] >= 133 and ip6[40] <= 137))";
    private static final Pattern PACKET_BREAK = Pattern.compile("\\R(?!\\s)");

    private final Path file;
    private final Process tcpdump;

    /** Listens on a bridge; returns when it hears. */
    Capture(Namespace wire, String bridge, Path folder) {
        file = folder.resolve(bridge + ".pcap");
        Path log = folder.resolve(bridge + "-tcpdump.log");
        List<String> command =
                List.of(
                        "tcpdump",
                        "-i",
                        bridge,
                        "-n",
                        "-U",
                        "--immediate-mode",
                        // Room for the bursts of many routers: the buffer has slots of this length.
                        "-s",
                        "1600",
                        "-B",
                        "8192",
                        "-Z",
                        "root",
                        "-w",
                        file.toString(),
                        CAPTURED + " and not ether[6:2] = 0x" + ATTACKER_MAC_PREFIX);
        try {
            tcpdump =
                    new ProcessBuilder(wire.inside(command))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until(
                "tcpdump listens",
                Await.LIMIT,
                () -> text(log).contains("listening on"),
                () -> text(log));
    }

    /** All adverts so far, oldest first. */
    public List<Advert> adverts() {
        return frames().stream().flatMap(frame -> Advert.of(frame).stream()).toList();
    }

    /** All IPv4 adverts of one sender so far, oldest first. */
    public List<Advert> advertsOf(Node sender) {
        return adverts().stream().filter(a -> a.source().equals(sender.address())).toList();
    }

    /** The first advert of a sender after the given time that is as wanted, if it was heard yet. */
    public Optional<Advert> firstAdvert(Node sender, Instant after, Predicate<Advert> wanted) {
        return advertsOf(sender).stream()
                .filter(a -> a.time().isAfter(after))
                .filter(wanted)
                .findFirst();
    }

    /** All BFD packets of one sender so far, oldest first. */
    public List<BfdPacket> bfdPacketsOf(Node sender) {
        return frames().stream()
                .flatMap(frame -> BfdPacket.of(frame).stream())
                .filter(packet -> packet.source().equals(sender.address()))
                .toList();
    }

    /** All gratuitous ARPs for an address so far, oldest first. */
    public List<Announcement> announcementsOf(String address) {
        return frames().stream()
                .flatMap(frame -> Announcement.of(frame).stream())
                .filter(a -> a.address().equals(address))
                .toList();
    }

    /** What tcpdump makes of each captured packet that a filter lets through, without times. */
    public List<String> decoded(String filter) {
        List<String> command =
                List.of("tcpdump", "-n", "-t", "-vvv", "-e", "-x", "-r", file.toString(), filter);
        // A packet's further lines are indented; tcpdump's word about the file comes first.
        return PACKET_BREAK
                .splitAsStream(Command.run(command))
                .filter(packet -> !packet.startsWith("reading from file"))
                .toList();
    }

    @Override
    public void close() {
        tcpdump.destroy();
        tcpdump.onExit().join();
    }

    private List<Frame> frames() {
        try {
            return PcapReader.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
