package org.ninelives.dbus.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.ReloadEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.dbus.core.Standing;
import org.ninelives.dbus.settings.DbusSettings;

/** What others hear on a bus that comes and goes. */
class PresenceTest {

    private static final String OTHER = "/org/keepalived/Vrrp1/Instance/eth0/52/IPv4";

    private final FakeNode node = new FakeNode();
    private final List<String> heard = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();
    private boolean busRuns = true;
    private boolean nameTaken;
    private Consumer<String> lost;
    private Runnable retry;
    private final Presence presence =
            new Presence(
                    new DbusSettings("org.keepalived.Vrrp1", "none"),
                    node,
                    this::dial,
                    new Inline());

    /** Does everything at once, and what is put off when the test says so. */
    private final class Inline extends ScheduledThreadPoolExecutor {

        Inline() {
            super(1);
        }

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            if (unit == TimeUnit.MILLISECONDS) {
                task.run();
                return null;
            }
            waits.add(unit.toSeconds(delay));
            retry = task;
            return null;
        }
    }

    private final class FakeLine implements Line {

        @Override
        public void show(String path, String instance) {
            heard.add("+" + path);
        }

        @Override
        public void hide(String path) {
            heard.add("-" + path);
        }

        @Override
        public void claimName() throws IOException {
            if (nameTaken) {
                throw new IOException("another process has the name");
            }
            heard.add("name");
        }

        @Override
        public void tell(News news) {
            heard.add(news.signal());
        }

        @Override
        public void tell(String path, Standing standing) throws IOException {
            if (!busRuns) {
                throw new IOException("the bus has ended");
            }
            heard.add(path + " " + standing.number());
        }

        @Override
        public void close() {
            heard.add("closed");
        }
    }

    private Line dial(Consumer<String> whenLost) throws IOException {
        if (!busRuns) {
            throw new IOException("no such file");
        }
        lost = whenLost;
        return new FakeLine();
    }

    private static VrrpEvent.InstanceState change(VrrpState to) {
        VrrpSubject subject =
                new VrrpSubject(
                        VrrpSubject.Kind.INSTANCE,
                        "VI_1",
                        OptionalInt.of(51),
                        "eth0",
                        List.of(),
                        Audience.NONE);
        return new VrrpEvent.InstanceState(
                subject, VrrpState.BACKUP, to, "for a test", 100, false, "VI_1 is " + to);
    }

    private List<String> heardSince() {
        List<String> since = List.copyOf(heard);
        heard.clear();
        return since;
    }

    private void join() {
        node.instances.add(FakeNode.instance("VI_1", 51, VrrpState.BACKUP));
        presence.begin();
        presence.happened(new ReloadEvent("APPLIED", "the load that wanted the bus"));
        heardSince();
    }

    @AfterEach
    void end() {
        presence.close();
    }

    @Test
    void whoFindsTheNameFindsAllObjects() {
        node.instances.add(FakeNode.instance("VI_1", 51, VrrpState.BACKUP));
        presence.begin();
        assertThat(heardSince())
                .containsExactly("+" + FakeNode.PATH, "name", "VrrpStarted", FakeNode.PATH + " 1");
    }

    @Test
    void changesAreToldInTheirOrder() {
        join();
        presence.happened(change(VrrpState.MASTER));
        presence.happened(change(VrrpState.FAULT));
        presence.happened(change(VrrpState.STOP));
        node.instances.clear();
        presence.refresh();
        presence.close();
        assertThat(heardSince())
                .containsExactly(
                        FakeNode.PATH + " 2",
                        FakeNode.PATH + " 3",
                        FakeNode.PATH + " 98",
                        "VrrpStopped",
                        "closed");
    }

    @Test
    void aReloadBringsAndTakesObjects() {
        join();
        node.instances.set(0, FakeNode.instance("VI_2", 52, VrrpState.INIT));
        presence.happened(new ReloadEvent("APPLIED", "done"));
        assertThat(heardSince())
                .containsExactly("VrrpReloaded", "-" + FakeNode.PATH, "+" + OTHER, OTHER + " 0");
        presence.refresh();
        assertThat(heardSince()).containsExactly("+" + OTHER);
    }

    @Test
    void anotherIdentifierIsAnotherObject() {
        join();
        node.instances.set(0, FakeNode.instance("VI_1", 52, VrrpState.MASTER));
        presence.refresh();
        assertThat(heardSince()).containsExactly("+" + OTHER, "-" + FakeNode.PATH, OTHER + " 2");
    }

    @Test
    void aReloadThatIsRefusedIsNotTold() {
        join();
        presence.happened(new ReloadEvent("REFUSED", "no"));
        assertThat(heardSince()).doesNotContain("VrrpReloaded");
    }

    @Test
    void aBusThatIsNotThereIsTriedMoreAndMoreSeldom() {
        busRuns = false;
        presence.begin();
        for (int round = 0; round < 8; round++) {
            retry.run();
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        presence.happened(change(VrrpState.MASTER));
        assertThat(heardSince()).isEmpty();
    }

    @Test
    void aBusThatComesBackHasAllObjectsAgain() {
        join();
        lost.accept("the bus has ended");
        assertThat(heardSince()).containsExactly("closed");
        node.instances.set(0, FakeNode.instance("VI_1", 51, VrrpState.MASTER));
        retry.run();
        assertThat(heardSince()).containsExactly("+" + FakeNode.PATH, "name");
        assertThat(waits).containsExactly(1L);
    }

    @Test
    void aSignalThatCannotBeSentEndsTheConnection() {
        join();
        busRuns = false;
        presence.happened(change(VrrpState.MASTER));
        assertThat(heardSince()).containsExactly("closed");
        assertThat(waits).containsExactly(1L);
    }

    @Test
    void aNameThatAnotherHasIsTriedAgain() {
        nameTaken = true;
        presence.begin();
        assertThat(heardSince()).containsExactly("closed");
        nameTaken = false;
        retry.run();
        assertThat(heardSince()).containsExactly("name", "VrrpStarted");
    }
}
