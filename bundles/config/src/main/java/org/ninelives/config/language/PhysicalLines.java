package org.ninelives.config.language;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The lines of a file, one after the other, without their ends. */
final class PhysicalLines {

    private static final Charset UTF_8 = StandardCharsets.UTF_8;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] bytes;
    private int begin;
    private int next;
    private int number;
    private String text = "";
    private boolean nul;
    private boolean utf8 = true;

    PhysicalLines(byte[] bytes) {
        this.bytes = bytes;
        this.next = startsWithByteOrderMark() ? BYTE_ORDER_MARK.length : 0;
    }

    private boolean startsWithByteOrderMark() {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (i >= bytes.length || bytes[i] != BYTE_ORDER_MARK[i]) {
                return false;
            }
        }
        return true;
    }

    /** Goes to the next line; false when there is none. */
    boolean advance() {
        if (next >= bytes.length) {
            return false;
        }
        begin = next;
        int start = begin;
        int end = start;
        nul = false;
        while (end < bytes.length && bytes[end] != '\n') {
            nul |= bytes[end] == 0;
            end++;
        }
        next = end + 1;
        number++;
        while (end > start && bytes[end - 1] == '\r') {
            end--;
        }
        decode(start, end - start);
        return true;
    }

    private void decode(int start, int length) {
        utf8 = true;
        text = new String(bytes, start, length, UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            try {
                UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length));
            } catch (CharacterCodingException e) {
                // Latin-1 keeps every byte apart, so that no two different words become equal.
                utf8 = false;
                text = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
            }
        }
    }

    String text() {
        return text;
    }

    /** Where the current line begins. */
    int begin() {
        return begin;
    }

    /**
     * The lines up to the current one.
     *
     * @param from where the first of them begins
     * @param firstLine its number
     */
    Extract extract(int from, int firstLine) {
        return new Extract(
                bytes, from, Math.min(next - 1, bytes.length), firstLine, number - firstLine + 1);
    }

    /** Goes to the last line of an extract, if its lines stand here from the current one on. */
    boolean skip(Extract extract) {
        if (!extract.standsAt(bytes, begin)) {
            return false;
        }
        next = begin + extract.bytes() + 1;
        number += extract.lines() - 1;
        return true;
    }

    /** Counted from 1. */
    int number() {
        return number;
    }

    boolean hasNul() {
        return nul;
    }

    /** Whether the line was UTF-8; if not, each byte was taken as one Latin-1 character. */
    boolean isUtf8() {
        return utf8;
    }
}
