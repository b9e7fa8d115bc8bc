package org.ninelives.metrics.families;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.Locale;

/** The kinds of metrics there are here, in the words of Prometheus. */
public enum Kind {
    /** What goes up and down. */
    GAUGE(""),
    /** What only grows, until the daemon or what it counts begins anew. */
    COUNTER("_total"),
    /** How often values lay between bounds; counts as counters do. */
    HISTOGRAM(""),
    /** Always 1: what it tells is in its labels. */
    INFO("_info");

    private final String suffix;

    Kind(String suffix) {
        this.suffix = suffix;
    }

    /** What names of this kind end with. */
    String suffix() {
        return suffix;
    }

    /** Such as {@code counter}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In the library's words. */
    MetricSnapshot snapshot(String name, String help, List<Point> points) {
        MetricMetadata metadata =
                new MetricMetadata(name.substring(0, name.length() - suffix.length()), help);
        return switch (this) {
            case GAUGE ->
                    new GaugeSnapshot(
                            metadata,
                            points.stream()
                                    .map(
                                            p ->
                                                    new GaugeDataPointSnapshot(
                                                            p.value(), p.labels(), null))
                                    .toList());
            case COUNTER ->
                    new CounterSnapshot(
                            metadata,
                            points.stream()
                                    .map(
                                            p ->
                                                    new CounterDataPointSnapshot(
                                                            p.value(), p.labels(), null, 0))
                                    .toList());
            case HISTOGRAM ->
                    new HistogramSnapshot(
                            metadata,
                            points.stream()
                                    .map(
                                            p ->
                                                    new HistogramDataPointSnapshot(
                                                            p.buckets(),
                                                            p.value(),
                                                            p.labels(),
                                                            Exemplars.EMPTY,
                                                            0))
                                    .toList());
            case INFO ->
                    new InfoSnapshot(
                            metadata,
                            points.stream()
                                    .map(p -> new InfoDataPointSnapshot(p.labels()))
                                    .toList());
        };
    }
}
