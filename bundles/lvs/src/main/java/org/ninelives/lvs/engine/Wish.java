package org.ninelives.lvs.engine;

import java.time.Duration;
import org.ninelives.lvs.core.Input;

/** What an operator can want of a real server. */
@FunctionalInterface
public interface Wish {

    /** More than anybody waits, and far from what a clock of nanoseconds cannot count. */
    long SECONDS_MAX = Duration.ofDays(3650).toSeconds();

    /** That it gets no more connections; see {@link Input.DrainServer}. */
    static Wish drain(long seconds) {
        checkRange("seconds", seconds, SECONDS_MAX);
        return server -> new Input.DrainServer(server, Duration.ofSeconds(seconds));
    }

    /** That it serves again. */
    static Wish undrain() {
        return Input.UndrainServer::new;
    }

    /** That it has another weight. */
    static Wish weight(int weight) {
        checkRange("weight", weight, Integer.MAX_VALUE);
        return server -> new Input.OverrideWeight(server, weight);
    }

    /** That it has the weight again that the file and its checks say. */
    static Wish usualWeight() {
        return Input.ClearOverride::new;
    }

    /** What befalls its virtual server by it. */
    Input input(String realServer);

    private static void checkRange(String what, long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException("%s %d is not in 0..%d".formatted(what, value, max));
        }
    }
}
