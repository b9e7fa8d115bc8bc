package org.ninelives.demo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanupTest {

    private final Cleanup cleanup = new Cleanup();
    private final List<String> undone = new ArrayList<>();

    @Test
    void theLastThingGoesFirst() {
        cleanup.add(() -> undone.add("namespace"));
        cleanup.add(() -> undone.add("daemon"));

        cleanup.run();

        assertThat(undone).containsExactly("daemon", "namespace");
    }

    @Test
    void aFailingStepDoesNotStopTheRest() {
        cleanup.add(() -> undone.add("namespace"));
        cleanup.add(
                () -> {
                    throw new IOException("busy");
                });

        cleanup.run();

        assertThat(undone).containsExactly("namespace");
    }

    @Test
    void nothingIsMadeAfterTheEndHasBegun() {
        cleanup.run();

        assertThatThrownBy(() -> cleanup.add(() -> undone.add("late")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(cleanup.isFinished()).isTrue();
    }
}
