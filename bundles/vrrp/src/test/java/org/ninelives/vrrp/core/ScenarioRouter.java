package org.ninelives.vrrp.core;

import static org.ninelives.vrrp.core.Timers.NEVER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.net.IpAddress;

/** One router of a scenario: understands its commands and tells its effects. */
final class ScenarioRouter {

    private final String name;
    private final ScenarioWorld world;
    private final Map<String, String> words = new HashMap<>();
    private VirtualRouter router;
    private boolean alive;
    private boolean frozen;
    private boolean routine;

    ScenarioRouter(String name, ScenarioWorld world) {
        this.name = name;
        this.world = world;
    }

    String name() {
        return name;
    }

    /** The network it is on; routers of one network hear each other. */
    String lan() {
        return words.getOrDefault("lan", "");
    }

    SyncGroup.Member member() {
        return new SyncGroup.Member(name, router, this::perform);
    }

    void configure(List<String> settings) {
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            words.put(parts[0], parts.length == 2 ? parts[1] : "yes");
        }
    }

    void command(long now, String verb, List<String> line) {
        List<String> rest = line.size() > 2 ? line.subList(2, line.size()) : List.of();
        switch (verb) {
            case "start" -> start(now);
            case "stop" -> handle(now, Input.STOP);
            case "kill" -> alive = false;
            case "freeze" -> frozen = true;
            case "thaw" -> frozen = false;
            case "resign" -> handle(now, Input.RESIGN);
            case "priority" ->
                    handle(now, new Input.PriorityChanged(Integer.parseInt(rest.getFirst())));
            case "fault" ->
                    handle(
                            now,
                            new Input.FaultsChanged(
                                    List.of(
                                            new Fault(
                                                    Fault.Kind.INTERFACE_DOWN,
                                                    String.join(" ", rest)))));
            case "recover" -> handle(now, new Input.FaultsChanged(List.of()));
            case "lose" -> handle(now, new Input.AddressesLost(String.join(" ", rest)));
            case "reload" -> {
                configure(rest);
                handle(now, new Input.SettingsChanged(settings(), number("priority", 100)));
            }
            case "show" ->
                    world.tell(
                            now, "%s is %s: %s".formatted(name, router.state(), router.reason()));
            default -> throw new IllegalArgumentException("unknown command: " + verb);
        }
    }

    void receive(long now, ScenarioRouter from, int priority) {
        if (alive && !frozen) {
            IpAddress source = from.address();
            handle(
                    now,
                    new ReceivedAdvert()
                            .set(
                                    priority,
                                    from.settings().advertIntervalNanos(),
                                    source.family(),
                                    source.high(),
                                    source.low()));
        }
    }

    void tick(long now) {
        routine = router.state() == State.MASTER;
        handle(now, Input.TICK);
        routine = false;
    }

    long deadlineNanos() {
        return alive && !frozen ? router.deadlineNanos() : NEVER;
    }

    private void start(long now) {
        router = new VirtualRouter(settings());
        alive = true;
        handle(now, new Input.SourceAddressChanged(address()));
        handle(now, Input.START);
    }

    private IpAddress address() {
        return IpAddress.of(words.get("address"));
    }

    private RouterSettings settings() {
        GarpSettings garp =
                new GarpSettings(
                        5, nanos("garp_delay", "5s"), nanos("garp_refresh", "0s"), 1, 5, 0);
        return new RouterSettings(
                number("version", 2),
                number("priority", 100),
                !words.containsKey("nopreempt"),
                nanos("preempt_delay", "0s"),
                nanos("advert", "1s"),
                3,
                nanos("start_delay", "0s"),
                words.containsKey("lower_prio_no_advert"),
                words.containsKey("higher_prio_send_advert"),
                garp);
    }

    private int number(String word, int otherwise) {
        return Integer.parseInt(words.getOrDefault(word, Integer.toString(otherwise)));
    }

    private long nanos(String word, String otherwise) {
        return ScenarioWorld.nanos(words.getOrDefault(word, otherwise));
    }

    private void handle(long now, Input input) {
        if (alive) {
            router.handle(now, input, this::perform);
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.SendAdvert send -> {
                if (!routine) {
                    tell("sends priority " + send.priority());
                }
                world.send(this, send.priority());
            }
            case Effect.SendResignation resignation -> {
                tell("sends priority 0");
                world.send(this, 0);
            }
            case Effect.OwnAddresses own -> tell("takes the addresses");
            case Effect.DisownAddresses disown -> tell("gives up the addresses");
            case Effect.Announce announce -> tell("announces " + announce.count() + " times");
            case Effect.StateChanged changed ->
                    tell("%s -> %s".formatted(changed.from(), changed.to()));
            case Effect.AskWitness ask -> tell("asks its witness");
            case Effect.Reclaimed reclaimed ->
                    tell("reclaims the addresses from " + reclaimed.source());
            case Remark remark -> world.tell(world.nowNanos(), remark.text(name));
        }
    }

    private void tell(String what) {
        world.tell(world.nowNanos(), name + " " + what);
    }
}
