package org.ninelives.linux.libc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrnoTest {

    @ParameterizedTest
    @CsvSource({
        "1, EPERM",
        "17, EEXIST",
        "19, ENODEV",
        "22, EINVAL",
        "38, ENOSYS",
        "42, ENOMSG",
        "59, EBFONT",
        "80, ELIBBAD",
        "98, EADDRINUSE",
        "99, EADDRNOTAVAIL",
        "100, ENETDOWN",
        "101, ENETUNREACH",
        "105, ENOBUFS",
        "110, ETIMEDOUT",
        "133, EHWPOISON",
        "134, 134",
        "-5, -5"
    })
    void errorsHaveTheNamesOfTheKernelsHeaders(int errno, String name) {
        assertThat(Errno.name(errno)).isEqualTo(name);
    }
}
