package org.ninelives.vrrp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptRun;
import org.ninelives.api.script.ScriptVerdict;
import org.ninelives.api.script.Scripts;
import org.ninelives.vrrp.settings.ConfigText;
import org.ninelives.vrrp.settings.VrrpSettings;

class NotifyScriptsTest {

    private static final VrrpSettings SETTINGS =
            ConfigText.of(
                            """
                            vrrp_sync_group G {
                            group {
                            VI_1
                            VI_2
                            }
                            notify /etc/group.sh nobody
                            }
                            vrrp_instance VI_1 {
                            interface eth0
                            virtual_router_id 51
                            no_virtual_ipaddress
                            notify_master "/etc/n.sh master"
                            notify_backup "/etc/n.sh backup"
                            notify_fault "/etc/n.sh fault" nobody
                            }
                            vrrp_instance VI_2 {
                            interface eth0
                            virtual_router_id 52
                            no_virtual_ipaddress
                            notify_deleted
                            }
                            """)
                    .settings();

    private final List<String> inspected = new ArrayList<>();
    private final NotifyScripts notifyScripts = new NotifyScripts();

    /** Finds something doubtful about each script. */
    private final class Doubter implements Scripts {
        @Override
        public ScriptVerdict inspect(Script script, ScriptRules rules) {
            inspected.add(script.path() + script.user().map(user -> " " + user.user()).orElse(""));
            return new ScriptVerdict(false, List.of("it does not exist"));
        }

        @Override
        public ScriptRun start(ScriptJob job, Consumer<ScriptOutcome> told) {
            throw new AssertionError(job);
        }
    }

    @Test
    void eachScriptIsLookedAtOnceForEachUser() {
        notifyScripts.runBy(new Doubter());

        notifyScripts.inspect(SETTINGS, ScriptRules.DEFAULT);

        assertThat(inspected)
                .containsExactlyInAnyOrder("/etc/n.sh", "/etc/n.sh nobody", "/etc/group.sh nobody");
    }

    @Test
    void withoutARunnerOfScriptsNothingIsLookedAt() {
        notifyScripts.inspect(SETTINGS, ScriptRules.DEFAULT);
        notifyScripts.runBy(new Doubter());
        notifyScripts.runBy(null);
        notifyScripts.inspect(SETTINGS, ScriptRules.DEFAULT);

        assertThat(inspected).isEmpty();
    }
}
