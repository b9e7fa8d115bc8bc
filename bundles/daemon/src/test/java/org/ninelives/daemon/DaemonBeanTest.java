package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.management.Notification;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.notify.TrackerEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;

class DaemonBeanTest {

    private final Journal journal = new Journal(() -> 0);
    private final DaemonBean bean =
            new DaemonBean(
                    null,
                    DaemonSettings.from(Map.<String, String>of()::get, 0),
                    "",
                    journal,
                    () -> {});
    private final List<Notification> heard = new ArrayList<>();

    @Test
    void whatTrackersFindAndTheDaemonDoesIsANotification() {
        bean.addNotificationListener(
                (notification, handback) -> heard.add(notification), null, null);

        bean.happened(
                new TrackerEvent(
                        TrackerKind.SCRIPT,
                        "chk",
                        Finding.GOOD,
                        Finding.BAD,
                        "VRRP_Script(chk) failed"));
        bean.happened(new DaemonEvent("configuration", "UNCHANGED"));

        assertThat(heard)
                .extracting(Notification::getType, Notification::getMessage)
                .containsExactly(
                        tuple(DaemonMXBean.TRACKER_NOTIFICATION, "VRRP_Script(chk) failed"),
                        tuple(DaemonMXBean.DAEMON_NOTIFICATION, "UNCHANGED"));
        assertThat((String[]) heard.getFirst().getUserData()).containsExactly("script", "chk");
    }

    @Test
    void howServersAreIsANotification() {
        bean.addNotificationListener(
                (notification, handback) -> heard.add(notification), null, null);

        bean.happened(
                new LvsEvent.RealServerState(
                        "[192.0.2.1]:tcp:80",
                        "[192.0.2.9]:tcp:80",
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        "refused",
                        "Removing service"));
        bean.happened(
                new LvsEvent.QuorumState(
                        "[192.0.2.1]:tcp:80",
                        true,
                        2,
                        1,
                        0,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        "Gained quorum"));

        assertThat(heard)
                .extracting(
                        Notification::getType,
                        Notification::getMessage,
                        each -> List.of((String[]) each.getUserData()))
                .containsExactly(
                        tuple(
                                DaemonMXBean.HEALTH_NOTIFICATION,
                                "Removing service",
                                List.of("[192.0.2.1]:tcp:80", "[192.0.2.9]:tcp:80", "DOWN")),
                        tuple(
                                DaemonMXBean.QUORUM_NOTIFICATION,
                                "Gained quorum",
                                List.of("[192.0.2.1]:tcp:80", "UP")));
    }

    @Test
    void virtualRoutersSpeakForThemselves() {
        bean.addNotificationListener(
                (notification, handback) -> heard.add(notification), null, null);

        bean.happened(
                new VrrpEvent.SplitBrain(
                        new VrrpSubject(
                                VrrpSubject.Kind.INSTANCE,
                                "VI_1",
                                OptionalInt.of(1),
                                "eth0",
                                List.of(),
                                Audience.NONE),
                        true,
                        "",
                        ""));

        assertThat(heard).isEmpty();
    }

    @Test
    void theJournalCanBeRead() {
        journal.happened(new DaemonEvent("daemon", "Startup complete"));

        assertThat(bean.eventsSince(0)).hasSize(1);
    }
}
