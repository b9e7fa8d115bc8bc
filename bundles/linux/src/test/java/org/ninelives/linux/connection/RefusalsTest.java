package org.ninelives.linux.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AbsentException;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.ExhaustedException;
import org.ninelives.linux.libc.Errno;

/** Whose fault a refusal of the kernel is. */
class RefusalsTest {

    private static final ConnectTarget IPV4 = ConnectTarget.of(IpAddress.of("192.0.2.1"), 80);
    private static final ConnectTarget IPV6 = ConnectTarget.of(IpAddress.of("2001:db8::1"), 80);

    @ParameterizedTest
    @ValueSource(ints = {Errno.EMFILE, Errno.ENFILE, Errno.ENOMEM, Errno.ENOBUFS})
    void noSocketIsTheFaultOfThisMachine(int errno) {
        assertThat(Refusals.socket(errno))
                .isInstanceOf(ExhaustedException.class)
                .hasMessageStartingWith("no socket: ")
                .hasMessageContaining(Errno.name(errno));
    }

    @ParameterizedTest
    @ValueSource(ints = {Errno.EADDRNOTAVAIL, Errno.EAGAIN, Errno.ENOMEM, Errno.ENOBUFS})
    void soIsNoPortAndNoMemory(int errno) {
        assertThat(Refusals.connect(IPV4, errno)).isInstanceOf(ExhaustedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {Errno.ENOMEM, Errno.ENOBUFS})
    void soIsNoMemoryForWhatIsSent(int errno) {
        assertThat(Refusals.transfer(IPV4, errno)).isInstanceOf(ExhaustedException.class);
        assertThat(Refusals.datagram(IPV4, errno)).isInstanceOf(ExhaustedException.class);
    }

    @Test
    void anAddressThatIsMissingIsNoWantOfPorts() {
        assertThat(Refusals.connect(IPV6, Errno.EADDRNOTAVAIL))
                .isInstanceOf(ConnectException.class);
        ConnectTarget fromKnown =
                new ConnectTarget(
                        IPV6.address(),
                        80,
                        Optional.of(IpAddress.of("2001:db8::2")),
                        0,
                        Optional.empty(),
                        0);
        assertThat(Refusals.connect(fromKnown, Errno.EADDRNOTAVAIL))
                .isInstanceOf(ExhaustedException.class);
    }

    @Test
    void whatTheTargetWantsOfThisMachineMayBeAbsentOrTaken() {
        ConnectTarget from =
                new ConnectTarget(
                        IPV4.address(),
                        80,
                        Optional.of(IpAddress.of("192.0.2.9")),
                        99,
                        Optional.of(new InterfaceName("eth9")),
                        0);
        assertThat(Refusals.bind(from, Errno.EADDRNOTAVAIL))
                .isInstanceOf(AbsentException.class)
                .hasMessage("bindto 192.0.2.9 is not an address of this host");
        assertThat(Refusals.bindInterface(from, Errno.ENODEV))
                .isInstanceOf(AbsentException.class)
                .hasMessage("bind_if eth9 is not an interface of this host");
        assertThat(Refusals.bind(from, Errno.EADDRINUSE))
                .isInstanceOf(ExhaustedException.class)
                .hasMessageStartingWith("bindto 192.0.2.9 bind_port 99 is in use");
    }

    @Test
    void whatAServerRefusesIsItsOwnFault() {
        assertThat(Refusals.connect(IPV4, Errno.ECONNREFUSED)).isInstanceOf(ConnectException.class);
        assertThat(Refusals.connect(IPV4, Errno.ETIMEDOUT))
                .isInstanceOf(SocketTimeoutException.class);
    }
}
