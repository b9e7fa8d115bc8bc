package org.ninelives.track.process.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.system.ProcessEvent;
import org.ninelives.api.system.RunningProcess;

/**
 * A machine whose processes a scenario decides, line by line.
 *
 * <pre>
 *   track web name nginx quorum 2 max 5 fork_delay 1 terminate_delay 2
 *   track web command /bin/sh -c x              compares the command line, parameters exactly
 *   start                                       tracks what was written so far
 *   run 10 nginx -g x    fork 10 11    rename 10 other    end 10    wait 2.5
 *   lose ...                                    the same without being told
 *   lost                                        and that something was lost
 * </pre>
 */
final class ScenarioWorld {

    private final ProcessCount count = new ProcessCount();
    private final List<ProcessSettings> wanted = new ArrayList<>();
    private final Map<Integer, RunningProcess> running = new TreeMap<>();
    private final List<String> transcript = new ArrayList<>();
    private long nowNanos;
    private boolean losing;

    List<String> takeTranscript() {
        List<String> taken = List.copyOf(transcript);
        transcript.clear();
        return taken;
    }

    void perform(String line) {
        List<String> words = Arrays.asList(line.split(" ", -1));
        losing = words.getFirst().equals("lose");
        List<String> rest = words.subList(losing ? 1 : 0, words.size());
        switch (rest.getFirst()) {
            case "track" -> track(rest.subList(1, rest.size()));
            case "start" -> handle(new Input.Track(wanted));
            case "run" -> run(pid(rest, 1), rest.subList(2, rest.size()));
            case "fork" -> fork(pid(rest, 1), pid(rest, 2));
            case "rename" -> rename(pid(rest, 1), rest.get(2));
            case "end" -> {
                running.remove(pid(rest, 1));
                tell(new ProcessEvent.Exited(pid(rest, 1)));
            }
            case "lost" -> tell(new ProcessEvent.Lost());
            case "wait" -> advance(nanos(rest.get(1)));
            default -> throw new IllegalArgumentException(line);
        }
    }

    private static int pid(List<String> words, int index) {
        return Integer.parseInt(words.get(index));
    }

    private static long nanos(String seconds) {
        return (long) (Double.parseDouble(seconds) * TimeUnit.SECONDS.toNanos(1));
    }

    private void track(List<String> words) {
        wanted.removeIf(settings -> settings.name().equals(words.getFirst()));
        ProcessPattern pattern =
                words.get(1).equals("name")
                        ? ProcessPattern.Name.ofProgram(words.get(2))
                        : new ProcessPattern.Command(
                                words.get(2), words.subList(3, words.size()), ParameterMatch.EXACT);
        wanted.add(
                new ProcessSettings(
                        words.getFirst(),
                        pattern,
                        Integer.parseInt(option(words, "quorum", "1")),
                        Integer.parseInt(
                                option(words, "max", Integer.toString(ProcessSettings.UNLIMITED))),
                        nanos(option(words, "fork_delay", "0")),
                        nanos(option(words, "terminate_delay", "0"))));
    }

    private static String option(List<String> words, String name, String absent) {
        int at = words.indexOf(name);
        return at < 0 || at < 2 ? absent : words.get(at + 1);
    }

    private void run(int pid, List<String> command) {
        if (!running.containsKey(pid)) {
            fork(1, pid);
        }
        String name = ProcessPattern.Name.ofProgram(command.getFirst()).name();
        running.put(pid, new RunningProcess(pid, name, command));
        tell(new ProcessEvent.Executed(pid));
    }

    private void fork(int parent, int child) {
        RunningProcess like =
                running.getOrDefault(parent, new RunningProcess(1, "init", List.of("init")));
        running.put(child, new RunningProcess(child, like.name(), like.command()));
        tell(new ProcessEvent.Forked(parent, child));
    }

    private void rename(int pid, String name) {
        running.put(pid, new RunningProcess(pid, name, running.get(pid).command()));
        tell(new ProcessEvent.Renamed(pid, name));
    }

    private void tell(ProcessEvent event) {
        if (!losing) {
            handle(new Input.Happened(event));
        }
    }

    private void advance(long nanos) {
        long end = nowNanos + nanos;
        while (count.deadlineNanos() <= end) {
            nowNanos = Math.max(nowNanos, count.deadlineNanos());
            handle(new Input.Tick());
        }
        nowNanos = end;
    }

    private void handle(Input input) {
        Queue<Effect> effects = new ArrayDeque<>();
        count.handle(nowNanos, input, effects::add);
        while (!effects.isEmpty()) {
            switch (effects.remove()) {
                case Effect.ListProcesses asked -> {
                    say(asked.lost() ? "lists all processes again" : "lists all processes");
                    Input listed = new Input.Listed(List.copyOf(running.values()));
                    count.handle(nowNanos, listed, effects::add);
                }
                case Effect.LookAt asked ->
                        count.handle(
                                nowNanos,
                                new Input.LookedAt(Optional.ofNullable(running.get(asked.pid()))),
                                effects::add);
                case Effect.Became became ->
                        say((became.good() ? "GOOD " : "BAD ") + became.text());
            }
        }
    }

    private void say(String what) {
        transcript.add("%8.3fs %s".formatted(nowNanos / 1e9, what));
    }
}
