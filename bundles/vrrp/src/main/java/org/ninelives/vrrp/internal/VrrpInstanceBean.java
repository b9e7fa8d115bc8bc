package org.ninelives.vrrp.internal;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.VrrpCounters;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.override.Lasting;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;
import org.ninelives.api.override.Overrides;
import org.ninelives.vrrp.engine.VrrpService;

/** One virtual router as a bean. Safe for use by several threads. */
final class VrrpInstanceBean extends NotificationBroadcasterSupport implements VrrpInstanceMXBean {

    private final String instance;
    private final VrrpService service;
    private final Overrides overrides;
    private final AtomicLong sequence = new AtomicLong();

    /**
     * A bean.
     *
     * @param overrides keeps what operators set
     * @param executor runs the listeners, who may be slow
     */
    VrrpInstanceBean(String instance, VrrpService service, Overrides overrides, Executor executor) {
        super(
                executor,
                new MBeanNotificationInfo(
                        new String[] {STATE_NOTIFICATION},
                        Notification.class.getName(),
                        "the state changed; the message is the log line, the user data are from, to"
                                + " and reason"),
                new MBeanNotificationInfo(
                        new String[] {SPLIT_BRAIN_NOTIFICATION},
                        Notification.class.getName(),
                        "a second master is seen, or no longer; the message is the log line, the"
                                + " user data are true or false and the evidence"));
        this.instance = instance;
        this.service = service;
        this.overrides = overrides;
    }

    @Override
    public VrrpInstanceStatus getStatus() {
        return service.status(instance);
    }

    @Override
    public String getState() {
        return getStatus().state();
    }

    @Override
    public int getEffectivePriority() {
        return getStatus().effectivePriority();
    }

    @Override
    public List<String> explain() {
        return service.explain(instance);
    }

    @Override
    public VrrpCounters getCounters() {
        return service.counters(instance);
    }

    @Override
    public int setPriority(int priority) {
        VrrpInstanceStatus before = getStatus();
        if (priority == before.configuredPriority()) {
            overrides.revert(new OverrideKey(OverrideKind.PRIORITY, instance));
        } else {
            overridePriority(priority, 0, Lasting.UNTIL_RELOAD.name());
        }
        return before.effectivePriority();
    }

    @Override
    public OverrideStatus overridePriority(int priority, long seconds, String lasting) {
        OverrideKey key = service.overridable().priority(instance, priority);
        return overrides.set(key, Integer.toString(priority), seconds, lasting);
    }

    @Override
    public OverrideStatus overrideTrackerWeight(
            String tracker, int weight, long seconds, String lasting) {
        OverrideKey key = service.overridable().trackerWeight(instance, tracker, weight);
        return overrides.set(key, Integer.toString(weight), seconds, lasting);
    }

    @Override
    public void resign() {
        service.resign(instance);
    }

    @Override
    public OverrideStatus standby(long seconds, String lasting) {
        return turnOn(OverrideKind.STANDBY, seconds, lasting);
    }

    @Override
    public boolean release() {
        return overrides.revert(new OverrideKey(OverrideKind.STANDBY, instance));
    }

    @Override
    public OverrideStatus disable(long seconds, String lasting) {
        return turnOn(OverrideKind.DISABLED, seconds, lasting);
    }

    private OverrideStatus turnOn(OverrideKind kind, long seconds, String lasting) {
        OverrideKey key = service.overridable().state(kind, instance);
        return overrides.set(key, LiveOverride.ON, seconds, lasting);
    }

    @Override
    public boolean enable() {
        return overrides.revert(new OverrideKey(OverrideKind.DISABLED, instance));
    }

    @Override
    public int revertOverrides() {
        return overrides.revertAll(service.overridable().concerning(instance)::contains);
    }

    /** Tells the listeners what they can hear of; returns at once. */
    void happened(VrrpEvent event) {
        switch (event) {
            case VrrpEvent.InstanceState change -> stateChanged(change);
            case VrrpEvent.SplitBrain seen -> splitBrain(seen);
            case VrrpEvent.GroupState change -> {}
            case VrrpEvent.PriorityChanged change -> {}
            case VrrpEvent.LowerPriorityHeard heard -> {}
        }
    }

    private void stateChanged(VrrpEvent.InstanceState change) {
        send(
                STATE_NOTIFICATION,
                change.text(),
                change.from().name(),
                change.to().name(),
                change.reason());
    }

    private void splitBrain(VrrpEvent.SplitBrain seen) {
        send(
                SPLIT_BRAIN_NOTIFICATION,
                seen.text(),
                Boolean.toString(seen.raised()),
                seen.evidence());
    }

    private void send(String type, String message, String... userData) {
        Notification notification =
                new Notification(
                        type,
                        ObjectNames.vrrpInstance(instance),
                        sequence.incrementAndGet(),
                        message);
        notification.setUserData(userData);
        sendNotification(notification);
    }
}
