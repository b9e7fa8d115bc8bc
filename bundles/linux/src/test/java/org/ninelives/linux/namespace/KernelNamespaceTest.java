package org.ninelives.linux.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.SystemException;

@Tag("kernel")
class KernelNamespaceTest {

    private static final Path OWN = Path.of("/proc/thread-self/ns/net");

    private final String name = "nl-space-" + ProcessHandle.current().pid();

    @BeforeEach
    void make() throws Exception {
        assumeTrue(ip("add") == 0, "'ip netns add' is refused (kernel tests need CAP_SYS_ADMIN)");
    }

    @AfterEach
    void remove() throws Exception {
        ip("delete");
    }

    private int ip(String verb) throws Exception {
        return new ProcessBuilder("ip", "netns", verb, name)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void theWorkIsDoneThereAndTheCallerStaysHere() throws Exception {
        Object inode = Files.getAttribute(Path.of("/run/netns", name), "unix:ino");
        Path before = Files.readSymbolicLink(OWN);
        Path there = NetworkNamespace.in(Optional.of(name), KernelNamespaceTest::own);
        assertThat(there).hasToString("net:[" + inode + "]");
        assertThat(Files.readSymbolicLink(OWN)).isEqualTo(before).isNotEqualTo(there);
    }

    @Test
    void aVirtualThreadLeavesItsCarrierWhereItWas() throws Exception {
        Path before = Files.readSymbolicLink(OWN);
        Thread.ofVirtual().start(this::enterAndLeave).join();
        Path[] after = new Path[1];
        Thread.ofVirtual().start(() -> after[0] = own()).join();
        assertThat(after[0]).isEqualTo(before);
    }

    private void enterAndLeave() {
        try {
            NetworkNamespace.in(Optional.of(name), KernelNamespaceTest::own);
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path own() {
        try {
            return Files.readSymbolicLink(OWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatTheWorkIsRefusedComesOutAsItIs() {
        SystemException refusal = new SystemException("socket", "EMFILE", "");
        assertThatThrownBy(
                        () ->
                                NetworkNamespace.in(
                                        Optional.of(name),
                                        () -> {
                                            throw refusal;
                                        }))
                .isSameAs(refusal);
    }
}
