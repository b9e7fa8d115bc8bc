package org.ninelives.launcher.log;

import java.io.IOException;

/** Lines to the local system log; connects when it must, and again when the log was restarted. */
final class SyslogSink implements LogSink {

    /** A system without a log shall not be asked for it at every line. */
    private static final long RETRY_MILLIS = 1000;

    private final String path;
    private final SyslogFormat format;
    private DatagramSocket socket;
    private IOException refusal;
    private long refusedMillis;

    SyslogSink(String path, SyslogFormat format) {
        this.path = path;
        this.format = format;
    }

    @Override
    public void write(LogLine line) throws IOException {
        byte[] bytes = format.format(line);
        if (socket != null) {
            try {
                socket.send(bytes);
                return;
            } catch (IOException e) {
                // The log was restarted and listens on a new socket of the same name.
                socket.close();
                socket = null;
            }
        }
        connect(line.epochMillis());
        socket.send(bytes);
    }

    private void connect(long nowMillis) throws IOException {
        if (refusal != null && Math.abs(nowMillis - refusedMillis) < RETRY_MILLIS) {
            throw refusal;
        }
        try {
            socket = DatagramSocket.connect(path);
            refusal = null;
        } catch (IOException e) {
            refusal = e;
            refusedMillis = nowMillis;
            throw e;
        }
    }
}
