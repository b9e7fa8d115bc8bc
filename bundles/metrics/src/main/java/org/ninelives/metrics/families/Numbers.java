package org.ninelives.metrics.families;

/** What beans tell, in the base units of Prometheus: seconds, and 0 or 1. */
final class Numbers {

    private static final double MILLIS = 1e3;
    private static final double MICROS = 1e6;

    private Numbers() {}

    static double flag(boolean truth) {
        return truth ? 1 : 0;
    }

    /** Nothing for one that is negative. */
    static double known(long number) {
        return number < 0 ? Double.NaN : number;
    }

    static double seconds(double millis) {
        return millis / MILLIS;
    }

    static double seconds(long millis) {
        return seconds((double) millis);
    }

    /** Nothing for 0, which stands for never. */
    static double moment(long millis) {
        return millis == 0 ? Double.NaN : seconds(millis);
    }

    /** Nothing for one that is negative. */
    static double knownSecondsOfMicros(long micros) {
        return micros < 0 ? Double.NaN : secondsOfMicros(micros);
    }

    static double secondsOfMicros(long micros) {
        return micros / MICROS;
    }
}
