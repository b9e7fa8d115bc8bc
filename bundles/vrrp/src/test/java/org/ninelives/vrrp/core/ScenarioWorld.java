package org.ninelives.vrrp.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The routers of one scenario on a network that delivers after 0.2 ms; writes the transcript. */
final class ScenarioWorld {

    private static final long DELAY_NANOS = 200_000;

    private record Packet(long atNanos, ScenarioRouter to, ScenarioRouter from, int priority) {}

    private final Map<String, ScenarioRouter> routers = new LinkedHashMap<>();
    private final Map<String, SyncGroup> groups = new HashMap<>();
    private final List<Packet> packets = new ArrayList<>();
    private final List<String> cuts = new ArrayList<>();
    private final List<String> transcript = new ArrayList<>();
    private long nowNanos;

    /** Performs one line of a scenario. */
    void perform(String line) {
        List<String> words = Arrays.asList(line.trim().split("\\s+"));
        String verb = words.getFirst();
        switch (verb) {
            case "router" -> {
                ScenarioRouter router = new ScenarioRouter(words.get(1), this);
                router.configure(words.subList(2, words.size()));
                routers.put(words.get(1), router);
            }
            case "run" -> run(nowNanos + nanos(words.get(1)));
            case "cut" -> cuts.add(words.get(1));
            case "group" -> group(words.get(1), words.subList(2, words.size()));
            case "heal" -> cuts.clear();
            default ->
                    routers.values().stream()
                            .filter(r -> words.size() == 1 || r.name().equals(words.get(1)))
                            .forEach(r -> r.command(nowNanos, verb, words));
        }
    }

    /** What has happened since the last call. */
    List<String> takeTranscript() {
        List<String> lines = List.copyOf(transcript);
        transcript.clear();
        return lines;
    }

    void tell(long atNanos, String text) {
        transcript.add(String.format(Locale.ROOT, "%8.3fs %s", atNanos / 1e9, text));
    }

    void send(ScenarioRouter from, int priority) {
        for (ScenarioRouter to : routers.values()) {
            boolean cut = cuts.contains(from.name() + ">" + to.name());
            if (to != from && to.lan().equals(from.lan()) && !cut) {
                packets.add(new Packet(nowNanos + DELAY_NANOS, to, from, priority));
            }
        }
    }

    long nowNanos() {
        return nowNanos;
    }

    private void group(String name, List<String> members) {
        SyncGroup group =
                groups.computeIfAbsent(
                        name, any -> new SyncGroup(any, effect -> tell(name, effect)));
        group.setMembers(
                nowNanos, members.stream().map(routers::get).map(ScenarioRouter::member).toList());
    }

    private void tell(String group, GroupEffect effect) {
        switch (effect) {
            case GroupEffect.Syncing syncing -> tell(nowNanos, syncing.text(group));
            case GroupEffect.StateChanged change ->
                    tell(nowNanos, "%s %s -> %s".formatted(group, change.from(), change.to()));
            case GroupEffect.DeadlinesMoved moved -> {}
        }
    }

    private void run(long endNanos) {
        while (true) {
            Optional<ScenarioRouter> due =
                    routers.values().stream()
                            .min(Comparator.comparingLong(ScenarioRouter::deadlineNanos));
            long deadline = due.map(ScenarioRouter::deadlineNanos).orElse(Timers.NEVER);
            long arrival = packets.isEmpty() ? Timers.NEVER : packets.getFirst().atNanos();
            if (Math.min(deadline, arrival) > endNanos) {
                nowNanos = endNanos;
                return;
            }
            nowNanos = Math.max(nowNanos, Math.min(deadline, arrival));
            if (arrival <= deadline) {
                Packet packet = packets.removeFirst();
                packet.to().receive(nowNanos, packet.from(), packet.priority());
            } else {
                due.orElseThrow().tick(nowNanos);
            }
        }
    }

    /** {@code 5s} or {@code 20ms}. */
    static long nanos(String text) {
        return text.endsWith("ms")
                ? (long) (Double.parseDouble(text.substring(0, text.length() - 2)) * 1e6)
                : (long) (Double.parseDouble(text.substring(0, text.length() - 1)) * 1e9);
    }
}
