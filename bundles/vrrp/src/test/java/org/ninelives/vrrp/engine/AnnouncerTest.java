package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.FrameSocket;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LoopTask;

class AnnouncerTest {

    private static final int ADDRESSES = 600;
    private static final Link ETH0 = link(1, 0x0200_0000_0001L);
    private static final Link ETH1 = link(2, 0x0200_0000_0002L);

    private final List<Integer> sentBy = new ArrayList<>();
    private final Announcer announcer = new Announcer(new Recording(), new RehearsalStage());

    private static Link link(int index, long mac) {
        return new Link(
                index,
                new InterfaceName("eth" + (index - 1)),
                new MacAddress(mac),
                1500,
                true,
                true,
                true);
    }

    private void announce(Link link, int count) {
        for (int i = 0; i < ADDRESSES; i++) {
            announcer.announce(link, IpAddress.ofIpv4(0x0a000000 + i), count, () -> true);
        }
    }

    private void sendAll() {
        while (announcer.deadlineNanos() != LoopTask.NEVER) {
            announcer.due(0, false);
        }
    }

    @Test
    void noAddressIsToldAgainBeforeThoseOfAllInterfacesAreToldOnce() {
        announce(ETH0, 3);
        announce(ETH1, 3);

        sendAll();

        assertThat(sentBy).hasSize(3 * 2 * ADDRESSES);
        List<Integer> first = sentBy.subList(0, 2 * ADDRESSES);
        assertThat(Collections.frequency(first, ETH0.index())).isEqualTo(ADDRESSES);
        assertThat(Collections.frequency(first, ETH1.index())).isEqualTo(ADDRESSES);
    }

    @Test
    void noAddressIsToldAgainWhileOthersAreAboutToComeInPlace() {
        announcer.announce(ETH0, IpAddress.of("10.0.0.1"), 2, () -> true);

        announcer.due(0, true);
        announcer.due(0, true);
        assertThat(sentBy).hasSize(1);

        announcer.due(0, false);
        assertThat(sentBy).hasSize(2);
    }

    @Test
    void oneTurnSendsNoMoreThanAdvertsCanWaitFor() {
        announce(ETH0, 1);

        announcer.due(0, false);

        assertThat(sentBy).hasSize(512);
    }

    @Test
    void whatIsNotHeldAnyMoreIsDroppedAndTakesNoTurn() {
        for (int i = 0; i < ADDRESSES; i++) {
            announcer.announce(ETH0, IpAddress.ofIpv4(i), 5, () -> false);
        }
        announcer.announce(ETH0, IpAddress.of("10.0.0.1"), 1, () -> true);

        announcer.due(0, false);

        assertThat(sentBy).containsExactly(ETH0.index());
    }

    @Test
    void anInterfaceWithoutAnEthernetAddressNeedsNone() {
        announcer.announce(link(3, 0), IpAddress.of("10.0.0.1"), 1, () -> true);

        assertThat(announcer.deadlineNanos()).isEqualTo(LoopTask.NEVER);
    }

    private final class Recording implements FrameSocket {

        @Override
        public void send(int linkIndex, ByteBuffer frame) {
            sentBy.add(linkIndex);
        }

        @Override
        public void close() {}
    }
}
