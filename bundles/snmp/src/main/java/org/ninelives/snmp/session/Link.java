package org.ninelives.snmp.session;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import org.ninelives.snmp.settings.MasterAddress;
import org.ninelives.snmp.wire.DamagedPacketException;

/** The way to a master. One thread may receive while others send; to close it ends both. */
interface Link extends Closeable {

    /** The next packet; waits for it. */
    byte[] receive() throws IOException, DamagedPacketException;

    /** A whole packet. */
    void send(byte[] packet) throws IOException;

    /** Connects. */
    static Link to(MasterAddress master) throws IOException {
        return switch (master.transport()) {
            case UNIX -> {
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                try {
                    channel.connect(UnixDomainSocketAddress.of(master.place()));
                } catch (IOException e) {
                    channel.close();
                    throw e;
                }
                yield new StreamLink(channel);
            }
            case TCP -> new StreamLink(SocketChannel.open(address(master)));
            case UDP -> new DatagramLink(DatagramChannel.open().connect(address(master)));
        };
    }

    private static InetSocketAddress address(MasterAddress master) throws IOException {
        InetSocketAddress address = new InetSocketAddress(master.place(), master.port());
        if (address.isUnresolved()) {
            throw new IOException("no host " + master.place() + " is known");
        }
        return address;
    }
}
