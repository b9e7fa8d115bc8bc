package org.ninelives.dump;

import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every thread does at a moment. */
final class ThreadDump {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadDump.class);

    private ThreadDump() {}

    /** Tells it in the log. */
    static void log() {
        Map<String, StackTraceElement[]> byName = new TreeMap<>();
        Thread.getAllStackTraces()
                .forEach(
                        (thread, stack) ->
                                byName.put(
                                        thread.getName()
                                                + " ("
                                                + thread.threadId()
                                                + ", "
                                                + thread.getState()
                                                + ")",
                                        stack));
        byName.forEach(
                (name, stack) -> {
                    LOG.info("Thread {}", name);
                    for (StackTraceElement element : stack) {
                        LOG.info("    {}", element);
                    }
                });
    }
}
