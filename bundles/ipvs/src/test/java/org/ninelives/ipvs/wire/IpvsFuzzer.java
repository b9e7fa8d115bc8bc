package org.ninelives.ipvs.wire;

import java.nio.ByteBuffer;
import org.ninelives.api.ipvs.DestinationEntry;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.SyncDaemon;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;
import org.ninelives.linux.genetlink.Genetlink;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;
import org.ninelives.testkit.fuzz.FuzzTarget;

/** Answers of generic netlink; what can be read is written, and read the same again. */
public final class IpvsFuzzer {

    private static final ServiceKey SERVICE =
            new ServiceKey.Endpoint(TransportProtocol.TCP, IpAddress.of("10.8.0.1"), 80);

    private static final int SET_INFO = 14;

    /** Texts may grow by what stands for broken letters. */
    private static final int MEMORY = 1 << 18;

    private static final ChangeWriter WRITER = new ChangeWriter();

    private IpvsFuzzer() {}

    /** See {@link FuzzTarget}; the name is the one Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            NetlinkReader reader = new NetlinkReader(ByteBuffer.wrap(input));
            while (reader.next()) {
                switch (reader.type()) {
                    case Netlink.NLMSG_ERROR, Netlink.NLMSG_DONE ->
                            check(reader.outcome().errno() >= 0, "negative errno");
                    default -> read(Genetlink.command(reader), reader.attributes(Genetlink.HEADER));
                }
            }
        } catch (NetlinkFormatException e) {
            // That is how a datagram is to be refused.
            check(e.getMessage() != null, "refused without a word");
        }
    }

    private static void read(int command, AttributeReader attributes)
            throws NetlinkFormatException {
        switch (command) {
            case IpvsNumbers.CMD_NEW_SERVICE -> {
                ServiceEntry entry = ServiceReader.read(attributes).orElse(null);
                if (entry != null) {
                    AttributeReader again = written(new IpvsChange.AddService(entry.service()));
                    ServiceEntry same = ServiceReader.read(again).orElseThrow();
                    check(same.service().equals(entry.service()), "another service");
                }
            }
            case IpvsNumbers.CMD_NEW_DEST -> {
                DestinationEntry entry = DestinationReader.read(attributes, IpAddress.Family.IPV6);
                AttributeReader again =
                        written(new IpvsChange.AddDestination(SERVICE, entry.destination()));
                DestinationEntry same = DestinationReader.read(again, IpAddress.Family.IPV4);
                check(same.destination().equals(entry.destination()), "another destination");
                check(entry.activeConnections() >= 0, "negative count");
            }
            case IpvsNumbers.CMD_NEW_DAEMON -> {
                SyncDaemon daemon = StateReader.daemon(attributes);
                AttributeReader again = written(new IpvsChange.StartSync(daemon));
                check(StateReader.daemon(again).equals(daemon), "another daemon");
            }
            case IpvsNumbers.CMD_SET_CONFIG -> StateReader.timeouts(attributes);
            case SET_INFO -> check(!StateReader.version(attributes).isEmpty(), "no version");
            default -> {} // The kernel answers with no other.
        }
    }

    private static AttributeReader written(IpvsChange change) throws NetlinkFormatException {
        ByteBuffer memory = ByteBuffer.allocate(MEMORY);
        NetlinkWriter writer = new NetlinkWriter(memory);
        WRITER.writeAttributes(change, writer);
        return AttributeReader.behind(memory.slice(0, writer.length()).order(memory.order()), 0);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
