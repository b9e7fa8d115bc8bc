package org.ninelives.linux.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.ExhaustedException;

class SocketPlacesTest {

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    private static FutureTask<Boolean> taking(SocketPlaces places) {
        return new FutureTask<>(
                () -> {
                    places.take(in(Duration.ofSeconds(20)));
                    return true;
                });
    }

    @Test
    void whoeverComesTooLateIsToldHowManyThereAre() throws Exception {
        SocketPlaces places = new SocketPlaces(2);
        places.take(System.nanoTime());
        places.take(System.nanoTime());
        assertThatThrownBy(() -> places.take(System.nanoTime()))
                .isInstanceOf(ExhaustedException.class)
                .hasMessageContaining("2 are open")
                .hasMessageContaining("LimitNOFILE");
    }

    @Test
    void onePlaceGivenBackIsEnoughForTheNext() throws Exception {
        SocketPlaces places = new SocketPlaces(1);
        places.take(System.nanoTime());
        FutureTask<Boolean> waiting = taking(places);
        Thread.ofVirtual().start(waiting);
        places.giveBack();
        assertThat(waiting.get()).isTrue();
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        SocketPlaces places = new SocketPlaces(1);
        places.take(System.nanoTime());
        FutureTask<Boolean> waiting = taking(places);
        Thread thread = Thread.ofVirtual().start(waiting);
        thread.interrupt();
        assertThatThrownBy(waiting::get).hasCauseInstanceOf(InterruptedIOException.class);
    }

    @Test
    void aProcessHasSome() {
        SocketPlaces places = SocketPlaces.ofThisProcess();
        assertThatCode(() -> places.take(System.nanoTime())).doesNotThrowAnyException();
    }
}
