package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Virtual routers on interfaces of their own. */
@LabTest
@ExtendWith(Evidence.class)
class VirtualMacTest {
    private static final String IPV4 = "10.0.0.44";
    private static final String IPV6 = "fd00::44";

    /** RFC 9568 section 7.3: the last octet is the VRID, 51 and 52. */
    private static final String MAC4 = "00:00:5e:00:01:33";

    private static final String MAC6 = "00:00:5e:00:02:34";
    private static final List<String> SETTINGS =
            List.of(
                    "ipv4/conf/all/rp_filter",
                    "ipv4/conf/eth0/rp_filter",
                    "ipv4/conf/eth0/arp_ignore",
                    "ipv4/conf/eth0/arp_filter");

    @EachPairing
    void anAddressKeepsItsVirtualMacOverAFailover(Pairing pairing) {
        try (Lab lab = Labs.open("vmac", pairing)) {
            failOver(lab, IPV4, MAC4, List.of("10.0.0.1", "10.0.0.2"));
            assertThat(lab.wire().decoded("arp[6:2] = 2 and arp[14:4] = 0x0a00002c"))
                    .isNotEmpty()
                    .allSatisfy(reply -> assertThat(reply).contains(IPV4 + " is-at " + MAC4));
        }
    }

    @EachPairing
    void anIpv6AddressKeepsItsVirtualMacOverAFailover(Pairing pairing) {
        try (Lab lab = Labs.open("vmac6", pairing)) {
            failOver(lab, IPV6, MAC6, List.of("fd00::1", "fd00::2"));
        }
    }

    private static void failOver(Lab lab, String vip, String mac, List<String> fixed) {
        Node client = lab.node("client");
        Router a = lab.start("a");
        lab.awaitMaster(a, vip);
        Router b = lab.start("b");
        b.log().await("Entering BACKUP STATE");
        // A node that has to ask for the client when it answers names the virtual address in its
        // question, and the client believes the MAC address of that. So they are acquainted first.
        lab.await("both answer", () -> client.answering(fixed).size() == fixed.size());

        awaitAnswer(lab, client, vip, mac);
        awaitAdvertFrom(lab, mac);
        assertThat(a.node().lines("-d link show", mac)).hasSize(1);
        assertThat(a.node().lines("-d link show", "macvlan mode private")).hasSize(1);

        lab.powerOff(a);
        lab.awaitMaster(b, vip);
        // What the client knew is still right, before anybody asks anew.
        assertThat(client.neighbours()).containsEntry(vip, mac);
        awaitAnswer(lab, client, vip, mac);
        Evidence.note("%s on both nodes".formatted(mac));
    }

    private static void awaitAnswer(Lab lab, Node client, String vip, String mac) {
        lab.await("an answer", () -> client.answering(List.of(vip)).contains(vip));
        assertThat(client.neighbours()).containsEntry(vip, mac);
    }

    private static void awaitAdvertFrom(Lab lab, String mac) {
        Instant now = Instant.now();
        Advert advert =
                lab.awaitValue(
                        "an advert",
                        () ->
                                lab.wire().adverts().stream()
                                        .filter(x -> x.time().isAfter(now))
                                        .findFirst());
        assertThat(advert.frame().sender()).isEqualTo(mac);
    }

    // With keepalived 2.2.7 the macvlan of the IPv6 router answers ARP for the IPv4 address too.
    @Test
    void eachFamilyAnswersFromItsOwnMacAlone() {
        try (Lab lab = Labs.open("vmac-both", Labs.NINELIVES_ALONE)) {
            Node client = lab.node("client");
            Router a = lab.start("a");
            lab.await("a owns both", () -> a.node().ownedOf(List.of(IPV4, IPV6)).size() == 2);
            List<String> fixed = List.of("10.0.0.1", "fd00::1");
            lab.await("a answers", () -> client.answering(fixed).size() == fixed.size());

            awaitAnswer(lab, client, IPV4, MAC4);
            awaitAnswer(lab, client, IPV6, MAC6);
            assertThat(lab.wire().decoded("arp[6:2] = 2 and arp[14:4] = 0x0a00002c"))
                    .isNotEmpty()
                    .allSatisfy(reply -> assertThat(reply).contains(IPV4 + " is-at " + MAC4));
        }
    }

    // keepalived 2.2.7 leaves arp_ignore and arp_filter of eth0 as they were needed.
    @Test
    void aStopLeavesTheMachineAsItWas() {
        try (Lab lab = Labs.open("vmac", Labs.NINELIVES_ALONE)) {
            Node node = lab.node("a");
            List<String> before = settings(node);
            Router a = lab.start("a");
            lab.awaitMaster(a, IPV4);
            assertThat(settings(node)).isNotEqualTo(before);
            assertThat(node.run(List.of("nft", "list", "tables"), "").output())
                    .as("tables of the packet filter")
                    .isNotBlank();

            a.term();

            assertThat(node.owns(IPV4)).isFalse();
            assertThat(node.lines("link show", "vrrp")).isEmpty();
            assertThat(settings(node)).isEqualTo(before);
            assertThat(node.run(List.of("nft", "list", "ruleset"), "").output()).isBlank();
        }
    }

    @Test
    void withDisableLocalIgmpNobodyReportsTheGroup() {
        // The report of a vmac leaves by its interface with the MAC address of that.
        assertThat(membershipReports("")).isNotEmpty();
        assertThat(membershipReports("global_defs {\n    disable_local_igmp\n}\n")).isEmpty();
    }

    private static List<String> membershipReports(String globals) {
        try (Lab lab = Labs.open("vmac", Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a", Labs.edited(lab, "a", text -> globals + text));
            lab.awaitMaster(a, IPV4);
            a.term();
            String reports = "/proc/sys/net/ipv4/igmp_link_local_mcast_reports";
            assertThat(a.node().run(List.of("cat", reports), "").lines()).containsExactly("1");
            return lab.wire().decoded("igmp").stream()
                    .filter(line -> line.contains("224.0.0.18"))
                    .toList();
        }
    }

    @EachPairing
    void anIpvlanSharesTheMacOfItsInterface(Pairing pairing) {
        try (Lab lab = Labs.open("ipvlan", pairing)) {
            Node client = lab.node("client");
            String trial = "ip link add link eth0 name trial type ipvlan";
            assumeThat(client.run(List.of(trial.split(" ")), "").status())
                    .as("ipvlan is unknown to this kernel")
                    .isZero();
            client.ip("link del trial");
            Router a = lab.start("a");
            lab.awaitMaster(a, IPV4);
            assertThat(a.node().find(IPV4).orElseThrow().device()).isEqualTo("ipvl");
            Router b = lab.start("b");
            lab.awaitBackup(b, a);
            awaitAnswer(lab, client, IPV4, a.node().macAddress());
            lab.powerOff(a);
            lab.awaitMaster(b, IPV4);
            awaitAnswer(lab, client, IPV4, b.node().macAddress());
        }
    }

    private static List<String> settings(Node node) {
        List<String> command = new ArrayList<>(List.of("head", "-n1"));
        SETTINGS.forEach(setting -> command.add("/proc/sys/net/" + setting));
        return node.run(command, "").lines();
    }
}
