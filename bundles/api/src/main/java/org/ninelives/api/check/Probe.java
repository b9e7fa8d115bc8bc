package org.ninelives.api.check;

import java.io.IOException;
import java.util.Optional;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;
import org.ninelives.api.system.DatagramConnection;
import org.osgi.annotation.versioning.ProviderType;

/** What a check may use while it looks: the target with bindings, marks and times applied. */
@ProviderType
public interface Probe {

    ConnectTarget target();

    /**
     * Where the target is looked at from, for those who look by other means than this; the own
     * network namespace when empty.
     */
    default Optional<String> networkNamespace() {
        return Optional.empty();
    }

    /** When the whole look has to be over, on the scale of {@link System#nanoTime}. */
    long deadlineNanos();

    /**
     * Connects to the target by TCP, within the connect timeout; reading and writing end with the
     * deadline of the probe.
     */
    Connection connect() throws IOException;

    /** Opens a UDP socket with the target as its peer. */
    DatagramConnection openDatagrams() throws IOException;

    /** Asks the target for an echo by ICMP and waits for it, within the connect timeout. */
    void echo(int payloadBytes) throws IOException;

    /**
     * Tells what goes on, for those who watch a single look; not logged otherwise.
     *
     * @param step a sentence
     */
    void tell(String step);

    /** Whether anybody hears what is told; else its words need not be put together. */
    default boolean isWatched() {
        return true;
    }
}
