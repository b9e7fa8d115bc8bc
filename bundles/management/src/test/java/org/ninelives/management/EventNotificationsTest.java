package org.ninelives.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.management.MBeanNotificationInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ninelives.api.management.Description;
import org.ninelives.api.management.EventRecord;
import org.ninelives.api.management.NotificationType;
import org.ninelives.api.management.Notifies;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.TrackerEvent;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;

class EventNotificationsTest {

    private static final Event FOUND =
            new TrackerEvent(TrackerKind.SCRIPT, "chk", Finding.GOOD, Finding.BAD, "chk failed");

    private final EventNotifications notifications = new EventNotifications();
    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final BeanRegistrar registrar = new BeanRegistrar(server, notifications);
    private final List<Notification> heard = new CopyOnWriteArrayList<>();

    /** A bean that tells what its tracker finds. */
    @Description("A bell")
    @Notifies(NotificationType.TRACKER)
    public interface BellMXBean {
        int getRings();
    }

    /** A bean without notifications. */
    public interface QuietMXBean {
        int getVolume();
    }

    private record Bell(int rings) implements BellMXBean {
        @Override
        public int getRings() {
            return rings;
        }
    }

    @AfterEach
    void close() {
        notifications.close();
    }

    private ObjectName bell(ObjectName name) {
        return registrar
                .register(name, new Bell(1), List.of(BellMXBean.class.getName()))
                .orElseThrow();
    }

    private void listen(ObjectName name) throws Exception {
        server.addNotificationListener(name, (told, handback) -> heard.add(told), null, null);
    }

    private void happens(long sequence, Event event) {
        notifications.recorded(EventRecord.of(sequence, 1_800_000_000_123L, event), event);
    }

    @Test
    void anEventIsToldByTheBeansItIsAboutWithTheNumberOfTheJournal() throws Exception {
        listen(bell(ObjectNames.tracker("script", "chk")));
        listen(bell(ObjectNames.tracker("script", "other")));
        listen(bell(ObjectNames.daemon()));

        happens(7, FOUND);
        happens(8, new DaemonEvent("daemon", "Stopping"));

        await().until(() -> heard.size() == 3);
        assertThat(heard)
                .extracting(
                        Notification::getSource,
                        Notification::getType,
                        Notification::getSequenceNumber,
                        Notification::getMessage)
                .containsExactly(
                        tuple(
                                ObjectNames.tracker("script", "chk"),
                                "org.ninelives.tracker",
                                7L,
                                "chk failed"),
                        tuple(ObjectNames.daemon(), "org.ninelives.tracker", 7L, "chk failed"),
                        tuple(ObjectNames.daemon(), "org.ninelives.daemon", 8L, "Stopping"));
        assertThat(heard.getFirst().getTimeStamp()).isEqualTo(1_800_000_000_123L);
    }

    @Test
    void userDataAreReadWithoutAnyClassOfOurs() {
        CompositeData data =
                EventNotifications.composite(
                        new EventRecord(7, 8, "tracker", "chk", "text", Map.of("state", "BAD")));

        assertThat(data.get("sequence")).isEqualTo(7L);
        TabularData more = (TabularData) data.get("data");
        assertThat(more.get(new Object[] {"state"}).get("value")).isEqualTo("BAD");
    }

    @Test
    void whatABeanTellsIsDescribed() throws Exception {
        MBeanNotificationInfo[] infos =
                server.getMBeanInfo(bell(ObjectNames.daemon())).getNotifications();

        assertThat(infos).hasSize(1);
        assertThat(infos[0].getNotifTypes()).containsExactly("org.ninelives.tracker");
        assertThat(infos[0].getDescription()).contains("another state");
    }

    @Test
    void aBeanThatTellsNothingKeepsNoListeners() throws Exception {
        ObjectName name = new ObjectName("org.ninelives:type=Quiet");
        assertThat(
                        registrar.register(
                                name, (QuietMXBean) () -> 1, List.of(QuietMXBean.class.getName())))
                .isPresent();
        NotificationListener listener = (told, handback) -> heard.add(told);

        server.addNotificationListener(name, listener, null, null);
        server.removeNotificationListener(name, listener);
        server.addNotificationListener(name, listener, null, null);
        registrar.unregister(name);

        assertThat(server.isRegistered(name)).isFalse();
        assertThat(heard).isEmpty();
    }

    @Test
    void whatHappenedBeforeABeanWentIsTold() throws Exception {
        ObjectName name = bell(ObjectNames.tracker("script", "chk"));
        listen(name);

        happens(1, FOUND);
        registrar.unregister(name);

        assertThat(heard).hasSize(1);
    }

    private void hang(ObjectName name, CountDownLatch hangs) throws Exception {
        server.addNotificationListener(
                name,
                (told, handback) -> {
                    try {
                        hangs.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                null,
                null);
    }

    @Test
    @Timeout(50)
    void aListenerThatHangsIsNotWaitedForByEachOfManyBeans() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        hang(bell(ObjectNames.daemon()), hangs);
        happens(1, FOUND);

        for (int i = 0; i < 1_000; i++) {
            registrar.unregister(bell(ObjectNames.tracker("script", "chk " + i)));
        }
        hangs.countDown();
    }

    @Test
    void aListenerThatHangsHoldsNobodyUpAndTheLatestAreToldAfterwards() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        ObjectName name = bell(ObjectNames.daemon());
        hang(name, hangs);
        listen(name);

        for (int sequence = 1; sequence <= 3_000; sequence++) {
            happens(sequence, FOUND);
        }
        assertThat(heard).isEmpty();
        hangs.countDown();

        await().until(() -> !heard.isEmpty() && heard.getLast().getSequenceNumber() == 3_000);
        assertThat(heard).hasSizeBetween(1_000, 1_010);
        assertThat(heard.size() + notifications.dropped()).isBetween(2_999L, 3_000L);
    }

    @Test
    void theSecondOfTwoWithOneNameDoesNotTakeTheNotificationsOfTheFirst() throws Exception {
        ObjectName name = bell(ObjectNames.daemon());
        listen(name);
        assertThat(registrar.register(name, new Bell(2), List.of(BellMXBean.class.getName())))
                .isEmpty();

        happens(1, FOUND);

        await().until(() -> heard.size() == 1);
    }
}
