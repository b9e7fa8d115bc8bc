package org.ninelives.track.script.core;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.track.Finding;

/** The same by looking at the whole history each time: consecutive results, and the first one. */
final class NaiveCounter {

    private final int rise;
    private final int fall;
    private final List<Boolean> results = new ArrayList<>();
    private Finding.Known finding;

    NaiveCounter(int rise, int fall, boolean failsFirst) {
        this.rise = rise;
        this.fall = fall;
        finding = failsFirst ? Finding.Known.BAD : Finding.Known.UNKNOWN;
    }

    void add(boolean success) {
        results.add(success);
        finding =
                switch (finding) {
                    case UNKNOWN, ABSENT -> success ? Finding.Known.GOOD : Finding.Known.BAD;
                    case GOOD -> last(fall, false) ? Finding.Known.BAD : Finding.Known.GOOD;
                    case BAD -> last(rise, true) ? Finding.Known.GOOD : Finding.Known.BAD;
                };
    }

    private boolean last(int count, boolean wanted) {
        return results.size() >= count
                && results.subList(results.size() - count, results.size()).stream()
                        .allMatch(result -> result == wanted);
    }

    Finding.Known finding() {
        return finding;
    }
}
