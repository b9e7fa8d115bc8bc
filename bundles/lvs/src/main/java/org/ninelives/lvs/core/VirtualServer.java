package org.ninelives.lvs.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.lvs.settings.VirtualServerSettings;

/**
 * One virtual server: which of its real servers serve, whether they are enough, and who stands in
 * the kernel for it. Knows no clock, no kernel and no thread.
 */
public final class VirtualServer {

    /** A deadline that does not come. */
    public static final long NEVER = Long.MAX_VALUE;

    private enum Phase {
        CONFIGURED,
        /** Not configured any more, and in the kernel until its connections have ended. */
        LEAVING,
        GONE
    }

    private final String name;
    private final Words words;
    private final Readiness readiness;
    private final Members members;
    private VirtualServerSettings settings;
    private Phase phase = Phase.CONFIGURED;
    private boolean followedIsMaster;

    /**
     * One that has not been configured yet.
     *
     * @param name as logs call it
     * @param tellsFirstStates whether servers that are up from the beginning are told to be so
     */
    public VirtualServer(String name, boolean tellsFirstStates) {
        this.name = name;
        words = new Words(name);
        readiness = new Readiness(words);
        members = new Members(words, tellsFirstStates);
    }

    /** Takes an input; what follows from it is told in order. */
    public void handle(long nowNanos, Input input, Consumer<Effect> effects) {
        switch (input) {
            case Input.Configured to when settings == null -> start(nowNanos, to, effects);
            case Input.Configured to -> reconfigure(nowNanos, to, effects);
            case Input.CheckTold told -> {
                members.told(told, effects);
                weigh(effects);
            }
            case Input.Mastership told -> follow(told.master(), effects);
            case Input.Wished wished -> wish(nowNanos, wished.wishes(), effects);
            case Input.ConnectionsCounted counted -> {
                members.counted(counted.connections());
                endDrains(nowNanos, effects);
            }
            case Input.Tick tick -> endDrains(nowNanos, effects);
            case Input.Removed removed -> remove(nowNanos, effects);
            case Input.Stop stop -> stop(effects);
        }
    }

    private void start(long nowNanos, Input.Configured to, Consumer<Effect> effects) {
        settings = to.settings();
        members.begin(nowNanos, to, effects);
        if (isDisabled()) {
            line(words.enabled(false), effects);
        }
        readiness.begin(liveWeight(), settings, effects);
    }

    private void reconfigure(long nowNanos, Input.Configured to, Consumer<Effect> effects) {
        boolean serving = isServing();
        settings = to.settings();
        members.change(nowNanos, to, serving, effects);
        weigh(effects);
    }

    private void weigh(Consumer<Effect> effects) {
        readiness.consider(liveWeight(), settings, effects);
    }

    private void follow(boolean master, Consumer<Effect> effects) {
        if (master != followedIsMaster && settings.follows().isPresent()) {
            line(words.followed(settings.follows().get(), master), effects);
        }
        followedIsMaster = master;
    }

    private void wish(long nowNanos, Wishes wanted, Consumer<Effect> effects) {
        boolean before = isDisabled();
        members.wish(nowNanos, wanted, effects);
        if (settings == null) {
            return;
        }
        if (before != isDisabled()) {
            line(words.enabled(before), effects);
        }
        weigh(effects);
    }

    private void endDrains(long nowNanos, Consumer<Effect> effects) {
        members.endDrains(nowNanos, effects);
        if (phase == Phase.LEAVING && members.leaving().isEmpty()) {
            phase = Phase.GONE;
            line(words.removingAll(), effects);
        }
    }

    private void remove(long nowNanos, Consumer<Effect> effects) {
        boolean drains = isPresent() && !settings.drainTimeout().isZero();
        List<RealServer> were = List.copyOf(servers());
        long weight = liveWeight();
        line(drains ? words.drainingAll() : words.removingAll(), effects);
        members.leaveAll(nowNanos, isServing(), drains, effects);
        if (drains && isSorry()) {
            members.leave(nowNanos, settings.sorryServer().orElseThrow(), effects);
        }
        tellEnd(were, weight, false, effects);
        phase = drains && !members.leaving().isEmpty() ? Phase.LEAVING : Phase.GONE;
    }

    private void stop(Consumer<Effect> effects) {
        servers().forEach(server -> line(words.shuttingDown(server), effects));
        if (settings.omega()) {
            tellEnd(servers(), liveWeight(), true, effects);
        }
        phase = Phase.GONE;
    }

    /** Tells that nobody serves any more; nobody apologizes either, as the service itself goes. */
    private void tellEnd(
            Collection<RealServer> were, long weight, boolean stopping, Consumer<Effect> effects) {
        String reason = stopping ? "the daemon stops" : "its virtual server is removed";
        for (RealServer server : were) {
            if (server.isAlive()) {
                String text = stopping ? words.shuttingDown(server) : words.removing(server);
                happened(
                        Events.realServer(settings, server, false, stopping, reason, text),
                        effects);
            }
        }
        if (readiness.hasQuorum()) {
            String text = words.lost(settings, 0);
            happened(Events.quorum(settings, false, weight, stopping, text), effects);
        }
    }

    /** When the next {@link Input.Tick} is due, or {@link #NEVER}. */
    public long deadlineNanos() {
        return members.deadlineNanos();
    }

    /** What the kernel shall have for it. */
    public Map<ServiceKey, PooledService> table() {
        if (!isPresent()) {
            return Map.of();
        }
        return isLeaving()
                ? Pool.ofLeaving(settings, members.leaving())
                : Pool.of(settings, readiness.hasQuorum(), servers(), members.leaving());
    }

    /** Whether those that are up stand in the kernel, and not the sorry server in their place. */
    private boolean isServing() {
        return Pool.isServing(settings, readiness.hasQuorum());
    }

    public String name() {
        return name;
    }

    public VirtualServerSettings settings() {
        return settings;
    }

    public Collection<RealServer> servers() {
        return members.all();
    }

    /** The real server that logs call so; empty if it has none. */
    public Optional<RealServer> server(String realServer) {
        return members.find(realServer);
    }

    /** Those whose connections have to be counted. */
    public List<RealServer> draining() {
        return members.draining();
    }

    public boolean hasQuorum() {
        return readiness.hasQuorum();
    }

    /** Whether the sorry server is in use. */
    public boolean isSorry() {
        return readiness.isSorry();
    }

    /** What operators want of it. */
    public Wishes wishes() {
        return members.wishes();
    }

    /** Whether it is disabled by an operator. */
    public boolean isDisabled() {
        return wishes().disabled();
    }

    /** Whether operators and the virtual router that it follows, if any, let it serve here. */
    public boolean isPresent() {
        return !isGone() && !isDisabled() && (settings.follows().isEmpty() || followedIsMaster);
    }

    /** Whether it is not configured any more, and still has connections. */
    public boolean isLeaving() {
        return phase == Phase.LEAVING;
    }

    /** Whether nothing of it is left. */
    public boolean isGone() {
        return phase == Phase.GONE;
    }

    /** The weight of the live servers. */
    public long liveWeight() {
        return members.liveWeight();
    }

    private static void line(String text, Consumer<Effect> effects) {
        effects.accept(new Effect.Line(text));
    }

    private static void happened(LvsEvent event, Consumer<Effect> effects) {
        effects.accept(new Effect.Happened(event));
    }
}
