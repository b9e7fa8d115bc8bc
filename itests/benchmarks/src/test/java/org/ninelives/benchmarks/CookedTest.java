package org.ninelives.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CookedTest {

    private static final String HEADER_REST = "0000000000020001000636a41779c6de0000";
    private static final byte[] ADVERT =
            bytes(
                    "0800"
                            + HEADER_REST
                            + "45c0002800010000ff7051dec0a8c80be0000012" // IPv4
                            + "2133ff0100015710c0a8c8100000000000000000"); // VRRP
    private static final byte[] ANNOUNCEMENT =
            bytes(
                    "0806"
                            + HEADER_REST
                            + "0001080006040001"
                            + "36a41779c6dec0a8c810"
                            + "ffffffffffffc0a8c810");

    private static final byte[] SYN =
            bytes(
                    "0800"
                            + HEADER_REST
                            + "4500003c000040004006000a7f0000017f010001" // IPv4
                            + "9c40005000000001000000005002faf000000000"); // TCP
    private static final int TCP_FLAGS = 20 + 20 + 13;

    private final List<String> seen = new ArrayList<>();
    private final Sight sight =
            new Sight() {
                @Override
                public void advert(long nanos, int source, int vrid, int priority) {
                    seen.add("%d: %08x %d %d".formatted(nanos, source, vrid, priority));
                }

                @Override
                public void announcement(long nanos, int address, boolean own) {
                    seen.add("%d: %08x %s".formatted(nanos, address, own ? "own" : "heard"));
                }

                @Override
                public void connection(long nanos, int address) {
                    seen.add("%d: to %08x".formatted(nanos, address));
                }
            };

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private void show(byte[] packet, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(3 + packet.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(3, packet).position(3);
        Cooked.show(7, bytes, 3 + length, sight);
        assertThat(bytes.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.position()).isEqualTo(3);
    }

    @Test
    void theBeginningOfAConnectionIsSeen() {
        show(SYN, SYN.length);

        assertThat(seen).containsExactly("7: to 7f010001");
    }

    @Test
    void theAnswerToOneIsNot() {
        byte[] answer = SYN.clone();
        answer[TCP_FLAGS] = 0x12;
        show(answer, answer.length);
        show(SYN, TCP_FLAGS);

        assertThat(seen).isEmpty();
    }

    @Test
    void anAdvertIsSeen() {
        show(ADVERT, ADVERT.length);

        assertThat(seen).containsExactly("7: c0a8c80b 51 255");
    }

    @Test
    void aGratuitousArpIsSeen() {
        show(ANNOUNCEMENT, ANNOUNCEMENT.length);

        assertThat(seen).containsExactly("7: c0a8c810 heard");
    }

    @Test
    void whatTheNodeItselfAnnouncesIsItsOwn() {
        byte[] outgoing = ANNOUNCEMENT.clone();
        outgoing[10] = 4; // PACKET_OUTGOING

        show(outgoing, outgoing.length);

        assertThat(seen).containsExactly("7: c0a8c810 own");
    }

    @Test
    void aQuestionIsNoGratuitousArp() {
        byte[] question = ANNOUNCEMENT.clone();
        question[question.length - 1] = 17;

        show(question, question.length);

        assertThat(seen).isEmpty();
    }

    @Test
    void aPacketOfAnotherProtocolIsNoAdvert() {
        byte[] udp = ADVERT.clone();
        udp[20 + 9] = 17;

        show(udp, udp.length);

        assertThat(seen).isEmpty();
    }

    @Test
    void truncatedPacketsArePassedOver() {
        for (int length = 0; length < 20 + 20 + 3; length++) {
            show(ADVERT, length);
        }
        for (int length = 0; length < ANNOUNCEMENT.length; length++) {
            show(ANNOUNCEMENT, length);
        }

        assertThat(seen).isEmpty();
    }
}
