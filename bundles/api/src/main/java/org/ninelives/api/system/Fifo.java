package org.ninelives.api.system;

import org.osgi.annotation.versioning.ProviderType;

/** An open named pipe. Any thread. */
@ProviderType
public interface Fifo extends AutoCloseable {

    /** The most bytes of a line, so that it arrives in one piece; PIPE_BUF of limits.h. */
    int LINE_BYTES_MAX = 4096;

    /**
     * Writes a line without ever waiting.
     *
     * @param line without its end, which is added; at most {@value #LINE_BYTES_MAX} bytes of UTF-8
     *     with it
     * @throws SystemException EAGAIN if the pipe is full, EMSGSIZE if the line is too long; the
     *     line is lost then
     */
    void write(String line) throws SystemException;

    /** Closes it, and removes its file if that was made on opening. A second time does nothing. */
    @Override
    void close();
}
