package org.ninelives.daemon;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ninelives.config.language.SourceFiles;
import org.ninelives.config.language.UnreadableFileException;

/**
 * Files of which one has another text.
 *
 * @param files all others
 * @param file the one, as the operator named it; it need not exist
 * @param text what it says instead
 */
record TextInstead(SourceFiles files, String file, String text) implements SourceFiles {

    @Override
    public Kind kind(String path) {
        return path.equals(file) ? Kind.REGULAR : files.kind(path);
    }

    @Override
    public List<String> names(String directory) {
        return files.names(directory);
    }

    @Override
    public byte[] read(String path) throws UnreadableFileException {
        return path.equals(file) ? text.getBytes(StandardCharsets.UTF_8) : files.read(path);
    }
}
