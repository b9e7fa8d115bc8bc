package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.ThreadSettings;
import org.ninelives.testkit.contract.RecordingTask;

/** What the kernel says of a loop's thread after it was asked to treat it otherwise. */
@Tag("kernel")
class KernelThreadTuningTest {

    private static final int SCHED_OTHER = 0;
    private static final int SCHED_RR = 2;

    /** _LINUX_CAPABILITY_VERSION_3 of linux/capability.h. */
    private static final int CAPABILITY_VERSION = 0x20080522;

    private final RecordingTask task = new RecordingTask();
    private Namespace namespace;
    private Loop loop;

    /** Of proc_pid_stat(5) and proc_pid_status(5). */
    private record Seen(String name, int nice, int realTimePriority, int policy, String cpus) {}

    @BeforeEach
    void start() throws Exception {
        namespace = new Namespace();
        loop = namespace.run(() -> new LinuxMachine().startLoop("tuned", task));
    }

    @AfterEach
    void stop() throws Exception {
        if (loop != null) {
            tune(ThreadSettings.DEFAULT);
            loop.close();
        }
        if (namespace != null) {
            namespace.close();
        }
    }

    @Test
    void everythingIsAsAskedForAndAsBeforeAfterwards() throws Exception {
        String processBefore = Files.readString(Path.of("/proc/self/comm"));
        String commandBefore = commandLine();
        Seen before = tune(ThreadSettings.DEFAULT);

        assertThat(tune(settings(-5, OptionalInt.empty(), Set.of(0))))
                .isEqualTo(new Seen("vrrp-thread", -5, 0, SCHED_OTHER, "0"));
        assertThat(Files.readString(Path.of("/proc/self/comm"))).isEqualTo("vrrp-process\n");
        assertThat(commandLine())
                .startsWith("vrrp-process\0")
                .endsWith(commandBefore.substring(commandBefore.indexOf('\0')))
                .hasSameSizeAs(commandBefore);
        assertThat(tune(ThreadSettings.DEFAULT)).isEqualTo(before);
        assertThat(Files.readString(Path.of("/proc/self/comm"))).isEqualTo(processBefore);
        assertThat(commandLine()).isEqualTo(commandBefore);
    }

    @Test
    void aRealTimePriorityHoldsForTheThreadThatCollectsGarbageToo() throws Exception {
        Seen seen = tune(settings(0, OptionalInt.of(7), Set.of()));

        assertThat(seen.realTimePriority()).isEqualTo(7);
        // The kernel counts SCHED_RESET_ON_FORK apart.
        assertThat(seen.policy()).isEqualTo(SCHED_RR);
        assertThat(collector().realTimePriority()).isEqualTo(7);
        tune(ThreadSettings.DEFAULT);
        assertThat(collector().policy()).isEqualTo(SCHED_OTHER);
    }

    @Test
    void aLoopThatIsLateRaisesItselfStepByStepUpToTheLimit() throws Exception {
        tune(automatic(2));
        for (int expected : new int[] {1, 2, 2}) {
            beLate();
            assertThat(on(KernelThreadTuningTest::seen).realTimePriority()).isEqualTo(expected);
        }
    }

    @Test
    void whatWasRaisedIsTakenBackWhenTheConfigurationForbidsIt() throws Exception {
        tune(automatic(2));
        beLate();
        assertThat(tune(ThreadSettings.DEFAULT).policy()).isEqualTo(SCHED_OTHER);
    }

    @Test
    void memoryIsLockedAndUnlocked() throws Exception {
        ThreadSettings locked =
                new ThreadSettings(
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        OptionalInt.empty(),
                        Duration.ofSeconds(1),
                        0,
                        Duration.ofSeconds(1),
                        Set.of(),
                        true);
        tune(locked);
        assertThat(lockedKilobytes()).isPositive();
        tune(ThreadSettings.DEFAULT);
        assertThat(lockedKilobytes()).isZero();
    }

    @Test
    void processorsThatAreNotThereChangeNothing() throws Exception {
        Seen before = tune(ThreadSettings.DEFAULT);

        assertThat(tune(settings(0, OptionalInt.empty(), Set.of(8_000))).cpus())
                .isEqualTo(before.cpus());
    }

    @Test
    void withoutRightsTheLoopGoesOnAsItWas() throws Exception {
        int[] ofThisThread = {CAPABILITY_VERSION, 0};
        int[] none = new int[6];
        assertThat(on(() -> NamespaceCalls.capset(ofThisThread, none))).isZero();

        Seen seen = tune(settings(-5, OptionalInt.of(7), Set.of()));

        assertThat(seen.nice()).isZero();
        assertThat(seen.policy()).isEqualTo(SCHED_OTHER);
    }

    private static ThreadSettings settings(
            int nice, OptionalInt realTimePriority, Set<Integer> processors) {
        return new ThreadSettings(
                Optional.of("vrrp-process"),
                Optional.of("vrrp-thread"),
                nice,
                realTimePriority,
                Duration.ofSeconds(1),
                0,
                Duration.ofSeconds(1),
                processors,
                false);
    }

    private static ThreadSettings automatic(int priorityMax) {
        return new ThreadSettings(
                Optional.empty(),
                Optional.empty(),
                0,
                OptionalInt.empty(),
                Duration.ofSeconds(1),
                priorityMax,
                Duration.ofMillis(20),
                Set.of(),
                false);
    }

    /** Asks for a call, and keeps the loop from it for longer than it may be late. */
    private void beLate() throws Exception {
        int calls = task.calls().size();
        on(
                () -> {
                    task.dueAt(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1));
                    Thread.sleep(40);
                    return null;
                });
        while (task.calls().size() == calls) {
            Thread.onSpinWait();
        }
    }

    private Seen tune(ThreadSettings settings) throws Exception {
        return on(
                () -> {
                    loop.tune(settings);
                    return seen();
                });
    }

    private <T> T on(Callable<T> work) throws Exception {
        FutureTask<T> future = new FutureTask<>(work);
        loop.post(future);
        return future.get(10, TimeUnit.SECONDS);
    }

    private static Seen seen() throws Exception {
        return seen(Path.of("/proc/thread-self"));
    }

    private static String commandLine() throws Exception {
        return Files.readString(Path.of("/proc/self/cmdline"));
    }

    private static Seen collector() throws Exception {
        try (var threads = Files.list(Path.of("/proc/self/task"))) {
            for (Path thread : threads.toList()) {
                if (Files.readString(thread.resolve("comm")).equals("VM Thread\n")) {
                    return seen(thread);
                }
            }
        }
        throw new AssertionError("no thread collects garbage");
    }

    private static Seen seen(Path thread) throws Exception {
        String stat = Files.readString(thread.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 50);
        String cpus =
                Files.readAllLines(thread.resolve("status")).stream()
                        .filter(line -> line.startsWith("Cpus_allowed_list:"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElseThrow();
        // The first field here is the third of the manual.
        return new Seen(
                stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
                Integer.parseInt(fields[19 - 3]),
                Integer.parseInt(fields[40 - 3]),
                Integer.parseInt(fields[41 - 3]),
                cpus);
    }

    private static long lockedKilobytes() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmLck:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }
}
