package org.ninelives.management.access;

import java.io.ObjectInputFilter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of objects that a filter has refused, with who sent them. All filters of the connector are
 * covered: those of the registry and of RMI itself, too, which tell nobody but the JDK's logger.
 */
final class RefusedObjects extends Handler {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(RefusedObjects.class);

    /** A strong reference, without which the JDK would forget the handler. */
    private static final Logger SERIALIZATION = Logger.getLogger("java.io.serialization");

    private static final int CLASS = 1;
    private static final int ARRAY_LENGTH = 2;
    private static final int DEPTH = 4;
    private static final int BYTES = 5;

    private final Seldom seldom = new Seldom(System::nanoTime);

    private RefusedObjects() {}

    /**
     * Begins to listen.
     *
     * <p>To be called before anything is deserialized: the JDK looks once whether anybody listens.
     *
     * @return to be closed with the connector
     */
    static RefusedObjects open() {
        RefusedObjects refused = new RefusedObjects();
        SERIALIZATION.setLevel(Level.FINE);
        SERIALIZATION.setUseParentHandlers(false);
        SERIALIZATION.addHandler(refused);
        return refused;
    }

    @Override
    public void publish(LogRecord line) {
        Object[] facts = line.getParameters();
        if (facts == null
                || facts.length <= BYTES
                || facts[0] != ObjectInputFilter.Status.REJECTED) {
            return;
        }
        String from =
                ClientConnection.current()
                        .map(connection -> Origin.of(connection.getInetAddress()).text())
                        .orElse("this host");
        seldom.tell(from)
                .ifPresent(
                        leftOut ->
                                LOG.warn(
                                        "JMX: refused an object from {}: {}, array length {}, depth"
                                                + " {}, byte {} of its request{}",
                                        from,
                                        facts[CLASS],
                                        facts[ARRAY_LENGTH],
                                        facts[DEPTH],
                                        facts[BYTES],
                                        Seldom.more(leftOut)));
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        SERIALIZATION.removeHandler(this);
    }
}
