package org.ninelives.notify.email.smtp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;

/**
 * A connection on which a server cannot say more than a mail needs, so that none fills the memory.
 */
final class BoundedSocket extends Socket {

    /** Certificates included, a server says a few kilobytes. */
    private static final long BYTES_MAX = 1 << 18;

    private long heard;

    BoundedSocket() {
        super(Proxy.NO_PROXY);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                int next = in.read();
                count(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = in.read(buffer, offset, length);
                count(Math.max(count, 0));
                return count;
            }
        };
    }

    private void count(int bytes) throws IOException {
        heard += bytes;
        if (heard > BYTES_MAX) {
            throw new IOException("the server talks without end");
        }
    }
}
