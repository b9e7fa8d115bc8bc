package org.ninelives.linux.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which signals the threads of this process keep waiting. */
final class SignalMask {

    private static final String LABEL = "SigBlk:";

    private SignalMask() {}

    /**
     * Whether the first thread blocks all of these. The JVM copies its mask to each thread, so that
     * none of them takes a signal away.
     *
     * @param status such as {@code /proc/self/task/PID/status}
     */
    static boolean blocks(Path status, long signals) {
        try {
            return blocks(Files.readAllLines(status), signals);
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    static boolean blocks(List<String> status, long signals) {
        return status.stream()
                .filter(line -> line.startsWith(LABEL))
                .mapToLong(
                        line -> Long.parseUnsignedLong(line.substring(LABEL.length()).strip(), 16))
                .anyMatch(blocked -> (blocked & signals) == signals);
    }
}
