package org.ninelives.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class UsageTest {

    @Test
    void thisProcessHasUsedSomething() throws IOException {
        Usage usage = Usage.of(ProcessHandle.current());

        assertThat(usage.threadMillis()).isPositive();
        assertThat(usage.processorMillis()).isPositive();
        assertThat(usage.residentMegabytes()).isGreaterThan(1);
        assertThat(usage.proportionalMegabytes()).isLessThanOrEqualTo(usage.residentMegabytes());
    }
}
