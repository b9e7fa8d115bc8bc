package org.ninelives.snmp.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Writes packets as bytes, in network byte order. For one packet each. */
public final class PacketEncoder {

    static final int VERSION = 1;
    static final int HEADER_BYTES = 20;
    static final int NETWORK_BYTE_ORDER = 0x10;

    /** Identifiers that begin with 1.3.6.1.N are written as N, where N fits into a byte. */
    static final Oid INTERNET = Oid.of(1, 3, 6, 1);

    static final int PREFIX_MAX = 255;

    private final ByteArrayOutputStream payload = new ByteArrayOutputStream();

    private PacketEncoder() {}

    /** A packet as it goes over the wire. */
    public static byte[] encode(Packet packet) {
        PacketEncoder encoder = new PacketEncoder();
        encoder.write(packet.pdu());
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + encoder.payload.size());
        bytes.put((byte) VERSION)
                .put((byte) packet.pdu().code())
                .put((byte) NETWORK_BYTE_ORDER)
                .put((byte) 0)
                .putInt(packet.session())
                .putInt(packet.transaction())
                .putInt(packet.id())
                .putInt(encoder.payload.size())
                .put(encoder.payload.toByteArray());
        return bytes.array();
    }

    private void write(Pdu pdu) {
        switch (pdu) {
            case Pdu.Open open -> {
                bytes(open.timeoutSeconds(), 0, 0, 0);
                oid(open.id(), false);
                octets(open.description());
            }
            case Pdu.Close close -> bytes(close.reason(), 0, 0, 0);
            case Pdu.Register register -> {
                bytes(register.timeoutSeconds(), register.priority(), 0, 0);
                oid(register.subtree(), false);
            }
            case Pdu.Get get -> ranges(get.ranges());
            case Pdu.GetNext get -> ranges(get.ranges());
            case Pdu.GetBulk get -> {
                number16(get.nonRepeaters());
                number16(get.maxRepetitions());
                ranges(get.ranges());
            }
            case Pdu.TestSet test -> variables(test.variables());
            case Pdu.Settle settle -> {}
            case Pdu.Notify told -> variables(told.variables());
            case Pdu.Ping ping -> {}
            case Pdu.Response response -> {
                number32(response.sysUpTime());
                number16(response.error());
                number16(response.index());
                variables(response.variables());
            }
        }
    }

    private void ranges(List<SearchRange> ranges) {
        for (SearchRange range : ranges) {
            oid(range.start(), range.include());
            oid(range.end(), false);
        }
    }

    private void variables(List<VarBind> variables) {
        for (VarBind variable : variables) {
            number16(variable.value().code());
            number16(0);
            oid(variable.name(), false);
            value(variable.value());
        }
    }

    private void value(Value value) {
        switch (value) {
            case Value.Int number -> number32(number.number());
            case Value.Text text -> octets(text.octets());
            case Value.ObjectId id -> oid(id.oid(), false);
            case Value.Ipv4 address -> octets(address.octets());
            case Value.Unsigned number -> number32((int) number.number());
            case Value.Opaque opaque -> octets(opaque.octets());
            case Value.Counter64 number -> {
                number32((int) (number.number() >>> Integer.SIZE));
                number32((int) number.number());
            }
            case Value.Nothing nothing -> {}
        }
    }

    private void oid(Oid oid, boolean include) {
        int skipped = INTERNET.length() + 1;
        boolean shortened =
                oid.length() >= skipped
                        && oid.isWithin(INTERNET)
                        && oid.at(skipped - 1) > 0
                        && oid.at(skipped - 1) <= PREFIX_MAX;
        int first = shortened ? skipped : 0;
        bytes(oid.length() - first, shortened ? oid.at(skipped - 1) : 0, include ? 1 : 0, 0);
        for (int place = first; place < oid.length(); place++) {
            number32(oid.at(place));
        }
    }

    private void octets(Octets octets) {
        number32(octets.length());
        payload.writeBytes(octets.bytes());
        payload.writeBytes(new byte[padding(octets.length())]);
    }

    /** Strings end where the next multiple of four bytes does. */
    static int padding(int length) {
        return -length & (Integer.BYTES - 1);
    }

    private void number32(int number) {
        bytes(number >>> 24, number >>> 16, number >>> 8, number);
    }

    private void number16(int number) {
        bytes(number >>> 8, number);
    }

    private void bytes(int... bytes) {
        for (int each : bytes) {
            payload.write(each);
        }
    }
}
