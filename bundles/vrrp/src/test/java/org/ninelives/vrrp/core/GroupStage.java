package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.net.IpAddress;

/**
 * Routers VI_1, VI_2, … in sync group G, each with a test that plays the rest of the world. Tells
 * what happens as lines: {@code VI_1 BACKUP -> MASTER}, {@code G BACKUP -> MASTER}.
 */
final class GroupStage {

    final SyncGroup group = new SyncGroup("G", this::tell);
    private final Map<String, VirtualRouter> routers = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private boolean deadlinesMoved;
    private long nowNanos;

    /** Started routers of these settings, in the group. */
    static GroupStage of(RouterSettings... settings) {
        GroupStage stage = new GroupStage();
        for (int i = 0; i < settings.length; i++) {
            stage.create("VI_" + (i + 1), settings[i]);
        }
        stage.setMembers(stage.routers.keySet().toArray(String[]::new));
        stage.routers.keySet().forEach(name -> stage.input(name, Input.START));
        return stage;
    }

    GroupStage create(String name, RouterSettings settings) {
        routers.put(name, new VirtualRouter(settings));
        return input(name, new Input.SourceAddressChanged(Stage.OWN));
    }

    GroupStage setMembers(String... names) {
        return setMembersOf(group, names);
    }

    GroupStage setMembersOf(SyncGroup any, String... names) {
        List<SyncGroup.Member> members = new ArrayList<>();
        for (String name : names) {
            members.add(new SyncGroup.Member(name, router(name), effect -> tell(name, effect)));
        }
        any.setMembers(nowNanos, members);
        return this;
    }

    /** Also sees to it that no deadline of another moves without a word. */
    GroupStage input(String name, Input input) {
        Map<String, Long> before = deadlinesBeside(name);
        deadlinesMoved = false;
        router(name).handle(nowNanos, input, effect -> tell(name, effect));
        if (!deadlinesBeside(name).equals(before)) {
            assertThat(deadlinesMoved).as("deadlines moved by %s of %s", input, name).isTrue();
        }
        return this;
    }

    private Map<String, Long> deadlinesBeside(String name) {
        Map<String, Long> deadlines = new LinkedHashMap<>();
        routers.forEach(
                (other, router) -> {
                    if (!other.equals(name)) {
                        deadlines.put(other, router.deadlineNanos());
                    }
                });
        return deadlines;
    }

    GroupStage fault(String name, Fault... faults) {
        return input(name, new Input.FaultsChanged(List.of(faults)));
    }

    GroupStage hears(String name, int priority, IpAddress from) {
        return input(
                name,
                new ReceivedAdvert()
                        .set(priority, Stage.SECOND, from.family(), from.high(), from.low()));
    }

    GroupStage waits(long nanos) {
        long end = nowNanos + nanos;
        while (true) {
            String next = routers.keySet().iterator().next();
            for (String name : routers.keySet()) {
                if (router(name).deadlineNanos() < router(next).deadlineNanos()) {
                    next = name;
                }
            }
            if (router(next).deadlineNanos() > end) {
                nowNanos = end;
                return this;
            }
            nowNanos = router(next).deadlineNanos();
            input(next, Input.TICK);
        }
    }

    GroupStage pauses(long nanos) {
        nowNanos += nanos;
        return this;
    }

    VirtualRouter router(String name) {
        return routers.get(name);
    }

    List<State> states() {
        return routers.values().stream().map(VirtualRouter::state).toList();
    }

    long untilDeadline(String name) {
        return router(name).deadlineNanos() - nowNanos;
    }

    List<String> takeLines() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    private void tell(String name, Effect effect) {
        switch (effect) {
            case Effect.SendAdvert send -> lines.add(name + " sends " + send.priority());
            case Effect.SendResignation resignation -> lines.add(name + " sends 0");
            case Effect.OwnAddresses own -> {}
            case Effect.DisownAddresses disown -> {}
            case Effect.Announce announce -> lines.add(name + " announces");
            case Effect.AskWitness ask -> lines.add(name + " asks " + ask.id());
            case Effect.Reclaimed reclaimed -> lines.add(name + " reclaims");
            case Effect.StateChanged change ->
                    lines.add(
                            "%s %s -> %s%s"
                                    .formatted(
                                            name,
                                            change.from(),
                                            change.to(),
                                            change.held() ? " held" : ""));
            case Remark.CompanionsAwaited waits -> lines.add(waits.text(name));
            case Remark remark -> {}
        }
    }

    private void tell(GroupEffect effect) {
        switch (effect) {
            case GroupEffect.DeadlinesMoved moved -> deadlinesMoved = true;
            case GroupEffect.Syncing syncing -> lines.add(syncing.text(group.name()));
            case GroupEffect.StateChanged change ->
                    lines.add(
                            "%s %s -> %s%s"
                                    .formatted(
                                            group.name(),
                                            change.from(),
                                            change.to(),
                                            change.held() ? " held" : ""));
        }
    }
}
