package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.management.Notification;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.DaemonEvent;
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
