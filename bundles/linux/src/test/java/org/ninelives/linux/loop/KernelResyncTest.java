package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.NetlinkBuffers;

/** Interfaces stay known when there are many, and when the kernel lost events of them. */
@Tag("kernel")
class KernelResyncTest extends LinksInNamespace {

    /** The least the kernel grants. */
    private static final int SMALL_BUFFER = 1;

    private static final int PAIRS = 500;

    @BeforeEach
    void useSmallBuffers() throws Exception {
        NetlinkBuffers small =
                new NetlinkBuffers(
                        OptionalInt.of(SMALL_BUFFER), false, OptionalInt.of(SMALL_BUFFER), false);
        rig.on(
                loop,
                () -> {
                    loop.setNetlinkBuffers(small);
                    return null;
                });
    }

    @Test
    void aThousandInterfacesAreListed() throws Exception {
        rig.ip(pairs());
        watch();
        assertThat(told.links()).extracting(link -> link.name().name()).contains("a0", "b499");
        assertThat(told.links()).hasSizeGreaterThan(2 * PAIRS);
    }

    @Test
    void lostEventsAreMadeUpForByTheDifferences() throws Exception {
        rig.addLink("eth0");
        rig.addAddress("eth0", "10.1.0.1/24");
        watch();
        CountDownLatch changed = new CountDownLatch(1);
        loop.post(() -> awaitUninterruptibly(changed)); // The loop reads nothing meanwhile.
        List<String> commands = new ArrayList<>(pairs());
        commands.add("link del eth0");
        commands.add("link set a0 up");
        rig.ip(commands);
        assertThat(drops()).as("events that were lost").isPositive();
        changed.countDown();
        rig.until("the last change is told", () -> told.sawLink("a0", Link::up));
        rig.on(loop, () -> null); // The rest of the list is told in the same turn.
        assertThat(told.sawRemoved("eth0")).isTrue();
        assertThat(told.removed()).extracting(Object::toString).contains("10.1.0.1/24");
        assertThat(told.links().stream().map(Link::index).distinct()).hasSizeGreaterThan(2 * PAIRS);
    }

    /** What the kernel counts for sockets that are in groups: columns Groups and Drops. */
    private int drops() throws Exception {
        return rig.netlinkSockets().stream()
                .skip(1)
                .map(line -> line.strip().split(" +"))
                .filter(columns -> !columns[3].equals("00000000"))
                .mapToInt(columns -> Integer.parseInt(columns[8]))
                .sum();
    }

    private static List<String> pairs() {
        return IntStream.range(0, PAIRS)
                .mapToObj(i -> "link add a%d type veth peer name b%d".formatted(i, i))
                .toList();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
