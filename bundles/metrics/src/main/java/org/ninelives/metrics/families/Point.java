package org.ninelives.metrics.families;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Labels;

/**
 * One number of a metric.
 *
 * @param value of a histogram, the sum of what it counts
 * @param buckets of a histogram, else empty
 */
record Point(Labels labels, double value, ClassicHistogramBuckets buckets) {}
