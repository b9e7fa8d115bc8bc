package org.ninelives.check.smtp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What a server sends in packets: a read never reaches from one into the next. */
final class Pieces extends InputStream {

    private final Deque<InputStream> packets = new ArrayDeque<>();
    private Optional<IOException> failure = Optional.empty();

    Pieces(String... pieces) {
        for (String piece : pieces) {
            packets.add(new ByteArrayInputStream(piece.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    /** After all of it reading fails, instead of an end. */
    Pieces then(IOException thrown) {
        failure = Optional.of(thrown);
        return this;
    }

    @Override
    public int read() throws IOException {
        byte[] octet = new byte[1];
        return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (!packets.isEmpty()) {
            int count = packets.getFirst().read(buffer, offset, length);
            if (count > 0) {
                return count;
            }
            packets.removeFirst();
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return -1;
    }
}
