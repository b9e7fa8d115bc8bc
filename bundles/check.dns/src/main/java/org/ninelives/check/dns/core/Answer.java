package org.ninelives.check.dns.core;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * What the header of an answer says, RFC 1035 section 4.1.1; the records in it do not matter.
 *
 * @param truncated whether some of it did not fit, so that it has to be asked for over TCP
 * @param code 0 for success, 0..15
 * @param records how many are said to answer the question, 0..65535
 */
public record Answer(boolean truncated, int code, int records) {

    static final int HEADER_BYTES = 12;

    private static final int RESPONSE = 0x8000;
    private static final int TRUNCATED = 0x0200;
    private static final int CODE = 0x000f;
    private static final int RECORDS_AT = 6;

    /** From the registry of IANA. */
    private static final List<String> CODES =
            List.of(
                    "NOERROR",
                    "FORMERR",
                    "SERVFAIL",
                    "NXDOMAIN",
                    "NOTIMP",
                    "REFUSED",
                    "YXDOMAIN",
                    "YXRRSET",
                    "NXRRSET",
                    "NOTAUTH",
                    "NOTZONE",
                    "DSOTYPENI");

    /**
     * Reads a message.
     *
     * @param id of the question
     * @return empty if it is no answer to that
     */
    public static Optional<Answer> parse(byte[] message, int length, int id) {
        if (length < HEADER_BYTES) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(message, 0, HEADER_BYTES);
        boolean same = Short.toUnsignedInt(header.getShort()) == id;
        int flags = Short.toUnsignedInt(header.getShort());
        if (!same || (flags & RESPONSE) == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Answer(
                        (flags & TRUNCATED) != 0,
                        flags & CODE,
                        Short.toUnsignedInt(header.getShort(RECORDS_AT))));
    }

    public boolean isSuccess() {
        return code == 0;
    }

    /** The name of the code, such as {@code SERVFAIL}. */
    public String codeName() {
        return code < CODES.size() ? CODES.get(code) : "RCODE" + code;
    }
}
