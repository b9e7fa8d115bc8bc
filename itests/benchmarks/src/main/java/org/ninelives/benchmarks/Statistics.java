package org.ninelives.benchmarks;

import java.util.List;

/**
 * What many measurements come to.
 *
 * @param min the smallest
 * @param median the middle one, or the mean of the two in the middle
 * @param max the largest
 */
record Statistics(double min, double median, double max) {

    /**
     * @param values at least one
     */
    static Statistics of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median =
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Statistics(sorted.getFirst(), median, sorted.getLast());
    }
}
