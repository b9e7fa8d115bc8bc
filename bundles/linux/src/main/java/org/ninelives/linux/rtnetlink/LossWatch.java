package org.ninelives.linux.rtnetlink;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.poll.PollTarget;
import org.ninelives.linux.poll.Poller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches what was added. An event only makes suspicious of those with the key it names: what is
 * told is what a look at the kernel's list shows then. So it does not matter in which order events
 * and our own changes came, whether events were lost, or whether the kernel keeps quiet about what
 * it drops with an interface.
 *
 * @param <K> what events tell of an entry
 * @param <T> an entry
 */
final class LossWatch<K, T> implements PollTarget, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LossWatch.class);

    /** Room for the events of a flood of foreign routes or rules. */
    private static final int EVENT_BUFFER_BYTES = 1 << 20;

    private record EventBuffer(OptionalInt bytes, boolean forced) {}

    /** What events mean, and how to look. */
    interface Kind<K, T> {

        /** Makes suspicious of what the event may have taken away. */
        void suspect(NetlinkReader event, Suspicion<K> suspicion) throws NetlinkFormatException;

        /** Those of these that are there. */
        List<T> present(List<T> entries) throws SystemException;
    }

    /** Where suspicions are reported. */
    interface Suspicion<K> {

        void of(K key);

        void ofAll();
    }

    /** What is to be looked at. */
    private final class Suspects implements Suspicion<K> {

        private final Set<K> keys = new LinkedHashSet<>();
        private boolean all;

        @Override
        public void of(K key) {
            if (entries.containsKey(key)) {
                keys.add(key);
            }
        }

        @Override
        public void ofAll() {
            all = true;
        }

        List<T> entries() {
            List<T> suspects = new ArrayList<>();
            (all ? entries.keySet() : keys)
                    .forEach(key -> suspects.addAll(entries.getOrDefault(key, Set.of())));
            return suspects;
        }

        void clear() {
            keys.clear();
            all = false;
        }
    }

    private final Kind<K, T> kind;
    private final Function<T, K> keyOf;
    private final Poller poller;
    private final int groups;

    /** The usual one until it is set. */
    private Optional<EventBuffer> eventBuffer = Optional.empty();

    private final int ownPortId;
    private final Map<K, Set<T>> entries = new LinkedHashMap<>();
    private final List<Consumer<T>> listeners = new ArrayList<>();
    private final Suspects suspects = new Suspects();

    /** There from the first listener on. */
    private NetlinkSocket events;

    /**
     * A watch that begins with its first listener.
     *
     * @param groups the multicast groups to hear, RTMGRP_*
     * @param ownPortId whose events are known already
     */
    LossWatch(Kind<K, T> kind, Function<T, K> keyOf, Poller poller, int groups, int ownPortId) {
        this.kind = kind;
        this.keyOf = keyOf;
        this.poller = poller;
        this.groups = groups;
        this.ownPortId = ownPortId;
    }

    void listen(Consumer<T> listener) throws SystemException {
        listeners.add(listener);
        if (events == null) {
            events = new NetlinkSocket(groups, EVENT_BUFFER_BYTES);
            setEventBuffer();
            poller.add(this);
            suspects.ofAll(); // Of what went before anyone listened.
            look();
        }
    }

    void added(T entry) {
        entries.computeIfAbsent(keyOf.apply(entry), key -> new LinkedHashSet<>()).add(entry);
    }

    /** Whether it was watched. */
    boolean removed(T entry) {
        K key = keyOf.apply(entry);
        Set<T> same = entries.get(key);
        if (same == null || !same.remove(entry)) {
            return false;
        }
        if (same.isEmpty()) {
            entries.remove(key);
        }
        return true;
    }

    /** Sets how much of events the kernel keeps; the usual size when empty. */
    void setEventBuffer(OptionalInt bytes, boolean forced) throws SystemException {
        eventBuffer = Optional.of(new EventBuffer(bytes, forced));
        if (events != null) {
            setEventBuffer();
        }
    }

    private void setEventBuffer() throws SystemException {
        if (eventBuffer.isPresent()) {
            events.setReceiveBuffer(eventBuffer.get().bytes(), eventBuffer.get().forced());
        }
    }

    @Override
    public int fd() {
        return events.fd();
    }

    @Override
    public void readable(long nowNanos, int share) {
        for (int i = 0; i < share; i++) {
            int error = events.receive();
            if (error == Errno.EAGAIN) {
                break;
            }
            if (error == 0) {
                readEvents();
            } else {
                LOG.info("routing events were lost ({})", Errno.name(error));
                suspects.ofAll();
            }
        }
        look();
    }

    private void readEvents() {
        try {
            NetlinkReader message = new NetlinkReader(events.datagram());
            while (message.next()) {
                if (message.portId() != ownPortId) {
                    kind.suspect(message, suspects);
                }
            }
        } catch (NetlinkFormatException e) {
            LOG.warn("a routing event is not understood", e);
            suspects.ofAll();
        }
    }

    private void look() {
        List<T> looked = suspects.entries();
        if (looked.isEmpty()) {
            suspects.clear();
            return;
        }
        try {
            Set<T> there = new HashSet<>(kind.present(looked));
            suspects.clear();
            looked.stream().filter(entry -> !there.contains(entry)).forEach(this::lost);
        } catch (SystemException e) {
            LOG.error("routing cannot be read until its next event: {}", e.getMessage());
        }
    }

    private void lost(T entry) {
        // A listener that was told of another loss may have removed this one meanwhile.
        if (removed(entry)) {
            List.copyOf(listeners).forEach(listener -> tell(listener, entry));
        }
    }

    private void tell(Consumer<T> listener, T entry) {
        try {
            listener.accept(entry);
        } catch (RuntimeException e) {
            LOG.error("a listener failed on the loss of {}", entry, e);
        }
    }

    @Override
    public void close() {
        if (events != null) {
            poller.remove(this);
            events.close();
        }
    }
}
