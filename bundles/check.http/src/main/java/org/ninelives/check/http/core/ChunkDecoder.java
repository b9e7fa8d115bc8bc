package org.ninelives.check.http.core;

/** Decodes the chunked transfer coding (RFC 9112 section 7.1) as it comes in. */
final class ChunkDecoder {

    /** Extensions and trailer fields mean nothing here, and fill no memory. */
    private static final int IGNORED_BYTES_MAX = 1 << 16;

    /** A body that needs more digits is longer than any that is read. */
    private static final long CHUNK_BYTES_MAX = 0xffff_ffffL;

    private enum State {
        SIZE,
        EXTENSION,
        DATA,
        DATA_END,
        TRAILER,
        DONE
    }

    private final BodySink sink;
    private State state = State.SIZE;

    /** Of the size being read, or what is left of the chunk. */
    private long size;

    private int digits;
    private int ignored;

    /** Whether the line of the trailer has something in it so far. */
    private boolean lineHasText;

    ChunkDecoder(BodySink sink) {
        this.sink = sink;
    }

    boolean isDone() {
        return state == State.DONE;
    }

    /** Takes the next bytes; what comes after the end is left alone. */
    void feed(byte[] bytes, int offset, int length) throws BadAnswerException {
        int at = offset;
        int end = offset + length;
        while (at < end && state != State.DONE) {
            if (state == State.DATA) {
                int count = (int) Math.min(size, end - at);
                sink.body(bytes, at, count);
                at += count;
                size -= count;
                if (size == 0) {
                    state = State.DATA_END;
                }
            } else {
                take((char) (bytes[at++] & 0xff));
            }
        }
    }

    private void take(char c) throws BadAnswerException {
        switch (state) {
            case SIZE -> size(c);
            case EXTENSION -> extension(c);
            case DATA_END -> dataEnd(c);
            case TRAILER -> trailer(c);
            case DATA, DONE -> throw new IllegalStateException("no line is expected in " + state);
        }
    }

    private void size(char c) throws BadAnswerException {
        int digit = c < 0x80 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            if (digits == 0) {
                throw new BadAnswerException("its chunked body has a chunk without a size");
            }
            state = State.EXTENSION;
            extension(c);
            return;
        }
        size = size * 16 + digit;
        digits++;
        if (size > CHUNK_BYTES_MAX) {
            throw new BadAnswerException("its chunked body has a chunk beyond all bounds");
        }
    }

    private void extension(char c) throws BadAnswerException {
        if (c == '\n') {
            state = size == 0 ? State.TRAILER : State.DATA;
            digits = 0;
        } else if (c != '\r') {
            ignore();
        }
    }

    private void dataEnd(char c) throws BadAnswerException {
        if (c == '\n') {
            state = State.SIZE;
        } else if (c != '\r') {
            throw new BadAnswerException("its chunked body has a chunk longer than its size says");
        }
    }

    private void trailer(char c) throws BadAnswerException {
        if (c == '\n') {
            state = lineHasText ? State.TRAILER : State.DONE;
            lineHasText = false;
        } else if (c != '\r') {
            lineHasText = true;
            ignore();
        }
    }

    private void ignore() throws BadAnswerException {
        if (++ignored > IGNORED_BYTES_MAX) {
            throw new BadAnswerException("its chunked body has more extensions than content");
        }
    }
}
