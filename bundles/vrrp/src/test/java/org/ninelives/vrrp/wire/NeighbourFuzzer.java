package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.testkit.fuzz.FuzzTarget;

/**
 * Ethernet frames from outside. If the first byte of an input is odd, the checksum of a neighbour
 * advertisement is made right before the frame, the rest, is read.
 */
public final class NeighbourFuzzer {

    private static final int IP = Ethernet.HEADER;
    private static final int MESSAGE = IP + Ipv6Header.BYTES;

    private NeighbourFuzzer() {}

    /** See {@link FuzzTarget}; the name is the one Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        ByteBuffer frame = ByteBuffer.wrap(input, 1, input.length - 1).slice();
        if ((input[0] & 1) != 0 && frame.limit() > MESSAGE + 4) {
            int end = Math.min(frame.limit(), MESSAGE + (frame.getShort(IP + 4) & 0xffff));
            frame.putShort(MESSAGE + 2, (short) 0);
            frame.putShort(MESSAGE + 2, NeighbourAdvertisement.checksum(frame, IP, end));
        }
        NeighbourPeek peek = new NeighbourPeek();
        if (peek.read(frame)) {
            check(peek.isOf(peek.address()), "address");
            check(peek.isBy(peek.mac()), "hardware address");
            IpAddress address = peek.address();
            check(!address.isMulticast(), "the address of a group");
            check((address.high() | address.low()) != 0, "nobody's address");
            check(frame.limit() >= GratuitousArp.BYTES, "too short to claim anything");
        }
        check(frame.position() == 0 && frame.limit() == frame.capacity(), "it was moved");
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
