package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.config.language.Environment;
import org.ninelives.config.language.SourceFiles;
import org.ninelives.config.language.UnreadableFileException;

class FileRecorderTest {

    private final FakeSection lamps = new FakeSection("lamp");
    @TempDir private Path folder;
    private Loader loader;

    @BeforeEach
    void threeFiles() throws IOException {
        Files.createDirectory(folder.resolve("d"));
        write("main.conf", "include d/*.conf\nlamp hall { size 3 }");
        write("d/a.conf", "lamp attic { size 1 }");
        write("d/b.conf", "lamp cellar { size 2 }");
        loader =
                new Loader(
                        new FileSource(
                                folder.resolve("main.conf").toString(),
                                Optional.of("x"),
                                folder,
                                false),
                        KnownKeywords.load());
    }

    @Test
    void theSameFilesHaveTheSameHash() {
        assertThat(read().hash()).matches("[0-9a-f]{64}").isEqualTo(read().hash());
    }

    @Test
    void anIncludedFileIsPartOfTheHash() throws IOException {
        String before = read().hash();
        write("d/b.conf", "lamp cellar { size 3 }");
        String edited = read().hash();
        Files.move(folder.resolve("d/b.conf"), folder.resolve("d/c.conf"));
        String moved = read().hash();
        write("d/d.conf", "");
        String added = read().hash();

        assertThat(List.of(before, edited, moved, added)).doesNotHaveDuplicates();
    }

    @Test
    void textThatMovesToAnotherFileIsAnotherHash() throws IOException {
        write("d/a.conf", "lamp attic { }\n");
        write("d/b.conf", "lamp cellar { }\n");
        String before = read().hash();
        write("d/a.conf", "lamp attic { }\nlamp cellar { }\n");
        write("d/b.conf", "");

        assertThat(read().hash()).isNotEqualTo(before);
    }

    @Test
    void whatWasReadIsReadAgainWhateverBecameOfTheFiles() throws IOException {
        Reading first = read();
        RecordedFiles recorded = first.files().record();
        for (String file : List.of("main.conf", "d/a.conf", "d/b.conf")) {
            Files.delete(folder.resolve(file));
        }
        write("d/c.conf", "lamp porch { }");

        Reading again = loader.readAgain(recorded, List.of(lamps));

        assertThat(again.hash()).isEqualTo(first.hash());
        assertThat(again.parsed().statements()).isEqualTo(first.parsed().statements());
        assertThat(again.parsed().files()).isEqualTo(first.parsed().files());
        assertThat(again.problems()).isEmpty();
    }

    @Test
    void aFileThatWasNotThereIsNotThereAgain() throws IOException {
        write("main.conf", "include d/gone.conf\n");
        Reading first = read();
        write("d/gone.conf", "lamp porch { }");

        Reading again = loader.readAgain(first.files().record(), List.of(lamps));

        assertThat(again.problems()).isEqualTo(first.problems()).isNotEmpty();
    }

    @Test
    void aFileThatCouldNotBeReadCannotBeReadAgain() {
        RecordedFiles nothing =
                new FileRecorder(
                                new TextInstead(new NoFiles(), "k.conf", ""),
                                new Environment("x", "/", name -> Optional.empty(), 1))
                        .record();

        assertThatThrownBy(() -> nothing.read("k.conf"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("could not be read");
        assertThat(nothing.kind("k.conf")).isEqualTo(SourceFiles.Kind.ABSENT);
        assertThat(nothing.names("d")).isEmpty();
    }

    @Test
    void oneFileIsTheSameThroughoutAReading() throws UnreadableFileException {
        int[] reads = {0};
        FileRecorder recorder =
                new FileRecorder(
                        new NoFiles() {
                            @Override
                            public byte[] read(String path) {
                                return new byte[reads[0]++];
                            }
                        },
                        new Environment("x", "/", name -> Optional.empty(), 1));

        assertThat(recorder.read("k.conf")).isEqualTo(recorder.read("k.conf"));
        assertThat(reads[0]).isEqualTo(1);
    }

    private Reading read() {
        return loader.read(List.of(lamps));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    /** An empty disk. */
    private static class NoFiles implements SourceFiles {

        @Override
        public Kind kind(String path) {
            return Kind.ABSENT;
        }

        @Override
        public List<String> names(String directory) {
            return List.of();
        }

        @Override
        public byte[] read(String path) throws UnreadableFileException {
            throw new UnreadableFileException("cannot be read", null);
        }
    }
}
