package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.wire.AdvertEncoder;
import org.ninelives.vrrp.wire.AdvertFormat;
import org.ninelives.vrrp.wire.AdvertValidator;
import org.ninelives.vrrp.wire.Verdict;
import org.ninelives.vrrp.wire.WireMemory;

/** What happens at each advert leaves nothing for the garbage collector. */
class AllocationTest {

    private static final int ADVERTS = 1_000_000;
    private static final int WARM_UP = 50_000;
    private static final long INTERVAL_NANOS = 10_000_000L;
    private static final IpAddress GROUP = IpAddress.of("224.0.0.18");
    private static final IpAddress SOURCE = IpAddress.of("192.0.2.1");
    private static final RouterSettings SETTINGS = RouterSettings.of(3, 100, INTERVAL_NANOS);
    private static final AdvertFormat FORMAT =
            AdvertFormat.multicast(
                    3,
                    51,
                    INTERVAL_NANOS,
                    List.of(IpAddress.of("198.51.100.1"), IpAddress.of("198.51.100.2")));

    private final VirtualRouter router = new VirtualRouter(SETTINGS);
    private final WireMemory memory = new WireMemory();
    private final AdvertEncoder encoder = new AdvertEncoder(FORMAT, SOURCE, memory);
    private final AdvertValidator validator = new AdvertValidator(FORMAT, memory);
    private final ReceivedAdvert advert = new ReceivedAdvert();
    private final Consumer<Effect> effects = this::perform;
    private final Diagnosis diagnosis = new Diagnosis(0, router);
    private final SplitBrainWatch watch = new SplitBrainWatch(INTERVAL_NANOS, alarm -> {});
    private long nowNanos;
    private long sent;

    @Test
    void hearingAMasterAllocatesNothing() {
        ByteBuffer packet = encoder.encode(200, GROUP, 0);
        router.handle(0, Input.START, effect -> {});
        watch.stateChanged(0, State.BACKUP);

        assertThat(allocatedBy(() -> hear(packet))).isLessThan(ADVERTS);
        assertThat(router.state()).isEqualTo(State.BACKUP);
    }

    @Test
    void advertisingAllocatesNothing() {
        router.handle(0, Input.START, effect -> {});

        assertThat(allocatedBy(this::advertise)).isLessThan(ADVERTS);
        assertThat(router.state()).isEqualTo(State.MASTER);
        assertThat(sent).isGreaterThan(ADVERTS);
    }

    @Test
    void inASyncGroupItIsTheSame() {
        VirtualRouter other = new VirtualRouter(SETTINGS);
        new SyncGroup("G", effect -> {})
                .setMembers(
                        0,
                        List.of(
                                new SyncGroup.Member("VI_1", router, effect -> {}),
                                new SyncGroup.Member("VI_2", other, effect -> {})));
        ByteBuffer packet = encoder.encode(200, GROUP, 0);
        router.handle(0, Input.START, effect -> {});
        other.handle(0, Input.START, effect -> {});

        assertThat(allocatedBy(() -> hear(packet))).isLessThan(ADVERTS);
        assertThat(router.state()).isEqualTo(State.BACKUP);
    }

    /** The bytes allocated by a million steps; a single object in each would be 16 million. */
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

    private void hear(ByteBuffer packet) {
        nowNanos += INTERVAL_NANOS;
        if (validator.validate(packet, false, 0, advert) == Verdict.ACCEPTED) {
            router.handle(nowNanos, advert, effects);
            diagnosis.heard(nowNanos, advert);
            watch.advertHeard(nowNanos, advert);
        }
    }

    private void advertise() {
        nowNanos = router.deadlineNanos();
        router.handle(nowNanos, Input.TICK, effects);
    }

    private void perform(Effect effect) {
        diagnosis.performed(nowNanos, effect);
        if (effect instanceof Effect.SendAdvert send) {
            watch.advertSent(send.priority());
            sent += encoder.encode(send.priority(), GROUP, 0).remaining() > 0 ? 1 : 0;
        }
    }
}
