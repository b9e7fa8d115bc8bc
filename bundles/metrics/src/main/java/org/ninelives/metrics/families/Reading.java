package org.ninelives.metrics.families;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The objects of a group at one moment, and what is to be told of them. */
final class Reading {

    private final List<Supply> supplies;

    /** Makes the numbers of one metric. */
    @FunctionalInterface
    private interface Supply {
        MetricSnapshot snapshot();
    }

    private Reading(List<Supply> supplies) {
        this.supplies = supplies;
    }

    static <T> Reading of(List<Family<T>> families, Map<Labels, T> objects) {
        return new Reading(
                families.stream().<Supply>map(family -> () -> snapshot(family, objects)).toList());
    }

    private static <T> MetricSnapshot snapshot(Family<T> family, Map<Labels, T> objects) {
        String[] own = family.labels().toArray(String[]::new);
        List<Point> points = new ArrayList<>(objects.size());
        objects.forEach(
                (labels, object) -> family.reader().read(object, new Points(labels, own, points)));
        return family.kind().snapshot(family.name(), family.help(), points);
    }

    /** Keeps what is read of one object. */
    private static final class Points implements Family.Sink {

        private final Labels labels;
        private final String[] own;
        private final List<Point> points;

        /**
         * For an object with these labels.
         *
         * @param own names of further labels
         */
        Points(Labels labels, String[] own, List<Point> points) {
            this.labels = labels;
            this.own = own;
            this.points = points;
        }

        @Override
        public void add(double number, String... values) {
            if (!Double.isNaN(number)) {
                Labels all = own.length == 0 ? labels : labels.merge(own, values);
                points.add(new Point(all, number, ClassicHistogramBuckets.EMPTY));
            }
        }

        @Override
        public void add(ClassicHistogramBuckets buckets, double sum) {
            points.add(new Point(labels, sum, buckets));
        }
    }

    /** Hands on its metrics, each made when it is come to. */
    void tell(Look.Taker taker) throws IOException {
        for (Supply each : supplies) {
            taker.take(each.snapshot());
        }
    }
}
