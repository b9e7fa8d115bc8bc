package org.ninelives.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AbsentException;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;
import org.ninelives.api.system.Connections;
import org.ninelives.api.system.DatagramConnection;
import org.ninelives.testkit.network.Conversation;

/** How connections are made, used and lost. */
public abstract class NetworksContract {

    /** Much longer than anything here takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** For what can only end by its time. */
    private static final Duration SHORT = Duration.ofMillis(100);

    private NetworkHand hand;
    private Connections connections;

    /** Other hosts, afresh. */
    protected abstract NetworkHand hand() throws Exception;

    /** What is under test, afresh. */
    protected abstract Connections open() throws Exception;

    @BeforeEach
    void start() throws Exception {
        hand = hand();
        connections = open();
    }

    @AfterEach
    void stop() {
        if (connections != null) {
            connections.close();
        }
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    private Connection connect(ConnectTarget target) throws IOException {
        return connections.connect(target, in(PATIENCE));
    }

    private static String readAll(Connection connection) throws IOException {
        return new String(connection.input().readAllBytes(), UTF_8);
    }

    @Test
    void bothSidesHearEachOther() throws Exception {
        ConnectTarget target =
                hand.serve(conversation -> conversation.say("you said " + conversation.hear()));
        try (Connection connection = connect(target)) {
            assertThat(connection.target()).isEqualTo(target);
            connection.output().write("gr\u00fc\u00df dich\n".getBytes(UTF_8));
            assertThat(connection.input().readNBytes(9)).asString().isEqualTo("you said ");
            assertThat(connection.input().read()).isEqualTo('g');
            assertThat(readAll(connection)).isEqualTo("r\u00fc\u00df dich");
            assertThat(connection.input().read()).isEqualTo(-1);
        }
    }

    @Test
    void muchIsSentAndReceivedWhole() throws Exception {
        byte[] much = new byte[5_000_000];
        for (int i = 0; i < much.length; i++) {
            much[i] = (byte) ((i * 31) >> 3);
        }
        ConnectTarget target =
                hand.serve(
                        conversation -> {
                            byte[] heard = conversation.input().readNBytes(much.length);
                            conversation.output().write(heard);
                        });
        try (Connection connection = connect(target)) {
            connection.output().write(much);
            assertThat(connection.input().readAllBytes()).isEqualTo(much);
        }
    }

    @Test
    void aReaderWaitsForWhatComesLater() throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        ConnectTarget target =
                hand.serve(
                        conversation -> {
                            conversation.hear();
                            conversation.say("first");
                            await(mayAnswer);
                            conversation.say("second");
                        });
        try (Connection connection = connect(target)) {
            connection.output().write('\n');
            assertThat(connection.input().readNBytes(5)).asString().isEqualTo("first");
            mayAnswer.countDown();
            assertThat(readAll(connection)).isEqualTo("second");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPortNobodyHasIsRefused() {
        assertThatThrownBy(() -> connect(hand.refused()))
                .isInstanceOf(ConnectException.class)
                .hasMessage("connection to " + hand.refused() + " refused");
    }

    @Test
    void noWayToAHostIsToldOf() {
        assertThatThrownBy(() -> connect(hand.unreachable()))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("no route to")
                .hasMessageContaining(hand.unreachable().toString());
    }

    @Test
    void aSilentHostEndsTheTimeOfConnecting() throws Exception {
        ConnectTarget silent = hand.silent();
        assertThatThrownBy(() -> connections.connect(silent, in(SHORT)))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("timeout connecting to " + silent);
    }

    @Test
    void aSilentServerEndsTheTimeOfReading() throws Exception {
        ConnectTarget target = hand.serve(Conversation::staySilent);
        try (Connection connection = connect(target)) {
            connection.setDeadline(in(SHORT));
            assertThatThrownBy(() -> connection.input().read())
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("timeout");
        }
    }

    @Test
    void aServerThatNeverEndsIsLeftWhenTheTimeIsOver() throws Exception {
        ConnectTarget target =
                hand.serve(
                        conversation -> {
                            for (int i = 0; i < 1_000_000; i++) {
                                conversation.say("x".repeat(1000));
                            }
                        });
        try (Connection connection = connect(target)) {
            connection.setDeadline(in(SHORT));
            assertThatThrownBy(() -> readOn(connection.input()))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static void readOn(InputStream input) throws IOException {
        byte[] thrownAway = new byte[10_000];
        int count = 0;
        while (count >= 0) {
            count = input.read(thrownAway);
        }
    }

    @Test
    void aDeadlineOfThePastIsOverBeforeAnythingIsRead() throws Exception {
        ConnectTarget target = hand.serve(conversation -> conversation.say("hello"));
        try (Connection connection = connect(target)) {
            connection.input().readNBytes(2);
            connection.setDeadline(System.nanoTime() - 1);
            assertThatThrownBy(() -> connection.input().read())
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aResetIsNoEnd() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        ConnectTarget target =
                hand.serve(
                        conversation -> {
                            conversation.say("half of");
                            await(heard);
                            conversation.reset();
                        });
        try (Connection connection = connect(target)) {
            connection.input().readNBytes(7);
            heard.countDown();
            assertThatThrownBy(() -> connection.input().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void aClosedConnectionIsNotUsed() throws Exception {
        ConnectTarget target = hand.serve(Conversation::staySilent);
        Connection connection = connect(target);
        connection.close();
        connection.close();
        assertThatThrownBy(() -> connection.input().read())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> connection.output().write(1)).isInstanceOf(SocketException.class);
    }

    @Test
    void theServerHearsOfTheEnd() throws Exception {
        FutureTask<String> heard = new FutureTask<>(() -> "the end");
        ConnectTarget target =
                hand.serve(
                        conversation -> {
                            conversation.hear();
                            heard.run();
                        });
        connect(target).close();
        assertThat(heard.get()).isEqualTo("the end");
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        CountDownLatch talking = new CountDownLatch(1);
        ConnectTarget target =
                hand.serve(
                        conversation -> {
                            talking.countDown();
                            conversation.hear();
                        });
        try (Connection connection = connect(target)) {
            FutureTask<Throwable> failure =
                    new FutureTask<>(
                            () -> {
                                try {
                                    connection.input().read();
                                    return null;
                                } catch (IOException e) {
                                    return e;
                                }
                            });
            Thread reader = Thread.ofVirtual().start(failure);
            talking.await();
            reader.interrupt();
            assertThat(failure.get())
                    .isInstanceOf(InterruptedIOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aForeignSourceAddressIsToldOf() {
        IpAddress foreign = IpAddress.of(hand.foreignAddress());
        ConnectTarget target =
                new ConnectTarget(
                        hand.refused().address(), 80, Optional.of(foreign), 0, Optional.empty(), 0);
        assertThatThrownBy(() -> connect(target))
                .isInstanceOf(AbsentException.class)
                .hasMessage("bindto " + foreign + " is not an address of this host");
    }

    @Test
    void datagramsComeAndGo() throws Exception {
        ConnectTarget target =
                hand.answer(
                        sent -> List.of(("you said " + new String(sent, UTF_8)).getBytes(UTF_8)));
        try (DatagramConnection datagrams = connections.openDatagrams(target)) {
            datagrams.send(UTF_8.encode("hello"));
            ByteBuffer answer = ByteBuffer.allocate(100);
            assertThat(datagrams.receive(answer, in(PATIENCE))).isEqualTo(14);
            assertThat(UTF_8.decode(answer.flip()).toString()).isEqualTo("you said hello");
        }
    }

    @Test
    void whatDoesNotFitIsCutOffButCounted() throws Exception {
        ConnectTarget target = hand.answer(sent -> List.of(new byte[300]));
        try (DatagramConnection datagrams = connections.openDatagrams(target)) {
            datagrams.send(UTF_8.encode("hello"));
            ByteBuffer answer = ByteBuffer.allocate(255);
            assertThat(datagrams.receive(answer, in(PATIENCE))).isEqualTo(300);
            assertThat(answer.position()).isEqualTo(255);
        }
    }

    @Test
    void anEmptyDatagramIsOne() throws Exception {
        ConnectTarget target = hand.answer(sent -> List.of(new byte[0]));
        try (DatagramConnection datagrams = connections.openDatagrams(target)) {
            datagrams.send(UTF_8.encode("hello"));
            assertThat(datagrams.receive(ByteBuffer.allocate(9), in(PATIENCE))).isZero();
        }
    }

    @Test
    void aSilentPortEndsTheTimeOfWaitingForDatagrams() throws Exception {
        ConnectTarget target = hand.answer(sent -> List.of());
        try (DatagramConnection datagrams = connections.openDatagrams(target)) {
            datagrams.send(UTF_8.encode("hello"));
            assertThatThrownBy(() -> datagrams.receive(ByteBuffer.allocate(9), in(SHORT)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aRefusedDatagramIsToldOf() throws Exception {
        try (DatagramConnection datagrams = connections.openDatagrams(hand.refused())) {
            datagrams.send(UTF_8.encode("hello"));
            assertThatThrownBy(() -> datagrams.receive(ByteBuffer.allocate(9), in(PATIENCE)))
                    .isInstanceOf(PortUnreachableException.class);
        }
    }

    @Test
    void aHostAnswersByIcmp() throws Exception {
        connections.echo(hand.refused(), 128, in(PATIENCE));
    }

    @Test
    void aSilentHostDoesNotAnswerByIcmp() throws Exception {
        ConnectTarget silent = hand.silent();
        assertThatThrownBy(() -> connections.echo(silent, 128, in(SHORT)))
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void noWayForIcmpIsToldOf() {
        assertThatThrownBy(() -> connections.echo(hand.unreachable(), 128, in(PATIENCE)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("no route to");
    }
}
