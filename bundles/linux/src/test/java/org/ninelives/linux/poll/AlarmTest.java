package org.ninelives.linux.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlarmTest {

    private int calls;

    @Test
    void itRingsOnceWhenItIsSet() throws Exception {
        try (Poller poller = new Poller();
                Alarm alarm = new Alarm(poller, () -> calls++)) {
            assertThat(poller.await(0)).as("not set").isZero();
            alarm.set(1);
            assertThat(poller.await(Poller.FOREVER)).isEqualTo(1);
            poller.target(0).readable(0, 1);
            assertThat(calls).isEqualTo(1);
            assertThat(poller.await(0)).as("rung").isZero();
        }
    }

    @Test
    void settingItAnewPutsItOff() throws Exception {
        try (Poller poller = new Poller();
                Alarm alarm = new Alarm(poller, () -> calls++)) {
            alarm.set(1);
            alarm.set(Long.MAX_VALUE);
            assertThat(poller.await(0)).isZero();
        }
    }
}
