package org.ninelives.metrics.families;

import static org.ninelives.metrics.families.Group.single;
import static org.ninelives.metrics.families.Numbers.seconds;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.OperatingSystemMXBean;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The metrics of the process, with the names that clients of Prometheus give them everywhere. */
final class ProcessMetrics {

    private static final double NANOS = 1e9;

    private ProcessMetrics() {}

    static List<Group<?>> groups() {
        return List.of(process(), memory(), collectors());
    }

    private static Group<OperatingSystemMXBean> process() {
        return single(
                        "process",
                        "",
                        (World world) -> List.of(ManagementFactory.getOperatingSystemMXBean()))
                .gauge(
                        "process_start_time_seconds",
                        "When the process began, since 1970 UTC",
                        process -> seconds(ManagementFactory.getRuntimeMXBean().getStartTime()))
                .counter(
                        "process_cpu_seconds_total",
                        "Processor time of the process, the system's for it included",
                        process ->
                                process instanceof com.sun.management.OperatingSystemMXBean known
                                        ? known.getProcessCpuTime() / NANOS
                                        : Double.NaN)
                .gauge(
                        "process_open_fds",
                        "Open file descriptors",
                        descriptors(
                                com.sun.management.UnixOperatingSystemMXBean
                                        ::getOpenFileDescriptorCount))
                .gauge(
                        "process_max_fds",
                        "File descriptors that may be open",
                        descriptors(
                                com.sun.management.UnixOperatingSystemMXBean
                                        ::getMaxFileDescriptorCount))
                .gauge(
                        "jvm_threads_current",
                        "Threads of the kernel that run Java",
                        process -> ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static ToDoubleFunction<OperatingSystemMXBean> descriptors(
            ToLongFunction<com.sun.management.UnixOperatingSystemMXBean> count) {
        return process ->
                process instanceof com.sun.management.UnixOperatingSystemMXBean known
                        ? count.applyAsLong(known)
                        : Double.NaN;
    }

    private static Group<MemoryMXBean> memory() {
        return single(
                        "memory",
                        "jvm_memory_",
                        (World world) -> List.of(ManagementFactory.getMemoryMXBean()))
                .gauges("used_bytes", "Memory in use", "area", areas(MemoryUsage::getUsed))
                .gauges(
                        "committed_bytes",
                        "Memory taken from the system",
                        "area",
                        areas(MemoryUsage::getCommitted))
                .gauges(
                        "max_bytes",
                        "Memory that may be used; -1 where there is no limit",
                        "area",
                        areas(MemoryUsage::getMax));
    }

    private static Function<MemoryMXBean, Map<String, ? extends Number>> areas(
            ToLongFunction<MemoryUsage> number) {
        return memory ->
                Map.of(
                        "heap",
                        number.applyAsLong(memory.getHeapMemoryUsage()),
                        "nonheap",
                        number.applyAsLong(memory.getNonHeapMemoryUsage()));
    }

    private static Group<GarbageCollectorMXBean> collectors() {
        return new Group<GarbageCollectorMXBean>(
                        "garbage_collector",
                        "ninelives_gc_",
                        List.of("gc"),
                        world -> ManagementFactory.getGarbageCollectorMXBeans(),
                        (collector, place) -> collector.getName())
                .counter(
                        "collections_total",
                        "Collections of garbage",
                        GarbageCollectorMXBean::getCollectionCount)
                .counter(
                        "seconds_total",
                        "Time spent on them",
                        collector -> seconds(collector.getCollectionTime()));
    }
}
