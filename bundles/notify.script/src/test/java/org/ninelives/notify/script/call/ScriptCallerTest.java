package org.ninelives.notify.script.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.notify.script.Subjects.EVERYBODY;
import static org.ninelives.notify.script.Subjects.change;
import static org.ninelives.notify.script.Subjects.group;
import static org.ninelives.notify.script.Subjects.instance;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.notify.script.FakeScripts;
import org.ninelives.notify.script.GlobalDefs;
import org.ninelives.notify.script.core.Notice;
import org.ninelives.notify.script.core.Notices;

class ScriptCallerTest {

    private static final VrrpSubject INSTANCE = instance("VI_1", EVERYBODY);

    private final FakeScripts scripts = new FakeScripts();
    private final ScriptCaller caller = new ScriptCaller(scripts);

    private void become(VrrpSubject subject, VrrpState state) {
        caller.call((Notice.Call) Notices.of(change(subject, VrrpState.INIT, state)).getFirst());
    }

    @Test
    void theScriptsOfOneRunOneAfterAnother() {
        become(INSTANCE, VrrpState.MASTER);
        become(INSTANCE, VrrpState.BACKUP);
        become(INSTANCE, VrrpState.FAULT);
        assertThat(scripts.commands()).containsExactly("/master");
        scripts.find("/master").exit(0);
        scripts.find("/notify").exit(1);
        scripts.find("/fault").exit(0);
        assertThat(scripts.commands())
                .containsExactly(
                        "/master",
                        "/notify all INSTANCE VI_1 MASTER 100",
                        "/fault",
                        "/notify all INSTANCE VI_1 FAULT 100");
    }

    @Test
    void oneDoesNotWaitForAnotherNorForAGroupOfItsName() {
        become(INSTANCE, VrrpState.MASTER);
        become(instance("VI_2", EVERYBODY), VrrpState.BACKUP);
        become(group("VI_1", EVERYBODY), VrrpState.FAULT);
        assertThat(scripts.commands()).containsExactly("/master", "/backup", "/fault");
    }

    @Test
    void sideBySideIfToldSo() {
        caller.apply(GlobalDefs.settings("notify_parallel"));
        become(INSTANCE, VrrpState.MASTER);
        become(INSTANCE, VrrpState.BACKUP);
        assertThat(scripts.running()).hasSize(4);
    }

    @Test
    void aScriptIsToldRulesTimeoutLabelAndEnvironment() {
        caller.apply(GlobalDefs.settings("notify_timeout 7\nenable_script_security"));
        become(INSTANCE, VrrpState.MASTER);
        var job = scripts.find("/master").job();
        assertThat(job.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(job.rules().secure()).isTrue();
        assertThat(job.label()).isEqualTo("notify_master of vrrp_instance VI_1");
        assertThat(job.environment()).containsEntry("NINELIVES_STATE", "MASTER");
    }

    @Test
    void whatStopsIsEndedWhenItsTimeIsUpAndNothingElseIs() {
        caller.apply(GlobalDefs.settings("notify_stop_timeout 0"));
        become(INSTANCE, VrrpState.MASTER);
        become(INSTANCE, VrrpState.STOP);
        caller.awaitStop();
        assertThat(scripts.find("/master")).isNotNull();
        assertThat(scripts.running()).noneMatch(each -> each.toString().equals("/stop"));
    }

    @Test
    void theStopIsAwaitedUntilBothItsScriptsHaveEnded() throws Exception {
        caller.apply(GlobalDefs.settings("notify_stop_timeout 86400"));
        become(INSTANCE, VrrpState.STOP);
        Thread other =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    scripts.find("/stop").exit(0);
                                    scripts.find("/notify").exit(0);
                                });
        caller.awaitStop();
        other.join();
        assertThat(scripts.commands()).hasSize(2);
        assertThat(scripts.running()).isEmpty();
    }

    @Test
    void withoutScriptsOfTheStopNothingIsAwaited() {
        caller.apply(GlobalDefs.settings("notify_stop_timeout 86400"));
        become(INSTANCE, VrrpState.MASTER);
        caller.awaitStop();
        assertThat(scripts.running()).hasSize(1);
    }

    @Test
    void beforeTheStopAllRunSideBySideUntilTheirTimeIsUp() {
        caller.apply(GlobalDefs.settings("notify_pre_stop_timeout 0"));
        Notice.Call first = Notices.beforeStop(INSTANCE).orElseThrow();
        Notice.Call second = Notices.beforeStop(group("G", EVERYBODY)).orElseThrow();
        caller.callAndWait(List.of(first, second));
        assertThat(scripts.commands()).containsExactly("/prestop", "/prestop");
        assertThat(scripts.running()).isEmpty();
    }
}
