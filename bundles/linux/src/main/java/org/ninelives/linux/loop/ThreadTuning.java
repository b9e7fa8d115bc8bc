package org.ninelives.linux.loop;

import static org.ninelives.linux.libc.Constants.MCL_CURRENT;
import static org.ninelives.linux.libc.Constants.MCL_FUTURE;
import static org.ninelives.linux.libc.Constants.MCL_ONFAULT;
import static org.ninelives.linux.libc.Constants.PRIO_PROCESS;
import static org.ninelives.linux.libc.Constants.SCHED_OTHER;
import static org.ninelives.linux.libc.Constants.SCHED_RESET_ON_FORK;
import static org.ninelives.linux.libc.Constants.SCHED_RR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ninelives.api.system.ThreadSettings;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the kernel treats a loop's thread. Asks only for what differs from before, so that a process
 * keeps what its service manager gave it until a configuration wants something else. All methods
 * are for the loop's thread.
 */
final class ThreadTuning {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadTuning.class);

    private static final Path THREAD_NAME = Path.of("/proc/thread-self/comm");

    /** To the calls below, the thread that calls. */
    private static final int THIS_THREAD = 0;

    /** 8192 processors, the most Linux can be built for (NR_CPUS). */
    private static final int MASK_BYTES = 1024;

    private static final long COMPLAINT_EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final ProcessName processName = new ProcessName();
    private final byte[] processorsBefore;
    private Optional<String> threadNameBefore = Optional.empty();
    private ThreadSettings settings = ThreadSettings.DEFAULT;
    private long complainedNanos = System.nanoTime() - COMPLAINT_EVERY_NANOS;

    /** In force, configured or raised; 0 for an ordinary thread. */
    private int realTimePriority;

    private boolean realTimeRefused;

    ThreadTuning() {
        NativeBuffer mask = NativeBuffer.allocate(MASK_BYTES);
        Libc.sched_getaffinity(THIS_THREAD, MASK_BYTES, mask.address());
        processorsBefore = new byte[MASK_BYTES];
        mask.bytes().get(0, processorsBefore);
    }

    void apply(ThreadSettings wanted) {
        ThreadSettings before = settings;
        settings = wanted;
        if (!wanted.processName().equals(before.processName())) {
            processName.set(wanted.processName());
        }
        if (!wanted.threadName().equals(before.threadName())) {
            threadNameBefore = threadNameBefore.or(() -> read(THREAD_NAME));
            renameThread(wanted.threadName().or(() -> threadNameBefore));
        }
        if (wanted.nice() != before.nice()) {
            setNice(wanted.nice());
        }
        realTimeRefused = false;
        // A priority that was raised on the way stays, unless the configuration forbids it now.
        int lowest = wanted.realTimePriority().orElse(0);
        int highest = Math.max(lowest, wanted.automaticPriorityMax());
        setRealTimePriority(Math.clamp(realTimePriority, lowest, highest));
        if (!wanted.processors().equals(before.processors())) {
            setProcessors(wanted.processors());
        }
        if (wanted.memoryLocked() != before.memoryLocked()) {
            lockMemory(wanted.memoryLocked());
        }
    }

    /** A deadline was met late. */
    void late(long nanos) {
        if (nanos >= settings.automaticPriorityDelay().toNanos()
                && realTimePriority < settings.automaticPriorityMax()
                && !realTimeRefused) {
            LOG.info(
                    "{}: {} ms late, raising the real-time priority to {}",
                    Thread.currentThread().getName(),
                    TimeUnit.NANOSECONDS.toMillis(nanos),
                    realTimePriority + 1);
            setRealTimePriority(realTimePriority + 1);
        }
    }

    /** A turn is over. */
    void turnTook(long nanos) {
        if (realTimePriority > 0
                && nanos > settings.realTimeTurnMax().toNanos()
                && System.nanoTime() - complainedNanos >= COMPLAINT_EVERY_NANOS) {
            complainedNanos = System.nanoTime();
            LOG.warn(
                    "{}: kept the processor at real-time priority {} for {} ms, more than {} ms",
                    Thread.currentThread().getName(),
                    realTimePriority,
                    TimeUnit.NANOSECONDS.toMillis(nanos),
                    settings.realTimeTurnMax().toMillis());
        }
    }

    private void setNice(int nice) {
        forThreadsInTheWay(
                thread -> Libc.setpriority(PRIO_PROCESS, thread, nice),
                "nice value " + nice,
                "needs CAP_SYS_NICE");
    }

    private void setRealTimePriority(int priority) {
        if (priority == realTimePriority) {
            return;
        }
        NativeBuffer parameters = NativeBuffer.allocate(Integer.BYTES);
        parameters.bytes().putInt(0, priority);
        // Threads started by this one are ordinary again.
        int policy = priority == 0 ? SCHED_OTHER : SCHED_RR | SCHED_RESET_ON_FORK;
        realTimeRefused =
                !forThreadsInTheWay(
                        thread -> Libc.sched_setscheduler(thread, policy, parameters.address()),
                        "real-time priority " + priority,
                        "needs CAP_SYS_NICE, and cpu.rt_runtime_us in cgroups of version 1");
        if (!realTimeRefused) {
            realTimePriority = priority;
        }
    }

    /** Ends at the first refusal, which the others would only repeat; whether there was none. */
    private static boolean forThreadsInTheWay(IntUnaryOperator call, String what, String hint) {
        for (int thread : threadsInTheWay()) {
            if (!report(call.applyAsInt(thread), what, hint)) {
                return false;
            }
        }
        return true;
    }

    /** This thread, and the one of the JVM that this one waits for while garbage is collected. */
    private static int[] threadsInTheWay() {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return IntStream.concat(
                            IntStream.of(THIS_THREAD),
                            threads.filter(ThreadTuning::collectsGarbage)
                                    .map(Path::getFileName)
                                    .mapToInt(name -> Integer.parseInt(name.toString())))
                    .toArray();
        } catch (IOException e) {
            return new int[] {THIS_THREAD};
        }
    }

    private static boolean collectsGarbage(Path thread) {
        return read(thread.resolve("comm")).equals(Optional.of("VM Thread"));
    }

    private void setProcessors(Set<Integer> processors) {
        byte[] mask = processorsBefore;
        if (!processors.isEmpty()) {
            BitSet bits = new BitSet();
            processors.forEach(bits::set);
            mask = bits.toByteArray();
        }
        NativeBuffer memory = NativeBuffer.allocate(MASK_BYTES);
        memory.bytes().put(0, mask, 0, Math.min(mask.length, MASK_BYTES));
        report(
                Libc.sched_setaffinity(THIS_THREAD, MASK_BYTES, memory.address()),
                "processors " + processors,
                "none of them is there for this process");
    }

    private static void lockMemory(boolean locked) {
        // Only what is in use: a JVM reserves far more than it ever touches.
        report(
                locked ? Libc.mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) : Libc.munlockall(),
                locked ? "locking memory" : "unlocking memory",
                "needs CAP_IPC_LOCK or a higher RLIMIT_MEMLOCK");
    }

    /** Whether all went well. */
    private static boolean report(int result, String what, String hint) {
        if (result != 0) {
            LOG.warn(
                    "{}: {}: {} ({})",
                    Thread.currentThread().getName(),
                    what,
                    Errno.name(Errno.last()),
                    hint);
        }
        return result == 0;
    }

    private static void renameThread(Optional<String> name) {
        try {
            Files.writeString(THREAD_NAME, name.orElse(""));
        } catch (IOException e) {
            LOG.warn("{}: {}", Thread.currentThread().getName(), e.toString());
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
