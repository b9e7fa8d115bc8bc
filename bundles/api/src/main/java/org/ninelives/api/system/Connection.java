package org.ninelives.api.system;

import java.io.InputStream;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A TCP connection. Reading and writing block the virtual thread that calls, until the deadline at
 * most; then {@link java.net.SocketTimeoutException} is thrown. For one thread.
 */
@ProviderType
public interface Connection extends AutoCloseable {

    ConnectTarget target();

    /** Sets when reading and writing give up, on the scale of {@link System#nanoTime}. */
    void setDeadline(long deadlineNanos);

    /** What the other side sends; a reset is {@link java.net.SocketException}. */
    InputStream input();

    OutputStream output();

    /** Ends the connection. Does not fail. */
    @Override
    void close();
}
