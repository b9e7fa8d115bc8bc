package org.ninelives.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The way back to one client, used once. For the thread that serves it. */
public final class Answer {

    private static final int BUFFER_BYTES = 16_384;

    /** {@link #begin} is told so where nobody knows the length before. */
    public static final long ENDLESS = -1;

    private final Client client;
    private final Socket socket;
    private final OutputStream out;

    Answer(Client client, Socket socket) throws IOException {
        this.client = client;
        this.socket = socket;
        out = new BufferedOutputStream(timed(socket.getOutputStream()), BUFFER_BYTES);
    }

    /** Whatever goes to the client has to be taken by it in time. */
    private OutputStream timed(OutputStream raw) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                client.writes();
                raw.write(bytes, offset, length);
                client.rests();
            }
        };
    }

    /** Where the client is. */
    public InetAddress from() {
        return socket.getInetAddress();
    }

    /** This client has shown who it is: where there are too many, strangers go before it. */
    public void vouch() {
        client.vouch();
    }

    /**
     * Says what is wrong, in a line.
     *
     * @param status such as {@code 404 Not Found}
     * @param headers lines of the head
     */
    public void tell(String status, String text, List<String> headers) throws IOException {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        begin(status, "text/plain; charset=utf-8", headers, body.length).write(body);
    }

    /**
     * Begins an answer, the end of which is that of the handler.
     *
     * @param headers further lines of the head
     * @param length bytes that follow, or {@link #ENDLESS}: then the client has no limit of time
     *     but that for each piece that is sent
     */
    public OutputStream begin(String status, String type, List<String> headers, long length)
            throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status);
        head.append("\r\nContent-Type: ").append(type);
        if (length != ENDLESS) {
            head.append("\r\nContent-Length: ").append(length);
        }
        headers.forEach(line -> head.append("\r\n").append(line));
        head.append("\r\nConnection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (length == ENDLESS) {
            client.streams();
        }
        return out;
    }

    /**
     * Sends what was written, in an endless answer.
     *
     * @throws IOException if the client is gone, or takes it too slowly
     */
    public void flush() throws IOException {
        out.flush();
    }

    void end() throws IOException {
        out.flush();
        socket.shutdownOutput();
    }
}
