package org.ninelives.daemon;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.config.language.Environment;
import org.ninelives.config.language.SourceFiles;
import org.ninelives.config.language.UnreadableFileException;

/** Files, with all that one reading was told of them. Used by one thread at a time. */
final class FileRecorder implements SourceFiles {

    private final SourceFiles files;
    private final Environment environment;
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<String, byte[]> contents = new LinkedHashMap<>();

    FileRecorder(SourceFiles files, Environment environment) {
        this.files = files;
        this.environment = environment;
    }

    /** What the language is to know in this reading. */
    Environment environment() {
        return environment;
    }

    @Override
    public Kind kind(String path) {
        return kinds.computeIfAbsent(path, files::kind);
    }

    @Override
    public List<String> names(String directory) {
        return names.computeIfAbsent(directory, files::names);
    }

    @Override
    public byte[] read(String path) throws UnreadableFileException {
        byte[] known = contents.get(path);
        if (known != null) {
            return known;
        }
        byte[] content = files.read(path);
        contents.put(path, content);
        return content;
    }

    /**
     * SHA-256 over the names and contents of all files read so far, in order, as hexadecimal
     * digits; empty where none was read.
     */
    String hash() {
        if (contents.isEmpty()) {
            return "";
        }
        MessageDigest digest = sha256();
        contents.forEach(
                (path, content) -> {
                    update(digest, path.getBytes(StandardCharsets.UTF_8));
                    update(digest, content);
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What was told so far, to be told again at any time. */
    RecordedFiles record() {
        return RecordedFiles.of(environment, kinds, names, contents);
    }

    /** With its length, so that no text can move from one file to the next unnoticed. */
    private static void update(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
