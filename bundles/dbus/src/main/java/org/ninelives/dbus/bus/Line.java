package org.ninelives.dbus.bus;

import java.io.IOException;
import java.util.function.Consumer;
import org.ninelives.dbus.core.Standing;

/** A connection to the bus under our name. For one thread at a time, but for {@link #close}. */
interface Line extends AutoCloseable {

    /** Makes connections. */
    @FunctionalInterface
    interface Dialler {

        /**
         * Connects; nobody finds us there yet.
         *
         * @param lost hears once, on any thread, why it ended by itself
         * @throws IOException worded for the log, if there is no bus
         */
        Line dial(Consumer<String> lost) throws IOException;
    }

    /** What the daemon tells of itself. */
    enum News {
        STARTED("VrrpStarted"),
        RELOADED("VrrpReloaded"),
        STOPPED("VrrpStopped");

        private final String signal;

        News(String signal) {
            this.signal = signal;
        }

        String signal() {
            return signal;
        }
    }

    /** Puts a virtual router on the bus, by the name of its block. */
    void show(String path, String instance);

    /** Takes one off again. */
    void hide(String path);

    /**
     * Takes the name by which others find us.
     *
     * @throws IOException if another process has it, or we may not
     */
    void claimName() throws IOException;

    /** Tells what the daemon does. */
    void tell(News news) throws IOException;

    /** Tells that a virtual router has another state. */
    void tell(String path, Standing standing) throws IOException;

    /** Leaves, and with that gives up the name. Any thread. */
    @Override
    void close();
}
