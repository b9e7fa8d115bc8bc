package org.ninelives.lvs.core;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The servers that are to be without connections: those people drain, and those that are gone. */
final class Departures {

    private final Words words;

    /** Not configured any more; in the kernel until they have no connections. */
    private final Map<String, RealServer> leaving = new LinkedHashMap<>();

    Departures(Words words) {
        this.words = words;
    }

    Collection<RealServer> leaving() {
        return leaving.values();
    }

    /** A server that is not configured any more begins to leave. */
    void begin(long nowNanos, RealServer server, Duration limit) {
        server.beginDrain(Drain.from(nowNanos, limit));
        leaving.put(server.name(), server);
    }

    /** A server that was leaving is configured again. */
    void comeBack(String name) {
        leaving.remove(name);
    }

    /** Those that still have to lose connections. */
    List<RealServer> draining(Collection<RealServer> servers) {
        return Stream.concat(servers.stream(), leaving.values().stream())
                .filter(server -> server.drainState() == RealServer.DrainState.DRAINING)
                .toList();
    }

    void count(Collection<RealServer> servers, Map<String, Long> connections) {
        for (RealServer server : draining(servers)) {
            Long left = connections.get(server.name());
            if (left != null) {
                server.updateDrain(server.drain().orElseThrow().counted(left));
            }
        }
    }

    /** Lets those go that have no connections, or no time left. */
    void end(long nowNanos, Collection<RealServer> servers, Consumer<Effect> effects) {
        for (RealServer server : draining(servers)) {
            Drain drain = server.drain().orElseThrow();
            if (drain.isOver(nowNanos)) {
                server.drained();
                effects.accept(new Effect.Line(words.drained(server, drain)));
                if (leaving.remove(server.name(), server)) {
                    effects.accept(new Effect.Line(words.removing(server)));
                }
            }
        }
    }

    long deadlineNanos(Collection<RealServer> servers) {
        return draining(servers).stream()
                .mapToLong(server -> server.drain().orElseThrow().deadlineNanos())
                .min()
                .orElse(VirtualServer.NEVER);
    }
}
