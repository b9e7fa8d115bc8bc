package org.ninelives.linux.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.SystemException;

@Tag("kernel")
class KernelNamespaceThreadTest {

    private final String name = "nl-ns-" + ProcessHandle.current().pid();

    @BeforeEach
    void addNamespace() throws Exception {
        ip("add");
    }

    @AfterEach
    void removeNamespace() throws Exception {
        ip("del");
    }

    private void ip(String command) throws Exception {
        Process ip = new ProcessBuilder("ip", "netns", command, name).inheritIO().start();
        assertThat(ip.waitFor()).isZero();
    }

    private static Path namespaceOfThisThread() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsOpenedIsOpenedThere() throws Exception {
        Path own = namespaceOfThisThread();
        try (NamespaceThread thread = NamespaceThread.enter(name)) {
            assertThat(thread.open(KernelNamespaceThreadTest::namespaceOfThisThread))
                    .isNotEqualTo(own);
        }
        assertThat(namespaceOfThisThread()).isEqualTo(own);
    }

    @Test
    void aRefusalComesOutAsItIs() throws Exception {
        SystemException refusal = new SystemException("socket", "EMFILE", "");
        try (NamespaceThread thread = NamespaceThread.enter(name)) {
            assertThatThrownBy(
                            () ->
                                    thread.open(
                                            () -> {
                                                throw refusal;
                                            }))
                    .isSameAs(refusal);
        }
    }

    @Test
    void anInterruptedThreadGetsWhatItOpenedAndStaysInterrupted() throws Exception {
        try (NamespaceThread thread = NamespaceThread.enter(name)) {
            Thread.currentThread().interrupt();
            assertThat(thread.open(() -> 7)).isEqualTo(7);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aNamespaceThatIsNotThereIsToldOf() {
        assertThatThrownBy(() -> NamespaceThread.enter("nl-ns-none"))
                .isInstanceOf(SystemException.class)
                .hasMessage(
                        "open network namespace nl-ns-none: ENOENT (there is none of that name;"
                                + " ip netns list tells which)");
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() {
        assertThatThrownBy(() -> NamespaceThread.enter("../self/ns/net"))
                .hasMessageContaining("EINVAL");
    }
}
