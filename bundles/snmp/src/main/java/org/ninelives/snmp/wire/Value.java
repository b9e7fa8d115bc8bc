package org.ninelives.snmp.wire;

import java.util.Arrays;

/** The value of a variable, by the types of RFC 2741 section 5.4. Immutable. */
public sealed interface Value {

    /** A number with a sign; also of enumerations. */
    record Int(int number) implements Value {}

    /** Bytes: a text, an address, a MAC address. */
    record Text(Octets octets) implements Value {}

    /** An object identifier. */
    record ObjectId(Oid oid) implements Value {}

    /** An IPv4 address, four bytes. */
    record Ipv4(Octets octets) implements Value {}

    /**
     * A number of 32 bits without sign, or a time.
     *
     * @param number 0..2^32-1
     */
    record Unsigned(Kind kind, long number) implements Value {

        /** More bits than these are cut off, as a counter that wraps does. */
        private static final long MASK = 0xffff_ffffL;

        public Unsigned {
            number &= MASK;
        }
    }

    /** A counter of 64 bits without sign. */
    record Counter64(long number) implements Value {}

    /** Bytes of an encoding within. */
    record Opaque(Octets octets) implements Value {}

    /** Nothing, for reasons. */
    record Nothing(Reason reason) implements Value {}

    /** What is counted in 32 bits, with its number in packets. */
    enum Kind {
        COUNTER32(65),
        /** Unsigned32 too: the two are one on the wire. */
        GAUGE32(66),
        /** Hundredths of a second. */
        TIME_TICKS(67);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** Why there is no value, with its number in packets. */
    enum Reason {
        NULL(5),
        NO_SUCH_OBJECT(128),
        NO_SUCH_INSTANCE(129),
        END_OF_MIB_VIEW(130);

        private final int code;

        Reason(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** A text in UTF-8. */
    static Value text(String text) {
        return new Text(Octets.of(text));
    }

    /** A whole number. */
    static Value number(int number) {
        return new Int(number);
    }

    /** A gauge, or Unsigned32. */
    static Value gauge(long number) {
        return new Unsigned(Kind.GAUGE32, number);
    }

    /** A counter that wraps after 32 bits. */
    static Value counter(long number) {
        return new Unsigned(Kind.COUNTER32, number);
    }

    /** Hundredths of a second. */
    static Value ticks(long hundredths) {
        return new Unsigned(Kind.TIME_TICKS, hundredths);
    }

    /** Nothing, for this reason. */
    static Value nothing(Reason reason) {
        return new Nothing(reason);
    }

    /** The number that stands for its type in packets. */
    default int code() {
        return switch (this) {
            case Int number -> Codes.INTEGER;
            case Text text -> Codes.OCTET_STRING;
            case ObjectId id -> Codes.OBJECT_ID;
            case Ipv4 address -> Codes.IP_ADDRESS;
            case Unsigned number -> number.kind().code();
            case Opaque bytes -> Codes.OPAQUE;
            case Counter64 number -> Codes.COUNTER64;
            case Nothing nothing -> nothing.reason().code();
        };
    }

    /** The numbers of the types that have one alone. */
    final class Codes {
        static final int INTEGER = 2;
        static final int OCTET_STRING = 4;
        static final int OBJECT_ID = 6;
        static final int IP_ADDRESS = 64;
        static final int OPAQUE = 68;
        static final int COUNTER64 = 70;

        private Codes() {}

        static Kind kind(int code) throws DamagedPacketException {
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.code() == code)
                    .findFirst()
                    .orElseThrow(() -> new DamagedPacketException("type of a value: " + code));
        }
    }
}
