package org.ninelives.checkers;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.ninelives.testkit.network.Misbehaviour;
import org.ninelives.testkit.network.Server;

/** What a server does that no server should, on connections and in datagrams. */
enum Misdeed {
    CLOSES("accepts and closes") {
        @Override
        Server onConnections(Speech speech) {
            return Misbehaviour.closesAtOnce();
        }
    },
    IS_MUTE("never answers") {
        @Override
        Server onConnections(Speech speech) {
            return Misbehaviour.neverAnswers();
        }

        @Override
        Optional<DatagramServer.Talk> inDatagrams() {
            return Optional.of((heard, replies) -> {});
        }
    },
    DRIPS("answers one byte a second") {
        @Override
        Server onConnections(Speech speech) {
            return speech.turn().apply(Misbehaviour.drips(speech.whole(), SECOND));
        }

        @Override
        Optional<DatagramServer.Talk> inDatagrams() {
            return Optional.of(
                    (heard, replies) -> {
                        for (byte next : heard) {
                            Thread.sleep(SECOND);
                            replies.say(new byte[] {next});
                        }
                    });
        }
    },
    NEVER_ENDS("never ends") {
        @Override
        Server onConnections(Speech speech) {
            return speech.turn().apply(Misbehaviour.neverEnds(speech.endless()));
        }

        @Override
        Optional<DatagramServer.Talk> inDatagrams() {
            return Optional.of((heard, replies) -> sayAgain(Long.MAX_VALUE, 20, replies));
        }
    },
    SENDS_A_GIGABYTE("sends 1 GB") {
        @Override
        Server onConnections(Speech speech) {
            return speech.turn().apply(Misbehaviour.sends(speech.endless(), GIGABYTE));
        }

        @Override
        Optional<DatagramServer.Talk> inDatagrams() {
            return Optional.of(
                    (heard, replies) -> sayAgain(GIGABYTE / DATAGRAM, DATAGRAM, replies));
        }
    },
    SENDS_A_GIGABYTE_IN_PIECES("sends 1 GB in good pieces") {
        @Override
        Server onConnections(Speech speech) {
            return speech.turn()
                    .apply(Misbehaviour.repeats(speech.opening(), speech.piece(), GIGABYTE));
        }
    },
    RESETS("resets mid-way") {
        @Override
        Server onConnections(Speech speech) {
            Server resets = Misbehaviour.resetsAfter(speech.half());
            return speech.turn()
                    .apply(
                            conversation -> {
                                // Before the checker has looked, none would have been made.
                                LockSupport.parkNanos(SEEN_NANOS);
                                resets.talk(conversation);
                            });
        }
    },
    STOPS("closes mid-way") {
        @Override
        Server onConnections(Speech speech) {
            return speech.turn().apply(Misbehaviour.closesAfter(speech.half()));
        }
    },
    SAYS_INVALID_UTF8("says invalid UTF-8") {
        @Override
        Server onConnections(Speech speech) {
            Server invalid = Misbehaviour.saysInvalidUtf8(speech.half(), speech.rest());
            return speech.turn()
                    .apply(
                            conversation -> {
                                invalid.talk(conversation);
                                conversation.endOutput();
                                conversation.staySilent();
                            });
        }

        @Override
        Optional<DatagramServer.Talk> inDatagrams() {
            byte[] invalid = {(byte) 0xc0, (byte) 0xaf, (byte) 0xe2, '(', (byte) 0xff};
            return Optional.of((heard, replies) -> replies.say(invalid));
        }
    },
    /** No TLS where it should be, and TLS where it should not. */
    MISTAKES_TLS("is wrong about TLS") {
        @Override
        Server onConnections(Speech speech) {
            return Misbehaviour.knowsNoTls();
        }
    },
    HAS_EXPIRED("has an expired certificate") {
        @Override
        Server onConnections(Speech speech) {
            return speech.good();
        }
    };

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** After which a checker has seen that its connection is made, on a busy machine too. */
    private static final long SEEN_NANOS = 2_000_000_000;

    private static final long GIGABYTE = 1L << 30;
    private static final int DATAGRAM = 1 << 15;

    private final String words;

    Misdeed(String words) {
        this.words = words;
    }

    /** A server of such speech that does it. */
    abstract Server onConnections(Speech speech);

    /** Empty where there is no such thing. */
    Optional<DatagramServer.Talk> inDatagrams() {
        return Optional.empty();
    }

    private static void sayAgain(long times, int bytes, DatagramServer.Replies replies)
            throws IOException {
        byte[] datagram = new byte[bytes];
        for (long i = 0; i < times; i++) {
            replies.say(datagram);
        }
    }

    /** Whether it happens before anybody has spoken TLS. */
    boolean isBeforeTls() {
        return this == CLOSES || this == IS_MUTE;
    }

    @Override
    public String toString() {
        return words;
    }
}
