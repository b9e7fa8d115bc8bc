package org.ninelives.testkit;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.ninelives.api.system.FileWatch;
import org.ninelives.api.system.SystemException;

/** Hears of the files of a fake machine. */
final class FakeFileWatch implements FileWatch {

    private final FakeMachine machine;
    private final Consumer<Path> hearing;
    private final Set<Path> watched = new HashSet<>();
    private boolean closed;

    /**
     * Watches nothing yet.
     *
     * @param arrived what the loop is to do in its next turn
     */
    FakeFileWatch(FakeMachine machine, Queue<Runnable> arrived, Listener listener) {
        this.machine = machine;
        hearing = file -> arrived.add(() -> tell(listener, file));
        machine.files().add(hearing);
    }

    private void tell(Listener listener, Path file) {
        if (!closed && watched.contains(file)) {
            listener.changed(file);
        }
    }

    @Override
    public void watch(Path file) throws SystemException {
        machine.checkThread();
        if (machine.files().isSilent(file)) {
            throw new SystemException("inotify on " + file, "EOPNOTSUPP", "nfs4 does not tell");
        }
        watched.add(file);
    }

    @Override
    public void forget(Path file) {
        machine.checkThread();
        watched.remove(file);
    }

    @Override
    public Optional<byte[]> read(Path file, int bytesMax) {
        machine.checkThread();
        return machine.files()
                .read(file)
                .map(bytes -> Arrays.copyOf(bytes, Math.min(bytesMax, bytes.length)));
    }

    @Override
    public void close() {
        closed = true;
        machine.files().remove(hearing);
    }
}
