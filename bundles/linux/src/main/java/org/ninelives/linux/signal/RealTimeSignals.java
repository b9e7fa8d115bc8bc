package org.ninelives.linux.signal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ninelives.api.system.SystemException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the real-time signals that keepalived hears. A JVM handles none of them, so {@code
 * bin/ninelived} has them ignored and blocked before it starts; blocked ones wait to be read.
 */
@Component(
        service = {},
        immediate = true)
public final class RealTimeSignals {

    private static final Logger LOG = LoggerFactory.getLogger(RealTimeSignals.class);

    private static final String NAME = "ninelives.signal";
    private static final Path STATUS = Path.of("/proc/self/status");

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean ended;
    private volatile Optional<SignalDescriptor> descriptor = Optional.empty();

    private record Listener(String signal, Runnable deed) {}

    /** Begins to listen, where the daemon runs and the signals are blocked. */
    @Activate
    public RealTimeSignals(BundleContext context) {
        if (!"run".equals(context.getProperty("ninelives.mode"))) {
            return;
        }
        if (SignalMask.blocks(STATUS, RealTimeSignal.allBits())) {
            Thread.ofPlatform().daemon().name("signals").start(this::listen);
        } else {
            LOG.warn(
                    "The signals for JSON (36), cleared statistics (63) and threads (64) are not"
                            + " heard: that needs env of coreutils 8.31 or later, by which"
                            + " bin/ninelived blocks them before it starts Java");
        }
    }

    @Deactivate
    void close() {
        ended = true;
        descriptor.ifPresent(SignalDescriptor::wake);
    }

    @Reference(
            target = "(ninelives.signal=*)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addListener(Runnable deed, Map<String, Object> properties) {
        listeners.add(new Listener(String.valueOf(properties.get(NAME)), deed));
    }

    void removeListener(Runnable deed) {
        listeners.removeIf(listener -> listener.deed().equals(deed));
    }

    private void listen() {
        try (SignalDescriptor signals = new SignalDescriptor(RealTimeSignal.allBits())) {
            descriptor = Optional.of(signals);
            while (!ended) {
                signals.next().ifPresent(this::tell);
            }
        } catch (SystemException | LinkageError e) {
            LOG.error("Real-time signals are not heard: {}", e.toString());
        }
    }

    private void tell(RealTimeSignal signal) {
        for (Listener listener : listeners) {
            if (listener.signal().equals(signal.name())) {
                try {
                    listener.deed().run();
                } catch (RuntimeException e) {
                    LOG.error("What signal {} asks for failed", signal, e);
                }
            }
        }
    }
}
