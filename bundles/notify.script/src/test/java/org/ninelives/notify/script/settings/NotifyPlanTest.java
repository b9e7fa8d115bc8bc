package org.ninelives.notify.script.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.notify.script.GlobalDefs;

class NotifyPlanTest {

    private static List<String> plan(String from, String to) {
        return NotifyPlan.changes(GlobalDefs.settings(from), GlobalDefs.settings(to)).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void fifosComeAndGo() {
        assertThat(plan("", "")).isEmpty();
        assertThat(plan("", "notify_fifo /run/a")).containsExactly("ADD notify_fifo /run/a");
        assertThat(plan("lvs_notify_fifo /run/a", ""))
                .containsExactly("REMOVE lvs_notify_fifo /run/a");
        assertThat(plan("vrrp_notify_fifo /run/a", "vrrp_notify_fifo /run/a"))
                .containsExactly("KEEP vrrp_notify_fifo /run/a");
    }

    @Test
    void whatChangesAboutOneIsTold() {
        assertThat(
                        plan(
                                "notify_fifo /run/a",
                                "notify_fifo /run/b nobody\nnotify_fifo_script /bin/r"))
                .containsExactly("CHANGE notify_fifo /run/b: path /run/a -> /run/b, owner, script");
    }

    @Test
    void otherSettingsAreOneChange() {
        assertThat(plan("notify_timeout 5", "notify_timeout 6\nnotify_parallel"))
                .containsExactly(
                        "CHANGE global_defs of notifications: notify_parallel false -> true,"
                                + " notify_timeout 5.0 -> 6.0");
        assertThat(
                        plan(
                                "",
                                """
                                fifo_write_vrrp_states_on_reload
                                notify_stop_timeout 2
                                notify_pre_stop_timeout 0.5
                                """))
                .singleElement()
                .asString()
                .contains("fifo_write_vrrp_states_on_reload false -> true")
                .contains("notify_stop_timeout 1.0 -> 2.0")
                .contains("notify_pre_stop_timeout 5.0 -> 0.5");
    }
}
