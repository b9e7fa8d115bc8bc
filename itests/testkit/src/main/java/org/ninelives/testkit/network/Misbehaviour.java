package org.ninelives.testkit.network;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Servers that do what no server should, over fake or real connections, with or without TLS. */
public final class Misbehaviour {

    private static final int PIECE_BYTES = 1 << 14;

    private Misbehaviour() {}

    /** Does the same once it has heard the client up to an empty line or its end. */
    public static Server onceAsked(Server then) {
        return conversation -> {
            while (!conversation.hear().isEmpty()) {
                // Whatever it is.
            }
            then.talk(conversation);
        };
    }

    /** Accepts and closes. */
    public static Server closesAtOnce() {
        return conversation -> {};
    }

    /** Accepts and says nothing. */
    public static Server neverAnswers() {
        return Conversation::staySilent;
    }

    /** Stops in the middle, and closes in order. */
    public static Server closesAfter(String text) {
        return conversation -> conversation.say(text);
    }

    /** Stops in the middle, and says nothing more. */
    public static Server staysSilentAfter(String text) {
        return conversation -> {
            conversation.say(text);
            conversation.staySilent();
        };
    }

    /** Says all, ends its half of the connection, and waits for the client to end the other. */
    public static Server halfClosesAfter(String text) {
        return conversation -> {
            conversation.say(text);
            conversation.endOutput();
            conversation.staySilent();
        };
    }

    /** Stops in the middle by a reset. */
    public static Server resetsAfter(String text) {
        return conversation -> {
            conversation.say(text);
            conversation.reset();
        };
    }

    /** Says all, a byte at a time. */
    public static Server drips(String text, Duration betweenBytes) {
        return conversation -> {
            for (int i = 0; i < text.length(); i++) {
                LockSupport.parkNanos(betweenBytes.toNanos());
                conversation.say(text.substring(i, i + 1));
            }
        };
    }

    /** Goes on and on. */
    public static Server neverEnds(String head) {
        return sends(head, Long.MAX_VALUE);
    }

    /** Says so much more than anybody wants to know; a gigabyte is 1 &lt;&lt; 30. */
    public static Server sends(String head, long bytes) {
        return conversation -> {
            conversation.say(head);
            String piece = "x".repeat(PIECE_BYTES);
            long left = bytes;
            while (left > 0) {
                conversation.say(piece.substring(0, (int) Math.min(left, PIECE_BYTES)));
                left -= PIECE_BYTES;
            }
        };
    }

    /** Says a piece again and again, until it has said so much. */
    public static Server repeats(String head, String piece, long bytes) {
        return conversation -> {
            conversation.say(head);
            String pieces = piece.repeat(PIECE_BYTES / piece.length());
            for (long said = 0; said < bytes; said += pieces.length()) {
                conversation.say(pieces);
            }
        };
    }

    /** Says bytes that are no UTF-8: an overlong form, half a character, a byte that never is. */
    public static Server saysInvalidUtf8(String head) {
        return saysInvalidUtf8(head, "");
    }

    /** The same in the middle of what it says. */
    public static Server saysInvalidUtf8(String head, String tail) {
        return conversation -> {
            conversation.say(head);
            conversation.output().write(new byte[] {(byte) 0xc0, (byte) 0xaf, (byte) 0xe2, '('});
            conversation.output().write(0xff);
            conversation.say(tail);
        };
    }

    /** Answers the first byte of a TLS handshake in plain text. */
    public static Server knowsNoTls() {
        return conversation -> {
            if (conversation.input().read() >= 0) {
                conversation.say("HTTP/1.0 400 Bad Request\r\n\r\nthis port has no TLS\n");
            }
            drain(conversation);
        };
    }

    /** A connection with unread bytes would end by a reset. */
    private static void drain(Conversation conversation) throws IOException {
        conversation.endOutput();
        conversation.staySilent();
    }
}
