package org.ninelives.metrics.http;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.ninelives.metrics.families.Look;

/**
 * Writes a page, one metric after the other, so that besides the page there is never more in memory
 * than the text of one metric.
 */
final class PageWriter {

    /** What a text of OpenMetrics ends with; the library ends every piece so. */
    private static final byte[] END = "# EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final ExpositionFormatWriter format;
    private final ByteArrayOutputStream page = new ByteArrayOutputStream();
    private final OutputStream compressing;
    private boolean ends;
    private long length;

    private PageWriter(ExpositionFormatWriter format) throws IOException {
        this.format = format;
        compressing = new Fast(page);
    }

    /** Compresses little, but soon. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    static Page write(ExpositionFormatWriter format, Look look) throws IOException {
        PageWriter writer = new PageWriter(format);
        look.around(writer::add);
        return writer.end();
    }

    private void add(MetricSnapshot metric) throws IOException {
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        format.write(piece, MetricSnapshots.of(metric));
        byte[] bytes = piece.toByteArray();
        int text = bytes.length - END.length;
        boolean hasEnd = text >= 0 && Arrays.equals(bytes, text, bytes.length, END, 0, END.length);
        ends |= hasEnd;
        write(bytes, hasEnd ? text : bytes.length);
    }

    private Page end() throws IOException {
        if (ends) {
            write(END, END.length);
        }
        compressing.close();
        return new Page(format.getContentType(), page.toByteArray(), length);
    }

    private void write(byte[] bytes, int count) throws IOException {
        compressing.write(bytes, 0, count);
        length += count;
    }
}
