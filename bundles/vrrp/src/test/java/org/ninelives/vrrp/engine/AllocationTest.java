package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.settings.InstanceKey;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.ninelives.vrrp.settings.VrrpSettings;
import org.ninelives.vrrp.wire.AdvertEncoder;
import org.ninelives.vrrp.wire.AdvertFormat;
import org.ninelives.vrrp.wire.WireMemory;

/** The way of an advert through the engine leaves nothing to collect. */
class AllocationTest {

    private static final int WARM_UP = 20_000;
    private static final int ADVERTS = 200_000;
    private static final long INTERVAL_NANOS = 1_000_000_000L;
    private static final IpAddress GROUP = IpAddress.of("224.0.0.18");
    private static final VirtualAddress ADDRESS = VirtualAddress.of(RehearsalStage.VIRTUAL);
    private static final AdvertFormat FORMAT =
            AdvertFormat.multicast(2, 1, INTERVAL_NANOS, List.of(ADDRESS.address()));

    private final RehearsalStage stage = new RehearsalStage();
    private final VrrpEngine engine;

    AllocationTest() throws Exception {
        engine = new VrrpEngine(stage, new Deaf(), TurnLog.mute());
        engine.apply(
                VrrpSettings.of(
                        List.of(
                                InstanceSettings.of(
                                        "VI_1",
                                        new InstanceKey(
                                                Optional.of(RehearsalStage.INTERFACE),
                                                1,
                                                IpAddress.Family.IPV4,
                                                Optional.of(GROUP),
                                                0),
                                        RouterSettings.of(2, 100, INTERVAL_NANOS),
                                        FORMAT,
                                        List.of(ADDRESS)))),
                Map.of());
        engine.turnEnded(stage.nowNanos());
    }

    @Test
    void anAdvertOfAMasterAllocatesNothing() {
        while (state() != State.MASTER) {
            turn();
        }
        for (int i = 0; i < 100; i++) {
            turn(); // The announcements after the takeover.
        }

        assertThat(allocatedBy(this::turn)).isLessThan(ADVERTS);
        assertThat(state()).isEqualTo(State.MASTER);
    }

    @Test
    void anAdvertThatABackupHearsAllocatesNothing() {
        ByteBuffer packet =
                new AdvertEncoder(FORMAT, IpAddress.of("192.0.2.9"), new WireMemory())
                        .encode(200, GROUP, 0);

        assertThat(allocatedBy(() -> hear(packet))).isLessThan(ADVERTS);
        assertThat(state()).isEqualTo(State.BACKUP);
        assertThat(engine.instances().getFirst().counters().snapshot().advertRcvd())
                .isEqualTo(WARM_UP + ADVERTS);
    }

    private State state() {
        return engine.instances().getFirst().router().state();
    }

    private void turn() {
        stage.setNowNanos(engine.deadlineNanos());
        engine.due(stage.nowNanos());
        engine.turnEnded(stage.nowNanos());
    }

    private void hear(ByteBuffer packet) {
        stage.setNowNanos(stage.nowNanos() + INTERVAL_NANOS);
        stage.hear(packet);
        engine.turnEnded(stage.nowNanos());
    }

    /** The bytes allocated by many steps; a single object in each would be 16 bytes a step. */
    private static long allocatedBy(Runnable step) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        repeat(step, WARM_UP);
        long before = threads.getCurrentThreadAllocatedBytes();
        repeat(step, ADVERTS);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void repeat(Runnable step, int times) {
        for (int i = 0; i < times; i++) {
            step.run();
        }
    }

    /** Wants to hear of nothing. */
    private static final class Deaf implements Listener {

        @Override
        public void added(String instance) {}

        @Override
        public void removed(String instance) {}

        @Override
        public void refused(String instance, RefusedAdvert advert) {}

        @Override
        public void happened(VrrpEvent event) {}
    }
}
