package org.ninelives.launcher.log;

import java.io.IOException;

/** Lines to the local system log; connects when it must, and again when the log was restarted. */
final class SyslogSink implements LogSink {

    private final String path;
    private final SyslogFormat format;
    private DatagramSocket socket;

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
        socket = DatagramSocket.connect(path);
        socket.send(bytes);
    }
}
