package org.ninelives.linux.companion;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** The thread of the daemon that beats, as the kernel sees it. */
final class LoopThread {

    private final String daemonPid;

    LoopThread(String daemonPid) {
        this.daemonPid = daemonPid;
    }

    /**
     * How long a thread of the daemon has run and has waited for a processor: the first two numbers
     * of its schedstat (Documentation/scheduler/sched-stats.rst of the kernel). Empty where the
     * kernel is built without.
     */
    OptionalLong ranNanos(int thread) {
        String path = "/proc/" + daemonPid + "/task/" + thread + "/schedstat";
        try (FileInputStream file = new FileInputStream(path)) {
            String text = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            String[] numbers = text.split(" ", 3);
            return OptionalLong.of(Long.parseLong(numbers[0]) + Long.parseLong(numbers[1]));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
