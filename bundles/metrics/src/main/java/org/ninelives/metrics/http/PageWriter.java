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
 * Writes a page, one metric after the other, and packs the text as it comes: arrays of many
 * megabytes would soon fill the heap, and collections of all of it hold up the loops.
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
        Piece piece = new Piece();
        format.write(piece, MetricSnapshots.of(metric));
        piece.end();
    }

    private Page end() throws IOException {
        if (ends) {
            write(END, 0, END.length);
        }
        compressing.close();
        return new Page(format.getContentType(), page.toByteArray(), length);
    }

    private void write(byte[] bytes, int offset, int count) throws IOException {
        compressing.write(bytes, offset, count);
        length += count;
    }

    /** The text of one metric on its way, but for what may be the end that the library writes. */
    private final class Piece extends OutputStream {

        private final byte[] held = new byte[END.length];
        private int count;

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int number) throws IOException {
            int kept = Math.min(number, held.length);
            int leaving = Math.max(0, count + kept - held.length);
            PageWriter.this.write(held, 0, leaving);
            System.arraycopy(held, leaving, held, 0, count - leaving);
            PageWriter.this.write(bytes, offset, number - kept);
            System.arraycopy(bytes, offset + number - kept, held, count - leaving, kept);
            count += kept - leaving;
        }

        void end() throws IOException {
            if (count == held.length && Arrays.equals(held, END)) {
                ends = true;
            } else {
                PageWriter.this.write(held, 0, count);
            }
        }
    }
}
