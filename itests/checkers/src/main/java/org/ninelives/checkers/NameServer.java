package org.ninelives.checkers;

import org.ninelives.testkit.network.Server;

/** Answers questions of DNS without any record, RFC 1035 section 4.1.1. */
final class NameServer {

    private static final int FLAGS_AT = 2;
    private static final int RESPONSE = 0x80;
    private static final int TRUNCATED = 0x02;

    private NameServer() {}

    /** No error, and nothing found. */
    static byte[] answer(byte[] question) {
        return flagged(question, RESPONSE);
    }

    /** That the answer does not fit into a datagram. */
    static byte[] truncated(byte[] question) {
        return flagged(question, RESPONSE | TRUNCATED);
    }

    private static byte[] flagged(byte[] question, int flags) {
        byte[] answer = question.clone();
        answer[FLAGS_AT] |= (byte) flags;
        return answer;
    }

    /** The same by TCP, where each message has its length before it (section 4.2.2). */
    static Server overTcp() {
        return conversation -> {
            byte[] length = conversation.input().readNBytes(Short.BYTES);
            byte[] question =
                    conversation.input().readNBytes(Byte.toUnsignedInt(length[0]) << 8 | length[1]);
            conversation.output().write(length);
            conversation.output().write(answer(question));
            conversation.staySilent();
        };
    }
}
