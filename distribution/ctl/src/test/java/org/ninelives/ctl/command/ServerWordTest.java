package org.ninelives.ctl.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerWordTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, [10.0.0.1]:tcp:80",
        "10.0.0.1:80, [10.0.0.1]:tcp:80",
        "10.0.0.1 80, [10.0.0.1]:tcp:80",
        "10.0.0.1:80/tcp, [10.0.0.1]:tcp:80",
        "[2001:db8::1]:80, [2001:db8::1]:tcp:80",
        "2001:DB8:0::1, [2001:db8::1]:tcp:80",
        "10.0.0.1:53/udp, [10.0.0.1]:udp:53",
    })
    void meansAServerHoweverItIsWritten(String word, String logged) {
        assertThat(new ServerWord(word).means(logged)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1:81, [10.0.0.1]:tcp:80",
        "10.0.0.1:80/udp, [10.0.0.1]:tcp:80",
        "10.0.0.11, [10.0.0.1]:tcp:80",
        "10.0.0.1, FWM 10",
        "80, [10.0.0.1]:tcp:80",
    })
    void meansNoOther(String word, String logged) {
        assertThat(new ServerWord(word).means(logged)).isFalse();
    }
}
