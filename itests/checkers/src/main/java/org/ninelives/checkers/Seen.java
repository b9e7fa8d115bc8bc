package org.ninelives.checkers;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckResult;
import org.ninelives.check.engine.CheckService;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.testkit.ConfigurationText;

/**
 * How one look went.
 *
 * @param allocated how many bytes of memory the thread has asked for meanwhile
 */
record Seen(CheckResult result, Duration time, long allocated) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The configuration around a check, of which none of those that look by themselves reads. */
    static final Values NOTHING =
            ConfigurationText.of("", BlockGrammar.none(), BlockGrammar.none()).root();

    /** Looks once, on the thread of the caller, which is one of the machine. */
    static Seen by(CheckService engine, Check.Probed check, Optional<String> namespace)
            throws InterruptedException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        CheckResult result = engine.once(check, NOTHING, namespace, step -> {});
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return new Seen(result, time, THREADS.getCurrentThreadAllocatedBytes() - before);
    }

    /** The reason, and SERVER for the target in each way that it is written. */
    String reason(Check.Probed check) {
        String address = "[" + check.target().address() + "]";
        int port = check.target().port();
        return result.reason()
                .replaceAll("\\(?\\Q" + address + "\\E(:tcp|:udp)?:" + port + "\\)?", "SERVER")
                .replace(address, "SERVER");
    }
}
