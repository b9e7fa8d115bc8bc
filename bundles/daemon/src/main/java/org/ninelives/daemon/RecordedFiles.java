package org.ninelives.daemon;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.ninelives.config.language.Environment;
import org.ninelives.config.language.SourceFiles;
import org.ninelives.config.language.UnreadableFileException;

/**
 * What a reading was told of its files, compressed, since many of them are kept. They are never
 * written anywhere: they may hold secrets.
 *
 * @param environment what the language knew
 * @param kinds of all paths that were asked for
 * @param names in the directories that were asked for
 * @param contents of the files that were read, compressed
 */
record RecordedFiles(
        Environment environment,
        Map<String, Kind> kinds,
        Map<String, List<String>> names,
        Map<String, byte[]> contents)
        implements SourceFiles {

    /** Compresses what was told. */
    static RecordedFiles of(
            Environment environment,
            Map<String, Kind> kinds,
            Map<String, List<String>> names,
            Map<String, byte[]> contents) {
        Map<String, byte[]> compressed = new HashMap<>();
        contents.forEach((path, content) -> compressed.put(path, compress(content)));
        return new RecordedFiles(
                environment, Map.copyOf(kinds), Map.copyOf(names), Map.copyOf(compressed));
    }

    @Override
    public Kind kind(String path) {
        return kinds.getOrDefault(path, Kind.ABSENT);
    }

    @Override
    public List<String> names(String directory) {
        return names.getOrDefault(directory, List.of());
    }

    @Override
    public byte[] read(String path) throws UnreadableFileException {
        byte[] compressed = contents.get(path);
        if (compressed == null) {
            throw new UnreadableFileException("could not be read when it was read first", null);
        }
        return decompress(compressed);
    }

    /** Quickly rather than tightly: it is part of each reload. */
    private static byte[] compress(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (OutputStream stream = new DeflaterOutputStream(compressed, deflater)) {
                stream.write(content);
            }
            return compressed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } finally {
            deflater.end();
        }
    }

    private static byte[] decompress(byte[] compressed) {
        try (InputStream stream = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }
}
