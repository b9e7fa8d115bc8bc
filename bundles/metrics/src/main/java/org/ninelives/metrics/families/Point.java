package org.ninelives.metrics.families;

import io.prometheus.metrics.model.snapshots.Labels;

/** One number of a metric. */
record Point(Labels labels, double value) {}
