package org.ninelives.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotifySocketTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "notify", "vsock:2:1234"})
    void whereNobodyListensNobodyIsTold(String variable) {
        assertThat(NotifySocket.of(variable)).isEmpty();
    }

    @Test
    void aSocketWithAPathHearsEachMessage() {
        String path = folder.resolve("notify").toString();
        try (UnixReceiver manager = UnixReceiver.at(path)) {
            NotifySocket socket = NotifySocket.of(path).orElseThrow();
            socket.accept("READY=1\nSTATUS=Läuft");
            socket.accept("STOPPING=1");

            assertThat(manager.receive()).isEqualTo("READY=1\nSTATUS=Läuft");
            assertThat(manager.receive()).isEqualTo("STOPPING=1");
        }
    }

    @Test
    void anAbstractSocketHearsEachMessage() {
        String name = "@ninelives-test-" + ProcessHandle.current().pid();
        try (UnixReceiver manager = UnixReceiver.at(name)) {
            NotifySocket.of(name).orElseThrow().accept("READY=1");

            assertThat(manager.receive()).isEqualTo("READY=1");
        }
    }

    @Test
    void aManagerThatIsAwayIsNoReasonToStop() {
        NotifySocket socket = NotifySocket.of(folder.resolve("gone").toString()).orElseThrow();

        assertThatCode(() -> socket.accept("READY=1")).doesNotThrowAnyException();
    }

    @Test
    void aPathThatIsTooLongIsNoReasonToStop() {
        NotifySocket socket = NotifySocket.of("/" + "x".repeat(500)).orElseThrow();

        assertThatCode(() -> socket.accept("READY=1")).doesNotThrowAnyException();
    }
}
