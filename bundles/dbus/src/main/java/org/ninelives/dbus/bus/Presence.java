package org.ninelives.dbus.bus;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ninelives.api.notify.ReloadEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.system.Backoff;
import org.ninelives.dbus.core.ObjectPaths;
import org.ninelives.dbus.core.Standing;
import org.ninelives.dbus.settings.DbusSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the daemon on the bus while there is one, on a thread of its own. When there is none, or it
 * ends, that is one line of the log, and it is tried again, more and more seldom. Safe for use by
 * several threads.
 */
public final class Presence implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    private static final long REFRESH_MILLIS = 200;

    /** A bus that does not take so many in time is left, and joined anew. */
    private static final int TASKS_MAX = 4096;

    /** For the last words. */
    private static final Duration PARTING = Duration.ofSeconds(2);

    private final DbusSettings settings;
    private final Node node;
    private final Line.Dialler dialler;
    private final ScheduledThreadPoolExecutor thread;

    /** What is on the bus, by the names of the blocks. */
    private final Map<String, Shown> shown = new HashMap<>();

    private volatile Optional<Line> line = Optional.empty();
    private volatile boolean closed;

    /** The load that wanted the bus is told as well, but is no reload. */
    private volatile boolean loaded;

    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final Backoff backoff = new Backoff();
    private int dials;
    private boolean failureTold;
    private boolean startTold;

    /** Virtual routers stop: who asks them anything would wait for nothing. */
    private boolean stopping;

    /**
     * A virtual router on the bus.
     *
     * @param told what was told last
     */
    private record Shown(String path, Standing told) {}

    /** Something to be done on the thread. */
    @FunctionalInterface
    private interface Task {
        void perform(Line now) throws IOException;
    }

    Presence(
            DbusSettings settings,
            Node node,
            Line.Dialler dialler,
            ScheduledThreadPoolExecutor thread) {
        this.settings = settings;
        this.node = node;
        this.dialler = dialler;
        this.thread = thread;
    }

    /**
     * Joins a bus, soon.
     *
     * @param address as {@code DBUS_SYSTEM_BUS_ADDRESS} has it
     */
    public static Presence begin(DbusSettings settings, Node node, String address) {
        Line.Dialler dialler = lost -> BusLine.dial(address, settings.serviceName(), node, lost);
        Presence presence =
                new Presence(
                        settings,
                        node,
                        dialler,
                        new ScheduledThreadPoolExecutor(
                                1, Thread.ofPlatform().daemon().name("dbus").factory()));
        presence.begin();
        return presence;
    }

    void begin() {
        thread.execute(this::connect);
    }

    public DbusSettings settings() {
        return settings;
    }

    private void connect() {
        if (closed || line.isPresent()) {
            return;
        }
        int dial = ++dials;
        try {
            Line now = dialler.dial(why -> submit(() -> lost(dial, why)));
            line = Optional.of(now);
            join(now);
            backoff.works();
            failureTold = false;
        } catch (IOException e) {
            leave(e.getMessage());
        }
    }

    private void lost(int dial, String why) {
        if (dial == dials && line.isPresent()) {
            leave(why);
        }
    }

    private void join(Line now) throws IOException {
        shown.clear();
        node.instances().forEach(each -> show(now, each));
        now.claimName();
        LOG.info("Acquired DBus bus {}", settings.serviceName());
        if (!startTold) {
            startTold = true;
            now.tell(Line.News.STARTED);
            for (Shown each : shown.values()) {
                now.tell(each.path(), each.told());
            }
        }
    }

    private void leave(String why) {
        line.ifPresent(Line::close);
        line = Optional.empty();
        shown.clear();
        if (!failureTold) {
            failureTold = true;
            LOG.warn("Not on D-Bus: {}; it is tried again", why);
        }
        schedule(this::connect, backoff.failed(), TimeUnit.NANOSECONDS);
    }

    private void schedule(Runnable task, long delay, TimeUnit unit) {
        try {
            var unused = thread.schedule(task, delay, unit);
        } catch (RejectedExecutionException e) {
            LOG.debug("The bus is not wanted any more", e);
        }
    }

    private void show(Line now, Node.Instance instance) {
        String path = path(instance.interfaceName(), instance.virtualRouterId(), instance.family());
        now.show(path, instance.name());
        shown.put(instance.name(), new Shown(path, Standing.of(instance.state())));
    }

    private String path(String interfaceName, int virtualRouterId, String family) {
        return ObjectPaths.instance(
                interfaceName.isEmpty() ? settings.noInterfaceName() : interfaceName,
                virtualRouterId,
                family);
    }

    /**
     * Virtual routers have come or gone. That is looked at a moment later, as many may come at once
     * and what they tell may be a tenth of a second old.
     */
    public void refresh() {
        if (refreshing.compareAndSet(false, true)) {
            schedule(
                    () -> {
                        refreshing.set(false);
                        line.ifPresent(now -> perform(this::refresh, now));
                    },
                    REFRESH_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void refresh(Line now) throws IOException {
        if (stopping) {
            return;
        }
        Map<String, Node.Instance> running = new HashMap<>();
        node.instances().forEach(each -> running.put(each.name(), each));
        Map<String, Shown> before = Map.copyOf(shown);
        for (Map.Entry<String, Shown> each : before.entrySet()) {
            if (!running.containsKey(each.getKey())) {
                now.hide(each.getValue().path());
                shown.remove(each.getKey());
                LOG.debug("Deleted DBus object for instance {}", each.getKey());
            }
        }
        for (Node.Instance instance : running.values()) {
            Shown old = before.get(instance.name());
            show(now, instance);
            Shown next = shown.get(instance.name());
            if (old == null) {
                now.tell(next.path(), next.told());
            } else if (old.path().equals(next.path())) {
                // Its events tell what it has become since.
                shown.put(instance.name(), old);
            } else {
                now.hide(old.path());
                now.tell(next.path(), next.told());
            }
        }
    }

    /** A virtual router has another state. */
    public void happened(VrrpEvent.InstanceState change) {
        post(now -> tell(now, change.subject(), Standing.of(change.to())));
        if (change.to() == VrrpState.STOP) {
            post(now -> stopping = true);
        }
    }

    private void tell(Line now, VrrpSubject instance, Standing standing) throws IOException {
        Shown known = shown.get(instance.name());
        // What has another identifier since a reload is another object, and told when it is there.
        boolean isShown =
                known != null
                        && known.path()
                                .startsWith(
                                        path(
                                                instance.interfaceName(),
                                                instance.virtualRouterId().orElse(0),
                                                ""));
        if (isShown && !known.told().equals(standing)) {
            now.tell(known.path(), standing);
            shown.put(instance.name(), new Shown(known.path(), standing));
        }
    }

    /** The configuration was read. */
    public void happened(ReloadEvent reload) {
        boolean again = loaded;
        loaded = true;
        boolean isReload = again && !reload.result().equals("REFUSED");
        post(
                now -> {
                    stopping = false;
                    if (isReload) {
                        now.tell(Line.News.RELOADED);
                    }
                });
        refresh();
    }

    private void post(Task task) {
        if (thread.getQueue().size() > TASKS_MAX) {
            line.ifPresent(Line::close);
            return;
        }
        submit(
                () -> {
                    Optional<Line> now = line;
                    if (now.isPresent()) {
                        perform(task, now.get());
                    }
                });
    }

    private void perform(Task task, Line now) {
        try {
            task.perform(now);
        } catch (IOException e) {
            leave(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Something is not told over D-Bus", e);
        }
    }

    private void submit(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("The bus is not wanted any more", e);
        }
    }

    /** Says good-bye, if the bus takes it in time. */
    @Override
    public void close() {
        post(now -> now.tell(Line.News.STOPPED));
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        closed = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PARTING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The bus did not hear of the stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        line.ifPresent(
                now -> {
                    now.close();
                    LOG.info("Released DBus");
                });
    }
}
