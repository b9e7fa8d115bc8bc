package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Ninelives sends is what keepalived sends. Both run in turn on a node with the same addresses
 * and the same configuration, so that nothing but the identification of IP packets may differ, and
 * the IP header's checksum with it.
 */
@LabTest
class WireFormatTest {
    private static final String VIP = "10.0.0.44";

    /** The labs are version 2 with and without a password, version 3, and unicast. */
    @ParameterizedTest
    @ValueSource(strings = {"seed-pair", "multicast-group", "fast-adverts", "unicast-pair"})
    void theSameConfigurationGivesTheSamePackets(String lab) {
        Sent keepalived = sentBy(Implementation.KEEPALIVED, lab);
        Sent ninelives = sentBy(Implementation.NINELIVES, lab);

        assertThat(keepalived.first()).contains("prio 100").contains("addrs: " + VIP);
        assertThat(keepalived.last()).contains("prio 0");
        assertThat(keepalived.announcement()).contains("Request who-has " + VIP);
        assertThat(ninelives).isEqualTo(keepalived);
    }

    private static Sent sentBy(Implementation implementation, String name) {
        try (Lab lab = Labs.open(name, new Pairing(implementation, implementation))) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            lab.await("an announcement", () -> !lab.wire().announcementsOf(VIP).isEmpty());
            a.term();
            lab.await(
                    "a last advert",
                    () -> lab.wire().adverts().stream().anyMatch(x -> x.priority() == 0));

            List<String> adverts = lab.wire().decoded("proto 112");
            return new Sent(
                    withoutIdentification(adverts.getFirst()),
                    withoutIdentification(adverts.getLast()),
                    lab.wire().decoded("arp[14:4] = arp[24:4]").getFirst());
        }
    }

    private static String withoutIdentification(String packet) {
        return packet.replaceFirst(" id \\d+,", " id *,")
                .replaceFirst(
                        "(0x0000: +\\w{4} \\w{4}) \\w{4} (\\w{4} \\w{4}) \\w{4}",
                        "$1 **** $2 ****");
    }

    /**
     * Packets as tcpdump reads and dumps them.
     *
     * @param first the advert of a new master
     * @param last the advert of a master that stops
     * @param announcement the first gratuitous ARP
     */
    private record Sent(String first, String last, String announcement) {}
}
