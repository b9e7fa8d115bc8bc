package org.ninelives.snmp.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads packets from bytes, in either byte order. Whatever the bytes are, it ends and says so. */
public final class PacketDecoder {

    /** How many bytes stand before the payload and tell how long that is. */
    public static final int HEADER_BYTES = PacketEncoder.HEADER_BYTES;

    /** A longer payload is no packet: net-snmp takes none beyond 64 KiB either. */
    public static final int PAYLOAD_MAX = 0x4_0000;

    private static final int OID_BYTES_MIN = 4;
    private static final int FLAG_CONTEXT = 0x08;
    private static final int FLAGS_OFFSET = 2;
    private static final int LENGTH_OFFSET = 16;
    private static final int IPV4_BYTES = 4;

    private final ByteBuffer bytes;

    private PacketDecoder(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * How long the payload behind a header is.
     *
     * @param header its {@link #HEADER_BYTES} bytes
     * @return 0..{@link #PAYLOAD_MAX}
     */
    public static int payloadLength(byte[] header) throws DamagedPacketException {
        int length = ordered(header).getInt(LENGTH_OFFSET);
        if (length < 0 || length > PAYLOAD_MAX || length % Integer.BYTES != 0) {
            throw new DamagedPacketException(
                    "length of the payload: " + Integer.toUnsignedString(length));
        }
        return length;
    }

    private static ByteBuffer ordered(byte[] packet) throws DamagedPacketException {
        if (packet.length < HEADER_BYTES) {
            throw new DamagedPacketException(packet.length + " bytes are less than a header");
        }
        boolean network = (packet[FLAGS_OFFSET] & PacketEncoder.NETWORK_BYTE_ORDER) != 0;
        return ByteBuffer.wrap(packet)
                .order(network ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /** The packet that these bytes are, header and payload and nothing behind. */
    public static Packet decode(byte[] packet) throws DamagedPacketException {
        ByteBuffer bytes = ordered(packet);
        int version = bytes.get();
        int type = Byte.toUnsignedInt(bytes.get());
        int flags = bytes.get();
        bytes.get();
        int session = bytes.getInt();
        int transaction = bytes.getInt();
        int id = bytes.getInt();
        bytes.getInt();
        if (version != PacketEncoder.VERSION) {
            throw new DamagedPacketException("version " + version);
        }
        if (payloadLength(packet) != bytes.remaining()) {
            throw new DamagedPacketException(
                    "payload of %d bytes, told to be %d"
                            .formatted(bytes.remaining(), payloadLength(packet)));
        }
        if ((flags & FLAG_CONTEXT) != 0) {
            throw new DamagedPacketException("a context other than the default one");
        }
        PacketDecoder decoder = new PacketDecoder(bytes);
        Pdu pdu = decoder.pdu(type);
        if (bytes.hasRemaining()) {
            throw new DamagedPacketException(bytes.remaining() + " bytes behind the packet");
        }
        return new Packet(session, transaction, id, pdu);
    }

    private Pdu pdu(int type) throws DamagedPacketException {
        for (Pdu.Settling settling : Pdu.Settling.values()) {
            if (settling.code() == type) {
                return new Pdu.Settle(settling);
            }
        }
        return switch (type) {
            case Pdu.Codes.OPEN -> {
                int timeout = leading(Integer.BYTES);
                yield new Pdu.Open(timeout, oid(), octets());
            }
            case Pdu.Codes.CLOSE -> new Pdu.Close(leading(Integer.BYTES));
            case Pdu.Codes.REGISTER -> {
                int timeout = leading(1);
                int priority = leading(1);
                int range = leading(2);
                if (range != 0) {
                    throw new DamagedPacketException("a range of subtrees");
                }
                yield new Pdu.Register(timeout, priority, oid());
            }
            case Pdu.Codes.GET -> new Pdu.Get(ranges());
            case Pdu.Codes.GET_NEXT -> new Pdu.GetNext(ranges());
            case Pdu.Codes.GET_BULK -> {
                int nonRepeaters = number16();
                int repetitions = number16();
                yield new Pdu.GetBulk(nonRepeaters, repetitions, ranges());
            }
            case Pdu.Codes.TEST_SET -> new Pdu.TestSet(variables());
            case Pdu.Codes.NOTIFY -> new Pdu.Notify(variables());
            case Pdu.Codes.PING -> new Pdu.Ping();
            case Pdu.Codes.RESPONSE -> {
                int upTime = number32();
                int error = number16();
                int index = number16();
                yield new Pdu.Response(upTime, error, index, variables());
            }
            default -> throw new DamagedPacketException("type of the packet: " + type);
        };
    }

    /** The first of so many bytes, without sign; the others are passed over. */
    private int leading(int count) throws DamagedPacketException {
        require(count);
        int first = Byte.toUnsignedInt(bytes.get());
        bytes.position(bytes.position() + count - 1);
        return first;
    }

    private List<SearchRange> ranges() throws DamagedPacketException {
        List<SearchRange> ranges = new ArrayList<>();
        while (bytes.hasRemaining()) {
            require(OID_BYTES_MIN);
            boolean include = bytes.get(bytes.position() + 2) != 0;
            Oid start = oid();
            ranges.add(new SearchRange(start, include, oid()));
        }
        return ranges;
    }

    private List<VarBind> variables() throws DamagedPacketException {
        List<VarBind> variables = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int type = number16();
            number16();
            Oid name = oid();
            variables.add(new VarBind(name, value(type)));
        }
        return variables;
    }

    private Value value(int type) throws DamagedPacketException {
        for (Value.Reason reason : Value.Reason.values()) {
            if (reason.code() == type) {
                return new Value.Nothing(reason);
            }
        }
        return switch (type) {
            case Value.Codes.INTEGER -> new Value.Int(number32());
            case Value.Codes.OCTET_STRING -> new Value.Text(octets());
            case Value.Codes.OBJECT_ID -> new Value.ObjectId(oid());
            case Value.Codes.IP_ADDRESS -> new Value.Ipv4(ipv4());
            case Value.Codes.OPAQUE -> new Value.Opaque(octets());
            case Value.Codes.COUNTER64 -> {
                require(Long.BYTES);
                yield new Value.Counter64(bytes.getLong());
            }
            default -> {
                Value.Kind kind = Value.Codes.kind(type);
                yield new Value.Unsigned(kind, Integer.toUnsignedLong(number32()));
            }
        };
    }

    private Octets ipv4() throws DamagedPacketException {
        Octets address = octets();
        if (address.length() != IPV4_BYTES) {
            throw new DamagedPacketException("an IPv4 address of " + address.length() + " bytes");
        }
        return address;
    }

    private Oid oid() throws DamagedPacketException {
        require(OID_BYTES_MIN);
        int count = Byte.toUnsignedInt(bytes.get());
        int prefix = Byte.toUnsignedInt(bytes.get());
        bytes.getShort();
        Oid start = prefix == 0 ? Oid.NONE : PacketEncoder.INTERNET.plus(prefix);
        if (start.length() + count > Oid.LENGTH_MAX) {
            throw new DamagedPacketException("an identifier of " + count + " numbers");
        }
        require(count * Integer.BYTES);
        int[] numbers = new int[count];
        for (int place = 0; place < count; place++) {
            numbers[place] = bytes.getInt();
        }
        return start.plus(numbers);
    }

    private Octets octets() throws DamagedPacketException {
        int length = number32();
        if (length < 0 || length > bytes.remaining()) {
            throw new DamagedPacketException(
                    "a string of " + Integer.toUnsignedString(length) + " bytes");
        }
        byte[] read = new byte[length];
        bytes.get(read);
        int padding = PacketEncoder.padding(length);
        require(padding);
        bytes.position(bytes.position() + padding);
        return Octets.of(read);
    }

    private int number32() throws DamagedPacketException {
        require(Integer.BYTES);
        return bytes.getInt();
    }

    private int number16() throws DamagedPacketException {
        require(Short.BYTES);
        return Short.toUnsignedInt(bytes.getShort());
    }

    private void require(int count) throws DamagedPacketException {
        if (bytes.remaining() < count) {
            throw new DamagedPacketException(
                    "%d bytes are missing".formatted(count - bytes.remaining()));
        }
    }
}
