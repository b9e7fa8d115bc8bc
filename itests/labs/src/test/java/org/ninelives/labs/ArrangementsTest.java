package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

/** The usual ways to arrange a pair other than one master and one backup by multicast. */
@LabTest
class ArrangementsTest {
    private static final String VIP = "10.0.0.44";
    private static final String OTHER_VIP = "10.0.0.45";

    @EachPairing
    void twoCrossedRoutersShareTheWorkAndOneCarriesItAll(Pairing pairing) {
        try (Lab lab = Labs.open("dual-master", pairing)) {
            Router a = lab.start("a");
            Router b = lab.start("b");
            lab.awaitMaster(a, VIP);
            lab.awaitMaster(b, OTHER_VIP);
            lab.await("each has but one", () -> !a.node().owns(OTHER_VIP) && !b.node().owns(VIP));

            a.term();
            lab.awaitMaster(b, VIP);
            assertThat(b.node().owns(OTHER_VIP)).isTrue();

            Router again = lab.start("a");
            lab.awaitMaster(again, VIP);
            lab.await("b gave it back", () -> !b.node().owns(VIP));
            assertThat(b.node().owns(OTHER_VIP)).isTrue();
        }
    }

    @EachPairing
    void unicastPeersAreToldAndNobodyElse(Pairing pairing) {
        try (Lab lab = Labs.open("unicast-pair", pairing)) {
            handOver(lab);

            assertThat(lab.wire().adverts())
                    .allSatisfy(
                            advert ->
                                    assertThat(advert.destination())
                                            .isEqualTo(
                                                    advert.source().equals("10.0.0.1")
                                                            ? "10.0.0.2"
                                                            : "10.0.0.1"));
        }
    }

    @EachPairing
    void aMulticastGroupOfItsOwnIsUsedAlone(Pairing pairing) {
        try (Lab lab = Labs.open("multicast-group", pairing)) {
            handOver(lab);

            assertThat(lab.wire().adverts())
                    .allSatisfy(advert -> assertThat(advert.destination()).isEqualTo("224.0.0.19"));
        }
    }

    private static void handOver(Lab lab) {
        Router a = lab.start("a");
        Router b = lab.start("b");
        lab.awaitMaster(a, VIP);
        lab.awaitBackup(b, a);
        assertThat(b.node().owns(VIP)).isFalse();

        Instant stopped = a.term();
        lab.awaitMaster(b, VIP);
        assertThat(a.node().owns(VIP)).isFalse();
        lab.awaitAdvert(b.node(), stopped);
    }
}
