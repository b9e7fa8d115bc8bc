package org.ninelives.metrics.families;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import java.util.List;

/**
 * One metric, and how it is read.
 *
 * @param <T> what it is about
 * @param labels those besides the labels of what it is about
 */
record Family<T>(String name, Kind kind, String help, List<String> labels, Reader<T> reader) {

    Family {
        if (!name.endsWith(kind.suffix())) {
            throw new IllegalArgumentException(name + " does not end with " + kind.suffix());
        }
    }

    /** Reads one object. */
    @FunctionalInterface
    interface Reader<T> {
        void read(T object, Sink sink);
    }

    /** Takes what is read. */
    interface Sink {
        /**
         * Takes a number; those that are not known, NaN, are left out.
         *
         * @param values of the labels
         */
        void add(double number, String... values);

        /** Takes how often values lay between bounds, and their sum. */
        void add(ClassicHistogramBuckets buckets, double sum);
    }
}
