package org.ninelives.overrides.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventSink;

/** A daemon that is started again and again with one state file. */
final class Daemon implements EventSink {

    final FakeTimes times = new FakeTimes();
    final Path file;
    final List<String> told = new ArrayList<>();
    private Keeper keeper;
    private int runs;

    Daemon(Path folder) {
        file = folder.resolve("overrides.state");
    }

    /** Starts another run of the daemon. */
    Keeper restart() {
        runs++;
        return update();
    }

    /** Starts the bundle once more in the same run. */
    Keeper update() {
        told.clear();
        keeper =
                new Keeper(
                        new Store(new StateFile(file, ownUser(file.getParent())), "run-" + runs),
                        new Herald(this),
                        times);
        keeper.start();
        return keeper;
    }

    static int ownUser(Path folder) {
        try {
            return (Integer) Files.getAttribute(folder, "unix:uid");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The lines since the last call. */
    List<String> told() {
        List<String> lines = List.copyOf(told);
        told.clear();
        return lines;
    }

    @Override
    public void publish(Event event) {
        told.add(event.text());
    }

    @Override
    public boolean flush(Duration limit) {
        return true;
    }
}
