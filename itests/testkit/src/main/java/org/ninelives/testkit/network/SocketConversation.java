package org.ninelives.testkit.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * The server's end of a connection of this machine.
 *
 * @param tcp what carries it
 * @param talking what is talked through: the same, or TLS over it
 */
record SocketConversation(Socket tcp, Socket talking, InputStream input, OutputStream output)
        implements Conversation {

    static SocketConversation of(Socket tcp, Socket talking) throws IOException {
        return new SocketConversation(
                tcp, talking, talking.getInputStream(), talking.getOutputStream());
    }

    @Override
    public void reset() throws IOException {
        tcp.setSoLinger(true, 0);
        tcp.close();
    }

    @Override
    public void endOutput() throws IOException {
        talking.shutdownOutput();
    }

    @Override
    public void staySilent() throws IOException {
        input.transferTo(OutputStream.nullOutputStream());
    }
}
