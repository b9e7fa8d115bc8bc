package org.ninelives.check.http.core;

import java.io.ByteArrayOutputStream;

/**
 * Takes one answer apart as it comes in (RFC 9112): interim answers are passed over, the body goes
 * to a sink without its framing, and it is known when it is whole.
 */
public final class ResponseParser {

    /** Much more than servers take of a request, and they are the ones who set cookies. */
    public static final int HEADER_BYTES_MAX = 1 << 16;

    private final boolean toHead;
    private final BodySink sink;
    private final ChunkDecoder chunks;
    private final ByteArrayOutputStream header = new ByteArrayOutputStream(512);

    /** Of interim answers, which do not lengthen the bound on headers. */
    private int passedOver;

    private boolean lineHasText;
    private int status;
    private Framing framing = new Framing.Absent();
    private boolean headerComplete;

    /** What is left of a body of known length. */
    private long left;

    private boolean ended;

    /**
     * For one answer.
     *
     * @param toHead whether HEAD was asked, which is answered without a body
     */
    public ResponseParser(boolean toHead, BodySink sink) {
        this.toHead = toHead;
        this.sink = sink;
        this.chunks = new ChunkDecoder(sink);
    }

    /**
     * Takes the next bytes; what comes after the end of the answer is left alone.
     *
     * @throws BadAnswerException if this is no answer, or the sink wants no more
     */
    public void feed(byte[] bytes, int offset, int length) throws BadAnswerException {
        int at = offset;
        int end = offset + length;
        while (at < end && !headerComplete) {
            at = takeOfHeader(bytes, at, end);
        }
        if (headerComplete && at < end) {
            takeOfBody(bytes, at, end - at);
        }
    }

    /**
     * Nothing more will come.
     *
     * @throws BadAnswerException if that is in the middle of the header
     */
    public void end() throws BadAnswerException {
        ended = true;
        if (!headerComplete) {
            throw new BadAnswerException(
                    header.size() + passedOver == 0
                            ? "it closed the connection without a word"
                            : "it closed the connection within the header of its answer");
        }
    }

    /** Whether the answer is whole, and nothing more has to be read for it. */
    public boolean isComplete() {
        return headerComplete
                && switch (framing) {
                    case Framing.Absent absent -> true;
                    case Framing.Length length -> left == 0;
                    case Framing.Chunked chunked -> chunks.isDone();
                    case Framing.UntilClose untilClose -> ended;
                };
    }

    /** Whether anything of the final answer is known: its status, if nothing else. */
    public boolean isHeaderComplete() {
        return headerComplete;
    }

    /** The status code, 200..999; 101 of the interim ones; 0 before the header is complete. */
    public int status() {
        return status;
    }

    /** The header as it came, with its empty line; of the final answer only. */
    public byte[] header() {
        return header.toByteArray();
    }

    /** Takes bytes up to the end of the header, or all there are. */
    private int takeOfHeader(byte[] bytes, int offset, int end) throws BadAnswerException {
        if (header.size() + passedOver == 0 && PortOfTls.isAlert(bytes[offset])) {
            throw new BadAnswerException("it answers with an alert: " + PortOfTls.ADVICE);
        }
        int at = offset;
        boolean isWhole = false;
        while (at < end && !isWhole) {
            isWhole = endsHeader(bytes[at++]);
        }
        header.write(bytes, offset, at - offset);
        if (passedOver + header.size() > HEADER_BYTES_MAX) {
            throw new BadAnswerException(
                    "the header of its answer is longer than " + HEADER_BYTES_MAX + " bytes");
        }
        if (isWhole) {
            completeHeader();
        }
        return at;
    }

    /** Whether that is the end of an empty line. */
    private boolean endsHeader(byte b) {
        if (b != '\n') {
            lineHasText |= b != '\r';
            return false;
        }
        boolean isEmpty = !lineHasText;
        lineHasText = false;
        return isEmpty;
    }

    private void completeHeader() throws BadAnswerException {
        ResponseHeader parsed = ResponseHeader.parse(header.toByteArray(), toHead);
        // RFC 9110 section 15.2: a final answer follows, but after 101 another protocol does.
        if (parsed.status() < 200 && parsed.status() != 101) {
            passedOver += header.size();
            header.reset();
            return;
        }
        headerComplete = true;
        status = parsed.status();
        sink.status(status);
        framing = parsed.framing();
        if (framing instanceof Framing.Length length) {
            left = length.bytes();
        }
    }

    private void takeOfBody(byte[] bytes, int offset, int length) throws BadAnswerException {
        switch (framing) {
            case Framing.Absent absent -> {}
            case Framing.Length known -> {
                int count = (int) Math.min(left, length);
                left -= count;
                sink.body(bytes, offset, count);
            }
            case Framing.Chunked chunked -> chunks.feed(bytes, offset, length);
            case Framing.UntilClose untilClose -> sink.body(bytes, offset, length);
        }
    }
}
