package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ninelives.vrrp.core.State;

class RehearsalTest {

    @Test
    void theRehearsalGetsAsFarAsATakeover() throws Exception {
        assertThat(Rehearsal.run()).isEqualTo(State.MASTER);
    }
}
