package org.ninelives.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServersTest {

    private static final Servers MANY = new Servers(10_000, Servers.Kind.HTTP);

    @Test
    void eachHasAnAddressThatTellsItsNumber() {
        assertThat(MANY.addressOf(0)).isEqualTo("127.1.0.1");
        assertThat(MANY.addressOf(255)).isEqualTo("127.1.1.0");
        assertThat(MANY.numberOf(0x7f01_0100)).isEqualTo(255);
    }

    @Test
    void othersHaveNoNumber() {
        assertThat(MANY.numberOf(0x7f00_0001)).isEqualTo(-1);
        assertThat(MANY.numberOf(0x7f01_0001 + 10_000)).isEqualTo(-1);
    }

    @Test
    void aHundredShareAVirtualServer() {
        String text = new Servers(101, Servers.Kind.TCP).configuration();
        assertThat(text.split("virtual_server ", -1)).hasSize(1 + 2);
        assertThat(text.split("real_server ", -1)).hasSize(1 + 101);
        assertThat(text).contains("TCP_CHECK").doesNotContain("HTTP_GET");
        assertThat(text.chars().filter(c -> c == '{').count())
                .isEqualTo(text.chars().filter(c -> c == '}').count());
    }
}
