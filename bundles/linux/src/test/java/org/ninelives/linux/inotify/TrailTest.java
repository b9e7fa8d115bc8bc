package org.ninelives.linux.inotify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.system.SystemException;

/** Which names in which directories decide where a path leads. */
class TrailTest {

    @TempDir Path folder;
    private final List<Path> watched = new ArrayList<>();

    @BeforeEach
    void resolve() throws IOException {
        folder = folder.toRealPath();
    }

    @Test
    void eachDirectoryOnTheWayIsWatchedFromTheRootOn() throws Exception {
        List<String> way = walk(folder.resolve("value"));
        assertThat(watched.getFirst()).isEqualTo(Path.of("/"));
        assertThat(watched.getLast()).isEqualTo(folder);
        assertThat(watched).hasSize(folder.getNameCount() + 1);
        assertThat(way).last().isEqualTo(folder + " value");
    }

    @Test
    void theWayEndsWhereADirectoryIsMissing() throws Exception {
        assertThat(walk(folder.resolve("missing/too/value"))).last().isEqualTo(folder + " missing");
    }

    @Test
    void aLinkIsPartOfTheWayAndSoIsWhereItLeads() throws Exception {
        Path target = Files.createDirectory(folder.resolve("target"));
        Files.createSymbolicLink(folder.resolve("relative"), Path.of("./target"));
        Files.createSymbolicLink(target.resolve("value"), folder.resolve("number"));

        assertThat(walk(folder.resolve("relative/value")))
                .containsSubsequence(
                        folder + " relative",
                        folder + " target",
                        target + " value",
                        folder + " number");
    }

    @Test
    void aLinkMayLeadUpwards() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        Files.createSymbolicLink(deep.resolve("up"), Path.of("../../value"));
        assertThat(walk(deep.resolve("up"))).endsWith(deep + " up", folder + " value");
        assertThat(walk(Path.of("/../.." + folder + "/value"))).endsWith(folder + " value");
    }

    @Test
    void linksInACircleHaveAnEnd() throws Exception {
        Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle"));
        assertThat(walk(folder.resolve("circle"))).last().isEqualTo(folder + " circle");
    }

    @Test
    void aFileIsNoDirectory() throws Exception {
        Files.writeString(folder.resolve("file"), "1");
        assertThat(walk(folder.resolve("file/value"))).last().isEqualTo(folder + " file");
    }

    @Test
    void aDirectoryThatGoesMeanwhileEndsTheWay() throws Exception {
        assertThat(Trail.to(folder.resolve("value"), refusing("ENOENT")).marks())
                .hasSize(folder.getNameCount());
        assertThatThrownBy(() -> Trail.to(folder.resolve("value"), refusing("ENOSPC")))
                .hasMessageContaining("ENOSPC");
    }

    private Trail.Watcher refusing(String errno) {
        return directory -> {
            if (directory.equals(folder)) {
                throw new SystemException("inotify on " + directory, errno, "");
            }
            return 1;
        };
    }

    private List<String> walk(Path file) throws SystemException {
        watched.clear();
        Trail trail =
                Trail.to(
                        file,
                        directory -> {
                            watched.add(directory);
                            return watched.size() - 1;
                        });
        return trail.marks().stream()
                .map(mark -> watched.get(mark.watch()) + " " + mark.name())
                .toList();
    }
}
