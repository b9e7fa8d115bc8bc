package org.ninelives.notify.email.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Drives an {@link Outbox} by commands, and writes down what it does:
 *
 * <ul>
 *   <li>{@code configure to=A,B queue=N retry=FIRST,MAX,LIMIT digest=INTERVAL,ALONE limit=SECONDS}
 *   <li>{@code post TOPIC...}, {@code storm N}, {@code run SECONDS}, {@code close SECONDS}, {@code
 *       off}, {@code tally}
 *   <li>of the delivery that was begun last: {@code taken}, {@code taken but ADDRESS
 *       lasting|passing REPLY}, {@code rejected REPLY}, {@code failed REASON}; {@code late} of the
 *       one before
 * </ul>
 */
final class OutboxTranscript {

    private static final long SECOND = 1_000_000_000L;

    private final Outbox outbox = new Outbox();
    private final List<String> told = new ArrayList<>();
    private long now;
    private long latest;

    /** What a command comes to, one line each. */
    List<String> after(String command) {
        told.clear();
        String[] words = command.split(" ", 2);
        String rest = words.length == 2 ? words[1] : "";
        switch (words[0]) {
            case "configure" -> handle(new Input.Configure(Optional.of(settings(rest))));
            case "off" -> handle(new Input.Configure(Optional.empty()));
            case "post" -> Arrays.stream(rest.split(" ", -1)).forEach(this::post);
            case "storm" ->
                    IntStream.rangeClosed(1, Integer.parseInt(rest))
                            .forEach(number -> post("S" + number));
            case "taken" -> delivered(latest, new Outcome.Taken(refusals(rest)));
            case "late" -> delivered(latest - 1, new Outcome.Taken(List.of()));
            case "rejected" -> delivered(latest, new Outcome.Rejected(rest));
            case "failed" -> delivered(latest, new Outcome.Failed(rest));
            case "run" -> run(seconds(rest));
            case "close" -> handle(new Input.Close(seconds(rest)));
            case "tally" -> tell(outbox.tally().toString());
            default -> throw new IllegalArgumentException(command);
        }
        return List.copyOf(told);
    }

    private void post(String topic) {
        Instant time = Instant.EPOCH.plus(Duration.ofNanos(now));
        handle(new Input.Post(new Mail(time, "lb01", topic, "=> body <=\n")));
    }

    private void delivered(long number, Outcome outcome) {
        handle(new Input.Delivered(number, outcome));
    }

    private void run(long nanos) {
        long end = now + nanos;
        while (outbox.deadlineNanos() <= end) {
            long due = outbox.deadlineNanos();
            now = Math.max(now, due);
            handle(new Input.Tick());
            if (outbox.deadlineNanos() <= now) {
                throw new AssertionError("still due after its tick at " + now);
            }
        }
        now = end;
    }

    private void handle(Input input) {
        outbox.handle(now, input, this::perform);
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Send send -> {
                latest = send.number();
                tell("#" + latest + " " + send.mail().subject() + " to " + to(send));
                if (send.mail().topic().endsWith("changes of state")) {
                    send.mail().body().lines().forEach(line -> tell("    " + line));
                }
            }
            case Effect.Abandon abandon -> tell("#" + abandon.number() + " is abandoned");
            case Effect.Report report -> tell(report.weight() + " " + report.text());
            case Effect.Closed closed -> tell("closed");
        }
    }

    private static String to(Effect.Send send) {
        return send.recipients().stream().map(Recipient::address).collect(Collectors.joining(", "));
    }

    private void tell(String line) {
        told.add(String.format(Locale.ROOT, "%8.1fs %s", now / (double) SECOND, line));
    }

    private static List<Refusal> refusals(String words) {
        if (words.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(words.substring("but ".length()).split(", ", -1))
                .map(each -> each.split(" ", 3))
                .map(each -> new Refusal(each[0], each[2], each[1].equals("lasting")))
                .toList();
    }

    private static OutboxSettings settings(String words) {
        Map<String, String> given = new HashMap<>();
        for (String word : words.split(" ", -1)) {
            String[] parts = word.split("=", 2);
            given.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        String[] retry = given.getOrDefault("retry", "10,300,3600").split(",", -1);
        String[] digest = given.getOrDefault("digest", "0,1").split(",", -1);
        return new OutboxSettings(
                Arrays.stream(given.getOrDefault("to", "ops@a").split(",", -1))
                        .map(address -> new Recipient("", address))
                        .toList(),
                Integer.parseInt(given.getOrDefault("queue", "100")),
                new OutboxSettings.Retries(seconds(retry[0]), seconds(retry[1]), seconds(retry[2])),
                new OutboxSettings.DigestSettings(seconds(digest[0]), Integer.parseInt(digest[1])),
                seconds(given.getOrDefault("limit", "60")));
    }

    private static long seconds(String number) {
        return Math.round(Double.parseDouble(number) * SECOND);
    }
}
