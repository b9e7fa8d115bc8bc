package org.ninelives.lvs.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckStanding;
import org.ninelives.api.check.Weighting;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.notify.LvsEvent;

/** Plays inputs to one virtual server and writes down what follows. */
final class Play {

    private final Map<CheckKey, CheckStanding> standings = new HashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private final VirtualServer server;
    private long nowNanos;

    Play(Sample sample) {
        this(sample, false);
    }

    Play(Sample sample, boolean tellsFirstStates) {
        server = new VirtualServer(sample.settings().name(), tellsFirstStates);
        configure(sample);
    }

    VirtualServer server() {
        return server;
    }

    void configure(Sample sample) {
        handle(
                new Input.Configured(
                        sample.settings(),
                        key -> standings.getOrDefault(key, CheckStanding.UNKNOWN)));
    }

    void passes(String address) {
        tells(address, 0, CheckStanding.Verdict.PASSED, Weighting.NONE);
    }

    void fails(String address) {
        tells(address, 0, CheckStanding.Verdict.FAILED, Weighting.NONE);
    }

    void tells(String address, int number, CheckStanding.Verdict verdict, Weighting weighting) {
        CheckKey key = new CheckKey(server.name(), name(address), number);
        CheckStanding standing = new CheckStanding(verdict, weighting, verdict + "");
        standings.put(key, standing);
        handle(new Input.CheckTold(key, standing));
    }

    void wish(String address, int weight) {
        wish(address, new ServerWishes(OptionalInt.of(weight), false, Optional.empty()));
    }

    void drain(String address, Duration limit) {
        wish(
                address,
                new ServerWishes(
                        OptionalInt.empty(), false, Optional.of(new DrainWish(nowNanos, limit))));
    }

    void disable(String address) {
        wish(address, new ServerWishes(OptionalInt.empty(), true, Optional.empty()));
    }

    private void wish(String address, ServerWishes wishes) {
        handle(new Input.Wished(new Wishes(false, Map.of(name(address), wishes))));
    }

    void wishNothing() {
        handle(new Input.Wished(Wishes.NONE));
    }

    static String name(String address) {
        return "[" + address + "]:tcp:80";
    }

    void advance(Duration time) {
        nowNanos += time.toNanos();
        if (server.deadlineNanos() <= nowNanos) {
            handle(new Input.Tick());
        }
    }

    void handle(Input input) {
        server.handle(nowNanos, input, effects::add);
    }

    /** The lines of the log since the last call; an event as what it tells. */
    List<String> story() {
        List<String> story =
                effects.stream()
                        .map(
                                effect ->
                                        switch (effect) {
                                            case Effect.Line line -> line.text();
                                            case Effect.Happened happened -> told(happened.event());
                                        })
                        .toList();
        effects.clear();
        return story;
    }

    private static String told(LvsEvent event) {
        return switch (event) {
            case LvsEvent.RealServerState state ->
                    "RS " + state.realServer() + (state.up() ? " UP" : " DOWN");
            case LvsEvent.QuorumState state -> "VS" + (state.up() ? " UP" : " DOWN");
        };
    }

    /** What the kernel shall have: {@code 192.168.0.2 1} for a server with weight 1. */
    List<String> table() {
        return server.table().values().stream()
                .flatMap(service -> service.destinations().values().stream())
                .map(Play::words)
                .toList();
    }

    private static String words(IpvsDestination destination) {
        return destination.key().address() + " " + destination.weight();
    }
}
