package org.ninelives.api.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PathWalkTest {

    private Path base;
    private Path script;

    @BeforeEach
    void makeScript(@TempDir Path folder) throws Exception {
        base = folder.toRealPath();
        script = Files.createFile(Files.createDirectory(base.resolve("real")).resolve("chk.sh"));
    }

    private List<Path> passedBelowBase(Path path) throws IOException {
        return PathWalk.to(path).stream()
                .map(PathElement::path)
                .filter(passed -> passed.startsWith(base) && !passed.equals(base))
                .toList();
    }

    @Test
    void everyDirectoryOnTheWayIsSeen() throws Exception {
        List<Path> passed = PathWalk.to(script).stream().map(PathElement::path).toList();
        assertThat(passed).startsWith(Path.of("/")).contains(base).endsWith(script);
        assertThat(passed).hasSize(script.getNameCount() + 1);
    }

    @Test
    void theDirectoryOfALinkIsSeenAndThoseItLeadsThrough() throws Exception {
        Path links = Files.createDirectory(base.resolve("links"));
        Path other = Files.createDirectory(base.resolve("other"));
        Files.createSymbolicLink(other.resolve("second"), Path.of("../real/./chk.sh"));
        Path first = Files.createSymbolicLink(links.resolve("first"), other.resolve("second"));

        assertThat(passedBelowBase(first))
                .containsExactly(links, other, script.getParent(), script);
    }

    @Test
    void aLinkedDirectoryIsWalkedThrough() throws Exception {
        Path linked = Files.createSymbolicLink(base.resolve("linked"), Path.of("real"));
        assertThat(passedBelowBase(linked.resolve("chk.sh")))
                .containsExactly(script.getParent(), script);
    }

    @Test
    void upFromTheRootIsTheRoot() throws Exception {
        assertThat(PathWalk.to(Path.of("/../../bin/sh")).getLast().regular()).isTrue();
    }

    @Test
    void linksInARingAreRefused() throws Exception {
        Path a = base.resolve("a");
        Files.createSymbolicLink(a, base.resolve("b"));
        Files.createSymbolicLink(base.resolve("b"), a);
        assertThatThrownBy(() -> PathWalk.to(a))
                .isInstanceOf(IOException.class)
                .hasMessage(a + " leads through too many symbolic links");
    }

    @Test
    void whatIsNotThereIsNamed() throws Exception {
        Path missing = base.resolve("missing.sh");
        assertThatThrownBy(() -> PathWalk.to(missing)).hasMessage(missing + " does not exist");

        Path dangling = Files.createSymbolicLink(base.resolve("dangling"), missing);
        assertThatThrownBy(() -> PathWalk.to(dangling))
                .hasMessage(dangling + " does not exist: there is no " + missing);

        Path below = script.resolve("x");
        assertThatThrownBy(() -> PathWalk.to(below)).hasMessage(below + " does not exist");
    }

    @Test
    void aDirectoryIsItsOwnEnd() throws Exception {
        assertThat(PathWalk.to(base).getLast().directory()).isTrue();
    }
}
