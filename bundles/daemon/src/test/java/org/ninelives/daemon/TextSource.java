package org.ninelives.daemon;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ninelives.config.language.Environment;
import org.ninelives.config.language.SourceFiles;
import org.ninelives.config.language.UnreadableFileException;

/** A configuration file in memory, which a test may edit. */
final class TextSource implements Source {

    static final String FILE = "k.conf";

    private Optional<String> text;

    TextSource(String text) {
        this.text = Optional.of(text);
    }

    void edit(String newText) {
        text = Optional.of(newText);
    }

    void delete() {
        text = Optional.empty();
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public SourceFiles files() {
        return new OneFile();
    }

    @Override
    public Environment environment() {
        return new Environment("node", "/", name -> Optional.empty(), 1);
    }

    private final class OneFile implements SourceFiles {

        @Override
        public Kind kind(String path) {
            return path.endsWith(FILE) && text.isPresent() ? Kind.REGULAR : Kind.ABSENT;
        }

        @Override
        public List<String> names(String directory) {
            return List.of();
        }

        @Override
        public byte[] read(String path) throws UnreadableFileException {
            return text.orElseThrow().getBytes(StandardCharsets.UTF_8);
        }
    }
}
