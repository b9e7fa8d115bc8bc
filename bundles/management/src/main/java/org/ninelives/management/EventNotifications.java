package org.ninelives.management;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMException;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.NotificationEmitter;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import javax.management.openmbean.CompositeData;
import org.ninelives.api.management.EventRecord;
import org.ninelives.api.management.JournalListener;
import org.ninelives.api.management.NotificationType;
import org.ninelives.api.management.Notifies;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.notify.Event;

/**
 * Tells JMX clients what happens: each in the name of the beans it is about, in the order of the
 * journal. A thread of its own does so; when a listener holds it up for long the oldest
 * notifications are left out, which clients see by the gap in the sequence numbers. Safe for use by
 * several threads.
 */
final class EventNotifications implements JournalListener, AutoCloseable {

    private static final int WAITING_MAX = 1_000;

    /** Longer than a listener takes that is none of those who hang. */
    private static final long SETTLING_MILLIS = 100;

    private static final NotificationEmitter SILENCE = new Silence();

    private final Map<ObjectName, NotificationBroadcasterSupport> beans = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(WAITING_MAX),
                    Thread.ofPlatform().name("notifications").daemon().factory(),
                    this::leaveOutOldest);

    private final AtomicLong dropped = new AtomicLong();

    /** Whether the last wait was in vain, and what was told before has not been heard since. */
    private volatile boolean hung;

    /** One event to tell, which counts if it is left out. */
    private interface Telling extends Runnable {}

    /** What is to send the notifications of such a bean; nothing if it has none. */
    static NotificationEmitter emitter(Class<?> beanInterface) {
        Notifies notifies = beanInterface.getAnnotation(Notifies.class);
        return notifies == null
                ? SILENCE
                : new NotificationBroadcasterSupport(
                        Arrays.stream(notifies.value())
                                .map(EventNotifications::info)
                                .toArray(MBeanNotificationInfo[]::new));
    }

    /** What happens to this bean is told by what was made for it from now on. */
    void open(ObjectName name, NotificationEmitter emitter) {
        if (emitter instanceof NotificationBroadcasterSupport broadcaster) {
            beans.put(name, broadcaster);
        }
    }

    private static MBeanNotificationInfo info(NotificationType type) {
        return new MBeanNotificationInfo(
                new String[] {type.word()}, Notification.class.getName(), type.description());
    }

    /** The bean is about to go; what happened before is told in its name first. */
    void close(ObjectName name) {
        if (beans.containsKey(name)) {
            settle();
            beans.remove(name);
        }
    }

    /** A listener that hangs is waited for once, and not again for each of thousands of beans. */
    private void settle() {
        if (thread.getQueue().isEmpty() && thread.getActiveCount() == 0) {
            hung = false;
            return;
        }
        if (hung) {
            return;
        }
        CountDownLatch told = new CountDownLatch(1);
        thread.execute(told::countDown);
        try {
            hung = !told.await(SETTLING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void recorded(EventRecord entry, Event event) {
        thread.execute((Telling) () -> send(entry, event));
    }

    private void leaveOutOldest(Runnable task, ThreadPoolExecutor full) {
        if (full.isShutdown()) {
            return;
        }
        if (full.getQueue().poll() instanceof Telling) {
            dropped.incrementAndGet();
        }
        full.execute(task);
    }

    @Override
    public long dropped() {
        return dropped.get();
    }

    private void send(EventRecord entry, Event event) {
        CompositeData data = composite(entry);
        for (ObjectName name : ObjectNames.sources(event)) {
            NotificationBroadcasterSupport bean = beans.get(name);
            if (bean != null) {
                Notification notification =
                        new Notification(
                                NotificationType.of(event).word(),
                                name,
                                entry.sequence(),
                                entry.timeMillis(),
                                entry.text());
                notification.setUserData(data);
                bean.sendNotification(notification);
            }
        }
    }

    /** By the platform's own rules for MXBeans, so that every client can read it. */
    static CompositeData composite(EventRecord entry) {
        EventMXBean bean = () -> entry;
        try {
            return (CompositeData)
                    new StandardMBean(bean, EventMXBean.class, true).getAttribute("Event");
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells nothing any more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
