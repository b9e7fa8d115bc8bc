package org.ninelives.metrics.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;

/**
 * All metrics at one moment. Kept compressed, as plain text of many servers is large; who wants
 * plain text gets it while it is unpacked. Immutable.
 */
final class Page {

    private final String contentType;
    private final byte[] compressed;
    private final long length;

    /**
     * A page of what is handed over.
     *
     * @param compressed by gzip
     * @param length of the plain text, bytes
     */
    Page(String contentType, byte[] compressed, long length) {
        this.contentType = contentType;
        this.compressed = compressed;
        this.length = length;
    }

    String contentType() {
        return contentType;
    }

    /** Of what one of the two below writes, bytes. */
    long length(boolean isCompressed) {
        return isCompressed ? compressed.length : length;
    }

    /** Writes it as it is kept. */
    void writeCompressed(OutputStream out) throws IOException {
        out.write(compressed);
    }

    /** Writes plain text. */
    void writePlain(OutputStream out) throws IOException {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            plain.transferTo(out);
        }
    }
}
