package org.ninelives.testkit.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The server's end of two pipes. */
record FakeConversation(FakePipe fromClient, FakePipe toClient) implements Conversation {

    @Override
    public InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return fromClient.read(into, offset, length, Long.MAX_VALUE);
            }
        };
    }

    @Override
    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                toClient.write(bytes, offset, length);
            }
        };
    }

    @Override
    public void reset() {
        toClient.reset();
        fromClient.reset();
    }

    @Override
    public void endOutput() {
        toClient.end();
    }

    @Override
    public void staySilent() throws IOException {
        toClient.beSilent();
        fromClient.drain();
    }
}
