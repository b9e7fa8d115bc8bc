package org.ninelives.lvs.core;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ninelives.lvs.settings.VirtualServerSettings;

/** Why servers serve or do not, in sentences for people. */
public final class Explanation {

    private Explanation() {}

    /** {@code UP}, {@code DOWN}, or {@code DRAINING} when it is not configured any more. */
    public static String state(VirtualServer server) {
        if (server.isLeaving()) {
            return "DRAINING";
        }
        return server.hasQuorum() ? "UP" : "DOWN";
    }

    /** {@code UP}, {@code DOWN}, {@code DRAINING} or {@code DRAINED}. */
    public static String state(RealServer server) {
        return switch (server.drainState()) {
            case NONE -> server.isAlive() ? "UP" : "DOWN";
            case DRAINING -> "DRAINING";
            case DRAINED -> "DRAINED";
        };
    }

    /** Why it is in that state; empty where there is nothing to tell. */
    public static String reason(RealServer server) {
        return switch (server.drainState()) {
            case NONE -> server.hindrance();
            case DRAINING -> "an operator drains it; " + connections(server);
            case DRAINED -> "an operator has drained it; undrain lets it serve again";
        };
    }

    private static String connections(RealServer server) {
        return server.drain().stream()
                .flatMapToLong(drain -> drain.connections().stream())
                .mapToObj(left -> left + " connections left")
                .findFirst()
                .orElse("its connections have not been counted yet");
    }

    /** A virtual server: its state, what keeps it from the kernel, and who is out. */
    public static List<String> of(VirtualServer server) {
        if (server.isLeaving()) {
            return ofLeaving(server);
        }
        VirtualServerSettings settings = server.settings();
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "It is %s: the live servers have weight %d, quorum %d, hysteresis %d."
                        .formatted(
                                server.hasQuorum() ? "up" : "down",
                                server.liveWeight(),
                                settings.quorum(),
                                settings.hysteresis()));
        if (server.isDisabled()) {
            sentences.add("It is not in the kernel, because an operator has disabled it.");
        } else if (!server.isPresent()) {
            sentences.add(
                    "It is not in the kernel, because %s is not master here."
                            .formatted(settings.follows().orElse("the daemon")));
        }
        if (server.isSorry()) {
            sentences.add(
                    "The sorry server %s serves in place of the others."
                            .formatted(settings.sorryServer().orElseThrow().name()));
        }
        for (RealServer each : server.servers()) {
            if (!state(each).equals("UP")) {
                sentences.add("%s is %s: %s.".formatted(each.name(), state(each), reason(each)));
            }
        }
        return sentences;
    }

    private static List<String> ofLeaving(VirtualServer server) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "It is not configured any more, gets no new connections, and is removed when those"
                        + " that it has have ended or the time is up.");
        for (RealServer each : server.draining()) {
            sentences.add("%s is leaving: %s.".formatted(each.name(), connections(each)));
        }
        return sentences;
    }

    /** A real server of a virtual server: its state, and all that bears on it. */
    public static List<String> of(VirtualServer virtual, RealServer server) {
        List<String> sentences = new ArrayList<>();
        String reason = reason(server);
        sentences.add(
                "It is %s%s.".formatted(state(server), reason.isEmpty() ? "" : ": " + reason));
        if (server.isAlive() && virtual.isSorry()) {
            sentences.add(
                    "It gets nothing, because %s has lost its quorum and its sorry server serves."
                            .formatted(virtual.name()));
        }
        if (!virtual.isPresent()) {
            sentences.add("Its virtual server is not in the kernel of this node.");
        }
        if (server.weight() == 0 && server.isAlive()) {
            sentences.add("It has weight 0 and gets no new connections.");
        }
        if (!server.settings().unknownCheckers().isEmpty()) {
            sentences.add(
                    "Nobody provides %s; its state is what it was before that."
                            .formatted(
                                    server.settings().unknownCheckers().stream()
                                            .distinct()
                                            .collect(Collectors.joining(", "))));
        }
        if (server.settings().checks().isEmpty()) {
            sentences.add("Nothing checks it.");
        }
        for (int number = 0; number < server.standings().size(); number++) {
            sentences.add(
                    "%s: %s%s."
                            .formatted(
                                    server.settings().checks().get(number).keyword(),
                                    server.standings().get(number).verdict(),
                                    detail(server.standings().get(number).reason())));
        }
        return sentences;
    }

    private static String detail(String reason) {
        return reason.isEmpty() ? "" : ", " + reason;
    }
}
