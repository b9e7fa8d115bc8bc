package org.ninelives.linux.packet;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Socket;

/** What a raw socket does differently for each address family. */
interface RawFamily {

    /** The kernel's number, AF_*. */
    int number();

    /** The name of that number, for messages. */
    String numberName();

    /** The sender writes the header, hears only what it asked for, and not itself. */
    void configure(Socket socket, AdvertSocket.Options options) throws SystemException;

    /** Where packets are received. */
    Inbox inbox(Traffic traffic);

    /** Flags of send(2). */
    int sendFlags(IpAddress destination);

    /** The length of a socket address. */
    int addressLength();

    /** Writes a socket address; allocates nothing. */
    void writeAddress(ByteBuffer bytes, int at, IpAddress destination);

    static RawFamily of(IpAddress.Family family) {
        return switch (family) {
            case IPV4 -> RawIpv4.INSTANCE;
            case IPV6 -> RawIpv6.INSTANCE;
        };
    }
}
