package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptUser;

class AudiencesTest {

    private static String instance(String lines) {
        return """
        vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        no_virtual_ipaddress
        %s
        }
        """
                .formatted(lines);
    }

    @Test
    void commandsAreReadWithTheirUsers() {
        Audience audience =
                ConfigText.of(
                                instance(
                                        "notify_master \"/etc/n.sh master\" nobody nogroup\n"
                                                + "notify /etc/all.sh\nsmtp_alert"))
                        .instance()
                        .notifications()
                        .audience();

        assertThat(audience.scripts())
                .containsOnlyKeys(Audience.Occasion.MASTER)
                .containsValue(
                        new Script(
                                List.of("/etc/n.sh", "master"),
                                Optional.of(new ScriptUser("nobody", Optional.of("nogroup")))));
        assertThat(audience.any()).contains(new Script(List.of("/etc/all.sh"), Optional.empty()));
        assertThat(audience.smtpAlert()).contains(true);
    }

    @Test
    void theFirstCommandTellsThatScriptSecurityIsOff() {
        ConfigText read = ConfigText.of(instance("notify /etc/all.sh\nnotify_fault /etc/f.sh"));

        assertThat(read.problems())
                .singleElement()
                .asString()
                .contains(":5: notify: SECURITY VIOLATION");
    }

    @Test
    void whoSaysNothingHasNoAudience() {
        assertThat(ConfigText.of(instance("")).instance().notifications())
                .isEqualTo(Notifications.DEFAULT);
    }

    @Test
    void aRemovalIsToldAsSuchWithAndWithoutACommand() {
        Notifications bare = ConfigText.of(instance("notify_deleted")).instance().notifications();
        Notifications command =
                ConfigText.of(instance("notify_deleted /etc/n.sh")).instance().notifications();

        assertThat(bare.deletedReported()).isTrue();
        assertThat(bare.audience()).isEqualTo(Audience.NONE);
        assertThat(command.deletedReported()).isTrue();
        assertThat(command.audience().scripts()).containsOnlyKeys(Audience.Occasion.DELETED);
    }

    @ParameterizedTest
    @CsvSource({
        // in global_defs, in the group, in the instance; for the group, for the instance
        "'', '', '', false, false",
        "on, '', '', true, true",
        "on, off, '', false, false",
        "'', on, '', true, true",
        "'', on, off, true, false",
        "on, off, on, false, true",
    })
    void changesOfPriorityAreToldAsTheNearestSays(
            String global, String group, String own, boolean groupTold, boolean instanceTold) {
        VrrpSettings settings =
                ConfigText.of(
                                "global_defs {\n"
                                        + line("vrrp_notify_priority_changes", global)
                                        + "}\n"
                                        + instance(line("notify_priority_changes", own))
                                        + "vrrp_sync_group G {\ngroup { VI_1 }\n"
                                        + line("notify_priority_changes", group)
                                        + "}\n")
                        .settings();

        assertThat(settings.groups().getFirst().notifications().audience().priorityChanges())
                .isEqualTo(groupTold);
        assertThat(settings.instances().getFirst().notifications().audience().priorityChanges())
                .isEqualTo(instanceTold);
    }

    @ParameterizedTest
    @CsvSource({
        // in global_defs, in the block; whether it is told
        "'', '', true",
        "off, '', false",
        "off, on, true",
        "'', off, false",
    })
    void theBackupOfTheStartIsToldUnlessThatIsSwitchedOff(String global, String own, boolean told) {
        VrrpSettings settings =
                ConfigText.of(
                                "global_defs {\n"
                                        + line("vrrp_notify_initial_backup", global)
                                        + "}\n"
                                        + instance(line("notify_initial_backup", own))
                                        + "vrrp_sync_group G {\ngroup { VI_1 }\n"
                                        + line("notify_initial_backup", own)
                                        + "}\n")
                        .settings();

        assertThat(settings.groups().getFirst().notifications().initialBackupTold())
                .isEqualTo(told);
        assertThat(settings.instances().getFirst().notifications().initialBackupTold())
                .isEqualTo(told);
    }

    private static String line(String keyword, String value) {
        return value.isEmpty() ? "" : keyword + " " + value + "\n";
    }
}
