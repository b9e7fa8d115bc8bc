package org.ninelives.linux.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.system.SystemException;

class NetworkNamespaceTest {

    @Test
    void withoutANameTheWorkIsDoneInTheCallingThread() throws SystemException {
        assertThat(NetworkNamespace.in(Optional.empty(), Thread::currentThread))
                .isSameAs(Thread.currentThread());
    }

    @Test
    void theOneOfBeforeIsTheOwnOneWhereNobodyLeftIt() throws SystemException {
        assertThat(NetworkNamespace.in(Optional.of(""), Thread::currentThread))
                .isSameAs(Thread.currentThread());
    }

    @Test
    void aNamespaceThatIsNotThereIsToldWithWhatMakesIt() {
        assertThatThrownBy(() -> NetworkNamespace.in(Optional.of("no-such"), () -> "done"))
                .isInstanceOf(SystemException.class)
                .hasMessage(
                        "network namespace 'no-such': open /run/netns/no-such: ENOENT"
                                + " ('ip netns add no-such' makes it)");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "../net", "/proc/1/ns/net"})
    void aNameThatLeavesTheFolderOfNamesIsRefused(String name) {
        assertThatThrownBy(() -> NetworkNamespace.named(name))
                .isInstanceOf(SystemException.class)
                .hasMessageContaining("EINVAL");
    }
}
