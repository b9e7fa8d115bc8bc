package org.ninelives.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process and all its children use, from proc(5).
 *
 * @param processorMillis processor time since its start, in steps of 10 ms
 * @param threadMillis the same of threads that are there now, to the nanosecond
 * @param residentMegabytes pages in memory, shared ones counted for each process
 * @param proportionalMegabytes the same with each shared page divided among those who share it
 */
record Usage(
        double processorMillis,
        double threadMillis,
        double residentMegabytes,
        double proportionalMegabytes) {

    private static final double KILOBYTES = 1024;

    /** Adds up what the processes use now. */
    static Usage of(ProcessHandle process) throws IOException {
        long processor = 0;
        long threads = 0;
        long resident = 0;
        long proportional = 0;
        for (ProcessHandle each : family(process)) {
            processor += each.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
            Path proc = Path.of("/proc", Long.toString(each.pid()));
            threads += threadNanos(proc.resolve("task"));
            resident += kilobytes(proc.resolve("status"), "VmRSS:");
            proportional += kilobytes(proc.resolve("smaps_rollup"), "Pss:");
        }
        return new Usage(processor, threads / 1e6, resident / KILOBYTES, proportional / KILOBYTES);
    }

    /** How long all threads have run: the first number of each schedstat. */
    private static long threadNanos(Path tasks) throws IOException {
        long sum = 0;
        try (Stream<Path> threads = Files.list(tasks)) {
            for (Path thread : threads.toList()) {
                sum += threadNanosOf(thread.resolve("schedstat"));
            }
        }
        return sum;
    }

    private static long threadNanosOf(Path file) throws IOException {
        try {
            return Long.parseLong(Files.readString(file).split(" ", 2)[0]);
        } catch (NoSuchFileException e) {
            return 0; // it has ended meanwhile
        }
    }

    private static List<ProcessHandle> family(ProcessHandle process) {
        try (Stream<ProcessHandle> children = process.descendants()) {
            return Stream.concat(Stream.of(process), children).toList();
        }
    }

    private static long kilobytes(Path file, String key) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(key)) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException(file + " has no " + key);
    }
}
