package org.ninelives.metrics.families;

import static org.ninelives.metrics.families.Numbers.secondsOfMicros;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import java.util.List;
import org.ninelives.api.management.LatenessCount;
import org.ninelives.api.management.LoopMXBean;
import org.ninelives.api.management.LoopStatus;

/** The metrics of the loops, which tell of themselves even while they hang. */
final class LoopMetrics {

    private LoopMetrics() {}

    static List<Group<?>> groups() {
        return List.of(
                new Group<LoopStatus>(
                                "loop",
                                "ninelives_loop_",
                                List.of("loop"),
                                world ->
                                        world.all(LoopMXBean.class).stream()
                                                .map(LoopMXBean::getStatus)
                                                .toList(),
                                (loop, place) -> loop.name())
                        .counter(
                                "turns_total",
                                "Times the loop woke since it started",
                                LoopStatus::turns)
                        .counter(
                                "busy_seconds_total",
                                "Time it worked rather than waited",
                                loop -> secondsOfMicros(loop.busyMicros()))
                        .histogram(
                                "lateness_seconds",
                                "How late it called what was due",
                                LoopMetrics::buckets,
                                loop -> secondsOfMicros(loop.lateMicrosSum()))
                        .gauge(
                                "lateness_seconds_max",
                                "How late the latest of these calls was since it started",
                                loop -> secondsOfMicros(loop.lateMicrosMax())));
    }

    private static ClassicHistogramBuckets buckets(LoopStatus loop) {
        List<LatenessCount> counts = loop.lateness();
        return ClassicHistogramBuckets.of(
                counts.stream().mapToDouble(LoopMetrics::bound).toArray(),
                counts.stream().mapToLong(LatenessCount::deadlines).toArray());
    }

    private static double bound(LatenessCount count) {
        return count.upToMicros() == LatenessCount.UNBOUNDED
                ? Double.POSITIVE_INFINITY
                : secondsOfMicros(count.upToMicros());
    }
}
