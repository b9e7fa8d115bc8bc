package org.ninelives.notify.script.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.notify.script.Subjects.EVERYBODY;
import static org.ninelives.notify.script.Subjects.change;
import static org.ninelives.notify.script.Subjects.instance;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.management.NotifierBean;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.config.Problems;
import org.ninelives.notify.script.FakeScripts;
import org.ninelives.notify.script.GlobalDefs;
import org.ninelives.notify.script.Servers;
import org.ninelives.notify.script.Subjects;
import org.ninelives.testkit.FakeFifos;

class NotifierTest {

    private static final Path ALL = Path.of("/run/all");
    private static final VrrpSubject INSTANCE = instance("VI_1", EVERYBODY);

    private final FakeFifos fifos = new FakeFifos();
    private final FakeScripts scripts = new FakeScripts();
    private final Notifier notifier = new Notifier(scripts, fifos);
    private final ConfigSection section = new NotifySection(notifier);
    private final ConfigSection afterwards = new StatesAfterReload(notifier, new NobodyElse());

    private static final class NobodyElse implements EventSink {
        @Override
        public void publish(Event event) {
            throw new AssertionError(event);
        }

        @Override
        public boolean flush(java.time.Duration limit) {
            return true;
        }
    }

    private void load(String text, Runnable vrrp) throws Exception {
        GlobalDefs defs = new GlobalDefs(text);
        Problems problems = new Problems();
        section.prepare(defs.values(), defs.values(), problems).apply();
        vrrp.run();
        afterwards.prepare(defs.values(), defs.values(), problems).apply();
    }

    private void become(VrrpSubject subject, VrrpState state) {
        notifier.happened(change(subject, VrrpState.INIT, state));
    }

    @Test
    void scriptsAndFifosAreTold() throws Exception {
        load("notify_fifo /run/all", () -> become(INSTANCE, VrrpState.BACKUP));
        assertThat(scripts.commands()).containsExactly("/backup");
        assertThat(fifos.read(ALL)).isEqualTo("INSTANCE \"VI_1\" BACKUP 100\n");
    }

    @Test
    void whatIsToldIsCountedByABeanForTheScriptsAndOneForEachFifo() throws Exception {
        Map<String, NotifierBean> beans = new HashMap<>();
        notifier.publishWith(beans::putAll);

        load("notify_fifo /run/all", () -> {});
        become(INSTANCE, VrrpState.BACKUP);

        assertThat(beans).containsOnlyKeys("scripts", "FIFO /run/all");
        assertThat(beans.get("scripts").getQueued()).as("notify_backup and notify").isEqualTo(2);
        assertThat(beans.get("FIFO /run/all").getTold()).isEqualTo(1);
    }

    @Test
    void virtualServersAreToldToScriptsAndFifos() throws Exception {
        load("notify_fifo /run/all\nlvs_notify_fifo /run/lvs", () -> {});
        notifier.happened(Servers.down(Optional.of(Subjects.script("/down"))));
        assertThat(scripts.commands()).containsExactly("/down");
        assertThat(fifos.read(ALL)).isEqualTo("RS [192.0.2.9]:tcp:80 [192.0.2.1]:tcp:80 DOWN\n");
        assertThat(fifos.read(Path.of("/run/lvs"))).startsWith("RS ");
    }

    @Test
    void theScriptsOfServersThatStopAreAwaitedToo() throws Exception {
        load("notify_stop_timeout 0", () -> {});
        notifier.happened(Servers.stopping(Subjects.script("/down")));
        notifier.stop();
        assertThat(scripts.commands()).containsExactly("/down");
        assertThat(scripts.running()).isEmpty();
    }

    @Test
    void otherEventsAreNoneOfItsBusiness() throws Exception {
        load("notify_fifo /run/all", () -> {});
        notifier.happened(new DaemonEvent("mail", "text"));
        assertThat(fifos.read(ALL)).isEmpty();
    }

    @Test
    void aReloadWritesTheStatesIfToldSo() throws Exception {
        String text = "notify_fifo /run/all\nfifo_write_vrrp_states_on_reload";
        VrrpSubject removed = instance("VI_2", Audience.NONE);
        load(
                text,
                () -> {
                    become(INSTANCE, VrrpState.MASTER);
                    become(removed, VrrpState.BACKUP);
                });
        fifos.read(ALL);
        load(text, () -> become(removed, VrrpState.FAULT));
        assertThat(fifos.read(ALL))
                .isEqualTo("INSTANCE \"VI_2\" FAULT 100\nINSTANCE \"VI_1\" MASTER 100\n");
    }

    @Test
    void aReloadWritesNothingIfNotToldSo() throws Exception {
        load("notify_fifo /run/all", () -> become(INSTANCE, VrrpState.MASTER));
        fifos.read(ALL);
        load("notify_fifo /run/all", () -> {});
        assertThat(fifos.read(ALL)).isEmpty();
    }

    @Test
    void theFirstLoadIsNoReload() throws Exception {
        load(
                "notify_fifo /run/all\nfifo_write_vrrp_states_on_reload",
                () -> become(INSTANCE, VrrpState.MASTER));
        assertThat(fifos.read(ALL)).isEqualTo("INSTANCE \"VI_1\" MASTER 100\n");
    }

    @Test
    void mastersAreToldBeforeTheStop() throws Exception {
        load("notify_pre_stop_timeout 0", () -> {});
        notifier.beforeStop(List.of(INSTANCE, instance("VI_2", Audience.NONE)));
        assertThat(scripts.commands()).containsExactly("/prestop");
    }

    @Test
    void afterTheStopNothingIsLeft() throws Exception {
        load(
                """
                notify_fifo /run/all
                notify_fifo_script /bin/reader
                notify_stop_timeout 0
                """,
                () -> {});
        become(INSTANCE, VrrpState.STOP);
        notifier.stop();
        assertThat(fifos.exists(ALL)).isFalse();
        assertThat(scripts.commands()).contains("/stop", "/bin/reader /run/all");
        assertThat(scripts.find("/notify").job().extraWords()).contains("STOP");
    }
}
