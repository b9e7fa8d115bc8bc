package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process uses of the machine, as {@code proc(5)} tells.
 *
 * @param residentBytes memory
 * @param cpu time on a processor since it started
 * @param open where its descriptors lead
 */
public record Vitals(long residentBytes, Duration cpu, List<String> open) {
    private static final long BYTES_PER_KILOBYTE = 1024;

    static Vitals of(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            long residentKilobytes =
                    Files.readAllLines(process.resolve("status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow();
            return new Vitals(
                    residentKilobytes * BYTES_PER_KILOBYTE,
                    ProcessHandle.of(pid)
                            .flatMap(handle -> handle.info().totalCpuDuration())
                            .orElse(Duration.ZERO),
                    descriptors(process.resolve("fd")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Open files, sockets included. */
    public int descriptors() {
        return open.size();
    }

    public int sockets() {
        return (int) open.stream().filter(name -> name.startsWith("socket:")).count();
    }

    /**
     * What is open, without the numbers that tell one pipe from another, and without the jars of
     * bundles: each is opened once, when the first of its classes is wanted.
     */
    private List<String> kinds() {
        return open.stream()
                .filter(name -> !name.endsWith(".jar"))
                .map(name -> name.replaceAll("\\[?\\d+]?", ""))
                .sorted()
                .toList();
    }

    /** What is open and was not open then, as many of a kind as there are more. */
    public List<String> openedSince(Vitals before) {
        List<String> more = new ArrayList<>(kinds());
        before.kinds().forEach(more::remove);
        return more;
    }

    private static List<String> descriptors(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(Vitals::target).toList();
        }
    }

    /** Where a descriptor leads; it may be closed while we look. */
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "%d MB resident, %d ms of CPU, %d descriptors, %d sockets"
                .formatted(residentBytes >> 20, cpu.toMillis(), descriptors(), sockets());
    }
}
