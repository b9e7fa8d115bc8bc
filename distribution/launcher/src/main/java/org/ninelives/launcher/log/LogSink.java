package org.ninelives.launcher.log;

import java.io.IOException;

/** Where lines end up. Used by one thread at a time; may block. */
interface LogSink {

    /**
     * Writes one line.
     *
     * @throws IOException if the line could not be delivered; the next one may be
     */
    void write(LogLine line) throws IOException;
}
