package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.linux.libc.Constants.AF_NETLINK;
import static org.ninelives.linux.libc.Constants.NETLINK_ROUTE;
import static org.ninelives.linux.libc.Constants.SOCK_RAW;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.Link;
import org.ninelives.linux.libc.Socket;
import org.ninelives.linux.netlink.NetlinkWriter;

/** Only the kernel is believed about interfaces. */
@Tag("kernel")
class KernelForgedEventTest extends LinksInNamespace {

    private static final int RTM_NEWLINK = 16;
    private static final int IFLA_IFNAME = 3;
    private static final int SOCKADDR_NL = 12;

    @BeforeEach
    void watchLinks() throws Exception {
        watch();
    }

    @Test
    void anInterfaceThatAProcessTellsOfIsNone() throws Exception {
        byte[] event = newLink("forged0");
        for (int port : ports()) {
            rig.beside(() -> send(event, port));
        }
        rig.addLink("eth0");
        rig.until("an interface of the kernel is told", () -> told.sawLink("eth0", Link::up));
        assertThat(told.sawLink("forged0", link -> true)).isFalse();
    }

    /** The netlink ports of the loop's sockets that are in groups. */
    private List<Integer> ports() throws Exception {
        List<Integer> ports =
                rig.netlinkSockets().stream()
                        .skip(1)
                        .map(line -> line.strip().split(" +"))
                        .filter(columns -> !columns[3].equals("00000000"))
                        .map(columns -> Integer.parseUnsignedInt(columns[2]))
                        .filter(port -> port != 0)
                        .toList();
        assertThat(ports).isNotEmpty();
        return ports;
    }

    private static byte[] newLink(String name) {
        ByteBuffer buffer = ByteBuffer.allocate(256);
        NetlinkWriter writer = new NetlinkWriter(buffer).begin(RTM_NEWLINK, 0, 0);
        writer.putInt(0).putInt(77).putInt(1).putInt(0).attributeText(IFLA_IFNAME, name).end();
        return Arrays.copyOf(buffer.array(), writer.length());
    }

    private static Void send(byte[] event, int port) throws Exception {
        ByteBuffer address = ByteBuffer.allocate(SOCKADDR_NL).order(ByteOrder.nativeOrder());
        address.putShort(0, (short) AF_NETLINK).putInt(4, port);
        try (Socket socket =
                Socket.open(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE, "forger", "CAP_NET_ADMIN")) {
            assertThat(
                            NamespaceCalls.sendto(
                                    socket.fd(),
                                    event,
                                    event.length,
                                    0,
                                    address.array(),
                                    SOCKADDR_NL))
                    .isEqualTo(event.length);
        }
        return null;
    }
}
