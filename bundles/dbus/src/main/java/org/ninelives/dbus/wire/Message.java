package org.ninelives.dbus.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A message of the bus.
 *
 * @param flags bit 0: no reply is expected
 * @param serial of its sender; 0 as long as it has none
 * @param replySerial the serial of what it answers; 0 if it answers nothing
 * @param fields what the header says in words; those that are absent are not there
 * @param body the values, as the signature has them
 * @param order in which the bytes of the body stand
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares messages
public record Message(
        Kind kind,
        int flags,
        int serial,
        int replySerial,
        Map<Field, String> fields,
        byte[] body,
        ByteOrder order) {

    /** What a header needs before its fields. */
    public static final int FIXED_BYTES = 16;

    /** Far more than anybody has to say to us. */
    static final int BYTES_MAX = 1 << 17;

    private static final int STRUCT = 8;
    private static final int VERSION = 1;
    private static final int NO_REPLY = 1;
    private static final int REPLY_SERIAL = 5;
    private static final int BODY_AT = 4;
    private static final int SERIAL_AT = 8;
    private static final int FIELDS_AT = 12;

    /** What a message is. */
    public enum Kind {
        INVALID(0),
        CALL(1),
        RETURN(2),
        ERROR(3),
        SIGNAL(4);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        private static Kind of(int number) {
            return Stream.of(values())
                    .filter(each -> each.number == number)
                    .findFirst()
                    .orElse(INVALID);
        }
    }

    /** The fields of a header that are words. */
    public enum Field {
        PATH(1, "o"),
        INTERFACE(2, "s"),
        MEMBER(3, "s"),
        ERROR_NAME(4, "s"),
        DESTINATION(6, "s"),
        SENDER(7, "s"),
        SIGNATURE(8, "g");

        private final int number;
        private final String type;

        Field(int number, String type) {
            this.number = number;
            this.type = type;
        }
    }

    public Message {
        fields = Map.copyOf(fields);
    }

    /** Asks an object for something. */
    public static Message call(
            String destination, String path, String type, String member, Body body) {
        Map<Field, String> fields = named(path, type, member);
        fields.put(Field.DESTINATION, destination);
        return of(Kind.CALL, 0, fields, body);
    }

    /** Tells everybody who listens. */
    public static Message signal(String path, String type, String member, Body body) {
        return of(Kind.SIGNAL, 0, named(path, type, member), body);
    }

    /** Answers this call. */
    public Message reply(Body body) {
        return of(Kind.RETURN, serial, toSender(), body);
    }

    /** Answers this call with the name of an error and a sentence. */
    public Message error(String name, String sentence) {
        Map<Field, String> fields = toSender();
        fields.put(Field.ERROR_NAME, name);
        return of(Kind.ERROR, serial, fields, Body.of(sentence));
    }

    private static Map<Field, String> named(String path, String type, String member) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.PATH, path);
        fields.put(Field.INTERFACE, type);
        fields.put(Field.MEMBER, member);
        return fields;
    }

    private Map<Field, String> toSender() {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        if (fields().containsKey(Field.SENDER)) {
            fields.put(Field.DESTINATION, field(Field.SENDER));
        }
        return fields;
    }

    private static Message of(Kind kind, int replySerial, Map<Field, String> fields, Body body) {
        if (!body.signature().isEmpty()) {
            fields.put(Field.SIGNATURE, body.signature());
        }
        return new Message(kind, 0, 0, replySerial, fields, body.bytes(), ByteOrder.LITTLE_ENDIAN);
    }

    /** A field, or nothing. */
    public String field(Field field) {
        return fields.getOrDefault(field, "");
    }

    /** Whether its sender waits for an answer. */
    public boolean wantsReply() {
        return kind == Kind.CALL && (flags & NO_REPLY) == 0;
    }

    /** Reads the body. */
    public Decoder values() {
        return new Decoder(ByteBuffer.wrap(body).order(order));
    }

    /** Its bytes, under a serial number of the sender. */
    public byte[] encoded(int number) {
        Encoder header = new Encoder();
        fields.forEach(
                (field, value) -> {
                    header.struct().octet(field.number).signature(field.type);
                    if (field.type.equals("g")) {
                        header.signature(value);
                    } else {
                        header.text(value);
                    }
                });
        if (replySerial != 0) {
            header.struct().octet(REPLY_SERIAL).signature("u").word(replySerial);
        }
        Encoder whole = new Encoder();
        whole.octet('l').octet(kind.number).octet(flags).octet(VERSION);
        whole.word(body.length).word(number).array(header).struct();
        ByteBuffer bytes = ByteBuffer.allocate(whole.bytes().length + body.length);
        return bytes.put(whole.bytes()).put(body).array();
    }

    /**
     * How many bytes follow the fixed part of a header.
     *
     * @param fixed {@link #FIXED_BYTES}
     */
    public static int bytesAfter(byte[] fixed) throws MalformedException {
        ByteBuffer header = ByteBuffer.wrap(fixed).order(order(fixed[0]));
        long fields = Integer.toUnsignedLong(header.getInt(FIELDS_AT));
        long body = Integer.toUnsignedLong(header.getInt(BODY_AT));
        long bytes = (fields + STRUCT - 1) / STRUCT * STRUCT + body;
        if (bytes > BYTES_MAX) {
            throw new MalformedException("a message has " + bytes + " bytes");
        }
        return (int) bytes;
    }

    private static ByteOrder order(byte letter) throws MalformedException {
        return switch (letter) {
            case 'l' -> ByteOrder.LITTLE_ENDIAN;
            case 'B' -> ByteOrder.BIG_ENDIAN;
            default -> throw new MalformedException("a message begins with byte " + letter);
        };
    }

    /**
     * Reads a whole message. What is not known in its header is left out.
     *
     * @param bytes the fixed part, and as many as {@link #bytesAfter} says
     */
    public static Message decoded(byte[] bytes) throws MalformedException {
        ByteOrder order = order(bytes[0]);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        Decoder decoder =
                new Decoder(buffer.slice(FIELDS_AT + BODY_AT, fieldBytes(buffer)).order(order));
        Map<Field, String> fields = new EnumMap<>(Field.class);
        int replySerial = 0;
        while (decoder.hasMore()) {
            int number = decoder.align(STRUCT).octet();
            String type = decoder.signature();
            Field field = field(number, type);
            if (field != null) {
                fields.put(field, type.equals("g") ? decoder.signature() : decoder.text());
            } else if (number == REPLY_SERIAL && type.equals("u")) {
                replySerial = decoder.word();
            } else {
                decoder.skipValue(type);
            }
        }
        byte[] body = new byte[buffer.getInt(BODY_AT)];
        buffer.get(bytes.length - body.length, body);
        return new Message(
                Kind.of(Byte.toUnsignedInt(bytes[1])),
                Byte.toUnsignedInt(bytes[2]),
                buffer.getInt(SERIAL_AT),
                replySerial,
                fields,
                body,
                order);
    }

    private static int fieldBytes(ByteBuffer message) throws MalformedException {
        int bytes = message.getInt(FIELDS_AT);
        int body = message.getInt(BODY_AT);
        if (bytes < 0 || body < 0 || FIXED_BYTES + bytes + body > message.capacity()) {
            throw new MalformedException("a message is shorter than it says");
        }
        return bytes;
    }

    private static Field field(int number, String type) {
        for (Field each : Field.values()) {
            if (each.number == number && each.type.equals(type)) {
                return each;
            }
        }
        return null;
    }
}
