package org.ninelives.linux.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalMaskTest {

    @Test
    void allOfThemMustBeBlocked() {
        long wanted = RealTimeSignal.allBits();

        assertThat(wanted).isEqualTo(0xc000_0008_0000_0000L);
        assertThat(SignalMask.blocks(List.of("SigBlk:\tc000000800000004"), wanted)).isTrue();
        assertThat(SignalMask.blocks(List.of("SigBlk:\t4000000800000004"), wanted)).isFalse();
        assertThat(SignalMask.blocks(List.of("SigIgn:\tc000000800000004"), wanted)).isFalse();
    }

    @Test
    void whatCannotBeReadBlocksNothing() {
        assertThat(SignalMask.blocks(Path.of("/nowhere"), 1)).isFalse();
    }
}
