package org.ninelives.linux.packet;

import static org.ninelives.linux.libc.Constants.AF_INET;
import static org.ninelives.linux.libc.Constants.IPPROTO_IP;
import static org.ninelives.linux.libc.Constants.IPPROTO_IPV6;
import static org.ninelives.linux.libc.Constants.IPV6_HOPLIMIT;
import static org.ninelives.linux.libc.Constants.IPV6_PKTINFO;
import static org.ninelives.linux.libc.Constants.IP_PKTINFO;
import static org.ninelives.linux.libc.Constants.IP_TTL;
import static org.ninelives.linux.libc.Constants.MSG_DONTWAIT;
import static org.ninelives.linux.libc.Constants.MSG_TRUNC;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Datagram;
import org.ninelives.linux.libc.Libc;

/** Memory for UDP packets of both families received in one system call, and a view of one. */
final class UdpInbox implements Datagram {

    /** How many packets one call receives at most. */
    static final int BATCH = 64;

    private static final int PAYLOAD_BYTES_MAX = 512;

    /** struct sockaddr_in and sockaddr_in6 of linux/in.h and linux/in6.h. */
    private static final int SOCKADDR_IN_ADDRESS = 4;

    private static final int SOCKADDR_IN6_ADDRESS = 8;

    /** struct in_pktinfo of linux/in.h: interface, local address, destination in the header. */
    private static final int IN_PKTINFO_DESTINATION = 8;

    /** in6_pktinfo takes 20 bytes, the hop limit an int, both with headers. */
    private static final int CONTROL = 64;

    private static final int ABSENT = -1;

    private final MessageArray messages = new MessageArray(BATCH, 0, CONTROL, PAYLOAD_BYTES_MAX);
    private final ByteBuffer bytes = messages.bytes();

    /** How many messages hold the lengths of the packets received last. */
    private int received;

    private int shown;
    private int destinationAt;
    private int hopLimit;

    UdpInbox() {
        expectDetails(BATCH);
    }

    /** The kernel overwrites the lengths of what it fills. */
    private void expectDetails(int count) {
        for (int i = 0; i < count; i++) {
            messages.expectDetails(i);
        }
    }

    /**
     * Receives what is there.
     *
     * @return how many packets, at most {@code max} and {@link #BATCH}; -1 for an error
     */
    int receive(int fd, int max) {
        expectDetails(received);
        int count = Libc.recvmmsg(fd, messages.address(0), Math.min(max, BATCH), MSG_DONTWAIT, 0);
        received = Math.max(0, count);
        return count;
    }

    /** Shows a received packet. */
    Datagram show(int i) {
        shown = i;
        destinationAt = ABSENT;
        hopLimit = 0;
        int end = messages.controlEnd(i);
        for (int at = messages.controlAt(i);
                ControlMessage.isWithin(at, end);
                at = ControlMessage.next(bytes, at)) {
            int data = ControlMessage.data(at);
            switch (ControlMessage.level(bytes, at)) {
                case IPPROTO_IP -> readIpv4(ControlMessage.type(bytes, at), data);
                case IPPROTO_IPV6 -> readIpv6(ControlMessage.type(bytes, at), data);
                default -> {} // Not asked for.
            }
        }
        return this;
    }

    private void readIpv4(int type, int data) {
        switch (type) {
            case IP_PKTINFO -> destinationAt = data + IN_PKTINFO_DESTINATION;
            case IP_TTL -> hopLimit = bytes.getInt(data);
            default -> {} // As above.
        }
    }

    private void readIpv6(int type, int data) {
        switch (type) {
            case IPV6_PKTINFO -> destinationAt = data;
            case IPV6_HOPLIMIT -> hopLimit = bytes.getInt(data);
            default -> {} // As above.
        }
    }

    @Override
    public ByteBuffer payload() {
        return messages.packet(shown).clear().limit(messages.receivedLength(shown));
    }

    @Override
    public boolean truncated() {
        return (messages.receivedFlags(shown) & MSG_TRUNC) != 0;
    }

    @Override
    public boolean isFrom(IpAddress address) {
        return isAt(sourceAt(), address);
    }

    @Override
    public boolean isTo(IpAddress address) {
        return destinationAt != ABSENT && isAt(destinationAt, address);
    }

    @Override
    public IpAddress source() {
        return read(sourceAt());
    }

    @Override
    public IpAddress destination() {
        return read(destinationAt);
    }

    @Override
    public int hopLimit() {
        return hopLimit;
    }

    private int sourceAt() {
        return messages.addressAt(shown) + (isIpv4() ? SOCKADDR_IN_ADDRESS : SOCKADDR_IN6_ADDRESS);
    }

    private boolean isIpv4() {
        return bytes.getShort(messages.addressAt(shown)) == AF_INET;
    }

    private boolean isAt(int at, IpAddress address) {
        return switch (address.family()) {
            case IPV4 -> isIpv4() && networkInt(at) == address.ipv4Bits();
            case IPV6 ->
                    !isIpv4()
                            && networkLong(at) == address.high()
                            && networkLong(at + Long.BYTES) == address.low();
        };
    }

    private IpAddress read(int at) {
        return isIpv4()
                ? IpAddress.ofIpv4(networkInt(at))
                : new IpAddress(
                        IpAddress.Family.IPV6, networkLong(at), networkLong(at + Long.BYTES));
    }

    private int networkInt(int at) {
        int bits = bytes.getInt(at);
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? bits : Integer.reverseBytes(bits);
    }

    private long networkLong(int at) {
        long bits = bytes.getLong(at);
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? bits : Long.reverseBytes(bits);
    }
}
