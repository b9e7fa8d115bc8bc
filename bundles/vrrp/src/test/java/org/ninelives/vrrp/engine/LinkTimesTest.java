package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.Link;

class LinkTimesTest {

    private static final Link UP =
            new Link(2, new InterfaceName("eth0"), new MacAddress(7), 1500, true, true, true);

    private long nowMillis = 1_000;
    private final LinkTimes times = new LinkTimes(() -> nowMillis);

    @Test
    void whatIsSeenForTheFirstTimeHasNotChanged() {
        times.look(UP);

        assertThat(times.sinceMillis(UP)).isZero();
    }

    @Test
    void onlyAChangeBetweenUpAndDownCounts() {
        times.look(UP);
        nowMillis = 2_000;
        times.look(UP.withState(true, false));
        nowMillis = 3_000;
        times.look(UP.withState(false, false));
        times.look(UP.withState(false, false).withName(new InterfaceName("lan")));

        assertThat(times.sinceMillis(UP)).isEqualTo(2_000);
    }

    @Test
    void whatIsGoneIsForgotten() {
        times.look(UP);
        times.look(UP.withState(false, false));

        times.forget(UP);

        assertThat(times.sinceMillis(UP)).isZero();
    }
}
