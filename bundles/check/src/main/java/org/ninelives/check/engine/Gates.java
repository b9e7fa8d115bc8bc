package org.ninelives.check.engine;

import java.util.HashMap;
import java.util.Map;
import org.ninelives.api.check.ProbeCost;

/** How many looks of each sort may go on at once. For one thread. */
final class Gates {

    /** A handshake waits half its time for the other side. */
    private static final int HANDSHAKES_PER_PROCESSOR = 4;

    /** Processes mostly wait, and are scheduled by the kernel. */
    private static final int PROCESSES_MAX = 64;

    /** Threads that a checker from outside may hold, ended or not. */
    private static final int UNTRUSTED_MAX = 32;

    private final Gate open = Gate.open();
    private final Gate handshakes;
    private final Gate processes = Gate.of(PROCESSES_MAX);
    private final Map<String, Gate> untrusted = new HashMap<>();

    Gates(int processors) {
        handshakes = Gate.of(HANDSHAKES_PER_PROCESSOR * processors);
    }

    Gate of(ProbeCost cost) {
        return switch (cost) {
            case CHEAP -> open;
            case HANDSHAKE -> handshakes;
            case PROCESS -> processes;
        };
    }

    Gate ofUntrusted(String keyword) {
        return untrusted.computeIfAbsent(keyword, any -> Gate.ofUntrusted(UNTRUSTED_MAX));
    }

    int waiting() {
        return handshakes.waiting()
                + processes.waiting()
                + untrusted.values().stream().mapToInt(Gate::waiting).sum();
    }
}
