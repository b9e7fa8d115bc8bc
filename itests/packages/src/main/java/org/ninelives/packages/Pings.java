package org.ninelives.packages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ninelives.labs.Lab;

/** A client that pings an address every 20 ms, from its making on. */
final class Pings {
    private static final Pattern REPLY = Pattern.compile("\\[(\\d+\\.\\d+)] \\d+ bytes from .*");
    private static final String LABEL = "ping";

    private final Lab lab;

    Pings(Lab lab, String address) {
        this.lab = lab;
        lab.node("client").start(LABEL, List.of("ping", "-D", "-n", "-i", "0.02", address));
    }

    /** The longest time without an answer while something happens, which ends with an answer. */
    Duration gap(Runnable event) {
        double begin = Instant.now().toEpochMilli() / 1000.0;
        event.run();
        double last = begin;
        double longest = 0;
        for (String line : lab.node("client").log(LABEL).text().lines().toList()) {
            Matcher reply = REPLY.matcher(line);
            if (reply.matches() && Double.parseDouble(reply.group(1)) > begin) {
                double time = Double.parseDouble(reply.group(1));
                longest = Math.max(longest, time - last);
                last = time;
            }
        }
        return Duration.ofMillis(Math.round(longest * 1000));
    }

    /** Waits for an answer from now on. */
    void awaitAnswer() {
        Instant now = Instant.now();
        lab.await("the client has an answer", () -> lastReply().isAfter(now));
    }

    private Instant lastReply() {
        return lab.node("client")
                .log(LABEL)
                .text()
                .lines()
                .map(REPLY::matcher)
                .filter(Matcher::matches)
                .reduce((first, second) -> second)
                .map(reply -> Double.parseDouble(reply.group(1)) * 1000)
                .map(millis -> Instant.ofEpochMilli(millis.longValue()))
                .orElse(Instant.MIN);
    }
}
