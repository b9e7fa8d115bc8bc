package org.ninelives.check.http.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.ninelives.check.http.core.BadAnswerException;
import org.ninelives.check.http.core.Request;
import org.ninelives.check.http.core.ResponseParser;

/** One request and its answer over streams that are there. */
public final class Exchange {

    /** Room for the whole answer of a page made for checks. */
    private static final int FIRST_BYTES = 1 << 10;

    /** For pages that turn out to be longer. */
    private static final int FURTHER_BYTES = 1 << 14;

    private final InputStream input;
    private final OutputStream output;
    private boolean heard;

    public Exchange(InputStream input, OutputStream output) {
        this.input = input;
        this.output = output;
    }

    /**
     * Asks, and reads until the answer is whole or the other side has closed the connection.
     *
     * @throws BadAnswerException if this is no answer
     */
    public void run(Request request, ResponseParser answer) throws IOException, BadAnswerException {
        output.write(request.bytes());
        output.flush();
        byte[] piece = new byte[FIRST_BYTES];
        while (!answer.isComplete()) {
            int count = input.read(piece);
            if (count < 0) {
                answer.end();
                return;
            }
            heard = true;
            answer.feed(piece, 0, count);
            if (count == FIRST_BYTES) {
                piece = new byte[FURTHER_BYTES];
            }
        }
    }

    /** Reads and drops what comes until the other side has closed the connection. */
    void drain() throws IOException {
        input.transferTo(OutputStream.nullOutputStream());
    }

    /** Whether anything came of the answer. */
    public boolean hasHeard() {
        return heard;
    }
}
