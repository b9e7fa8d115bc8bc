package org.ninelives.testkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The files of a machine, as the test writes and moves them. */
public final class FakeFiles {

    private final FakeMachine machine;
    private final Map<Path, byte[]> contents = new HashMap<>();
    private final Set<Path> silent = new HashSet<>();
    private final List<Consumer<Path>> listeners = new ArrayList<>();

    FakeFiles(FakeMachine machine) {
        this.machine = machine;
    }

    /** Writes a file and closes it. */
    public void write(String file, String text) {
        contents.put(Path.of(file), text.getBytes(StandardCharsets.UTF_8));
        tell(Path.of(file));
    }

    /** Renames a file into the place of another, which may be there. */
    public void rename(String from, String to) {
        contents.put(Path.of(to), contents.remove(Path.of(from)));
        tell(Path.of(from));
        tell(Path.of(to));
    }

    /** Removes a file. */
    public void delete(String file) {
        contents.remove(Path.of(file));
        tell(Path.of(file));
    }

    /** Changes nothing, but tells that everything may have changed, as when events were lost. */
    public void tellAll() {
        List.copyOf(contents.keySet()).forEach(this::tell);
    }

    /** Puts a folder on a file system that tells of no change. */
    public void silence(String folder) {
        silent.add(Path.of(folder));
    }

    boolean isSilent(Path file) {
        return silent.stream().anyMatch(file::startsWith);
    }

    private void tell(Path file) {
        List.copyOf(listeners).forEach(listener -> listener.accept(file));
        machine.settle();
    }

    void add(Consumer<Path> listener) {
        listeners.add(listener);
    }

    void remove(Consumer<Path> listener) {
        listeners.remove(listener);
    }

    Optional<byte[]> read(Path file) {
        return Optional.ofNullable(contents.get(file));
    }
}
