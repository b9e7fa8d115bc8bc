package org.ninelives.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkNamespaceTest {

    @Test
    void theNamespaceOfBeforeIsThatOfThisVeryProcess() {
        assertThat(NetworkNamespace.fileOfBefore("4711:9", 4711)).contains("/proc/self/fd/9");
        // A script of another daemon passes its environment on.
        assertThat(NetworkNamespace.fileOfBefore("47:9", 4711)).isEmpty();
        assertThat(NetworkNamespace.fileOfBefore(null, 4711)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", ".", ".."})
    void whatIsNoNameIsRefused(String name) {
        assertThatThrownBy(() -> NetworkNamespace.enter(name, () -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "network namespace '%s': no network namespace can have that name", name);
    }

    @Test
    void oneThatIsNotThereIsToldWithTheCommandThatMakesIt() {
        assertThatThrownBy(
                        () ->
                                NetworkNamespace.enter(
                                        "no-such",
                                        () -> {
                                            throw new AssertionError("it went on");
                                        }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/run/netns/no-such")
                .hasMessageEndingWith("'ip netns add no-such' makes it");
    }
}
