package org.ninelives.lvs.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.ninelives.api.notify.DrainEvent;
import org.ninelives.lvs.core.Explanation;
import org.ninelives.lvs.core.RealServer;
import org.ninelives.lvs.core.VirtualServer;

/** Tells how far servers have come that operators drain. Loop thread only. */
final class DrainReports {

    private final Map<String, Map<String, Step>> told = new HashMap<>();

    private record Step(String state, OptionalLong connections) {}

    /** Whether somebody was told that a server of it is drained. */
    boolean knows(String virtualServer) {
        return told.containsKey(virtualServer);
    }

    /** Tells what is different since the last look. */
    void look(VirtualServer virtual, Consumer<DrainEvent> listener) {
        Map<String, Step> before = told.getOrDefault(virtual.name(), Map.of());
        Map<String, Step> now = new HashMap<>();
        for (RealServer server : virtual.servers()) {
            Step step = step(server);
            Step last = before.get(server.name());
            boolean drains = server.drainState() != RealServer.DrainState.NONE;
            if (drains) {
                now.put(server.name(), step);
            }
            if (drains ? !step.equals(last) : last != null) {
                listener.accept(event(virtual, server, step));
            }
        }
        if (now.isEmpty()) {
            told.remove(virtual.name());
        } else {
            told.put(virtual.name(), now);
        }
    }

    private static Step step(RealServer server) {
        return new Step(
                Explanation.state(server),
                server.drain().map(drain -> drain.connections()).orElse(OptionalLong.empty()));
    }

    private static DrainEvent event(VirtualServer virtual, RealServer server, Step step) {
        String reason = Explanation.reason(server);
        return new DrainEvent(
                virtual.name(),
                server.name(),
                step.state(),
                step.connections(),
                "%s of %s is %s%s"
                        .formatted(
                                server.name(),
                                virtual.name(),
                                step.state(),
                                reason.isEmpty() ? "" : ": " + reason));
    }
}
