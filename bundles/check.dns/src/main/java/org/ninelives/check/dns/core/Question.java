package org.ninelives.check.dns.core;

import java.nio.ByteBuffer;

/** What a name server is asked. */
public record Question(QueryType type, DomainName name) {

    private static final short RECURSION_DESIRED = 0x0100;
    private static final short ONE_QUESTION = 1;
    private static final short INTERNET = 1;
    private static final int TYPE_AND_CLASS_BYTES = 4;

    /**
     * The whole message.
     *
     * @param id 0..65535, which the answer has to have as well
     */
    public byte[] message(int id) {
        byte[] asked = name.bytes();
        ByteBuffer message =
                ByteBuffer.allocate(Answer.HEADER_BYTES + asked.length + TYPE_AND_CLASS_BYTES);
        message.putShort((short) id).putShort(RECURSION_DESIRED).putShort(ONE_QUESTION);
        message.position(Answer.HEADER_BYTES);
        return message.put(asked).putShort((short) type.number()).putShort(INTERNET).array();
    }

    /** For people: {@code SOA example.org}. */
    @Override
    public String toString() {
        return type + " " + name;
    }
}
