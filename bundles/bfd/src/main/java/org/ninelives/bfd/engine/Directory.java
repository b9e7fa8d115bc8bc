package org.ninelives.bfd.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Datagram;

/** Which session a packet is for, RFC 5880 section 6.3. Immutable. */
final class Directory {

    static final Directory EMPTY = new Directory(List.of());

    /** Sorted, so that a packet is assigned without a search through hundreds. */
    private final int[] discriminators;

    private final List<RunningSession> sessions;

    Directory(Collection<RunningSession> sessions) {
        this.sessions =
                sessions.stream()
                        .sorted(Comparator.comparingInt(RunningSession::discriminator))
                        .toList();
        discriminators = this.sessions.stream().mapToInt(RunningSession::discriminator).toArray();
    }

    boolean has(int discriminator) {
        return Arrays.binarySearch(discriminators, discriminator) >= 0;
    }

    /** The session with this discriminator; null if there is none, as that costs nothing. */
    RunningSession find(int discriminator) {
        int index = Arrays.binarySearch(discriminators, discriminator);
        return index < 0 ? null : sessions.get(index);
    }

    /** The session a packet that names none is for: that of its addresses. */
    Optional<RunningSession> find(Datagram datagram, boolean multihop) {
        Optional<RunningSession> anySource = Optional.empty();
        for (RunningSession session : sessions) {
            if (session.settings().multihop() == multihop
                    && datagram.isFrom(session.settings().neighbour())) {
                Optional<IpAddress> source = session.settings().source();
                if (source.isEmpty()) {
                    anySource = Optional.of(session);
                } else if (datagram.isTo(source.get())) {
                    return Optional.of(session);
                }
            }
        }
        return anySource;
    }
}
