package org.ninelives.migrate.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.config.Statement;
import org.ninelives.testkit.ConfigurationText;

class ChangeOverTest {

    @Test
    void theBackupGoesFirstAndEachNodeHasTheSameCommands() {
        List<Step> steps = steps("vrrp_instance A {\n state MASTER\n priority 100\n}");

        assertThat(commands(steps, "backup")).isEqualTo(commands(steps, "master"));
        assertThat(commands(steps, "backup"))
                .containsExactly(
                        "tar -C /opt -xzf ninelives-*.tar.gz",
                        "ninelived -t k.conf",
                        "systemctl disable --now keepalived",
                        "systemctl enable --now ninelives",
                        "ninelivesctl status",
                        "ninelivesctl explain A");
        assertThat(steps.getFirst().node()).isEqualTo("backup");
    }

    @Test
    void eachCommandThatChangesSomethingHasAWayBack() {
        assertThat(steps("vrrp_instance A { }\nmachine {\n packages deb\n options o\n}"))
                .filteredOn(step -> !step.command().matches("ninelive(d -t|sctl) .*"))
                .hasSize(8)
                .allSatisfy(step -> assertThat(step.back()).isNotEmpty());
    }

    @Test
    void packagesAreThoseOfTheMachine() {
        assertThat(steps("machine { packages rpm }").getFirst().command())
                .isEqualTo("rpm -i ninelives-*.rpm");
    }

    @Test
    void thePauseIsTheSkewTimeOfTheBackup() {
        assertThat(stop("vrrp_instance A {\n priority 90\n}")).contains("this file 0.648 s");
        assertThat(stop("vrrp_instance A {\n state MASTER\n priority 100\n}"))
                .contains("less than 1.000 s");
        assertThat(stop("vrrp_instance A {\n version 3\n advert_int 0.1\n state MASTER\n}"))
                .contains("less than 0.100 s");
        assertThat(
                        stop(
                                "global_defs {\n vrrp_version 3\n}\nvrrp_instance A {\n advert_int"
                                        + " 2\n priority 128\n}"))
                .contains("this file 1.000 s");
    }

    @Test
    void whoReturnsIsMasterAgainUnlessTold() {
        assertThat(start("vrrp_instance A {\n priority 90\n}")).contains("listens 3.648 s at most");
        assertThat(start("vrrp_instance A {\n nopreempt\n}")).startsWith("stays backup");
    }

    @Test
    void withoutVirtualRoutersNobodyTakesOver() {
        assertThat(stop("virtual_server 10.0.0.1 80 { }")).contains("are gone until");
    }

    private static String stop(String text) {
        return says(text, "systemctl disable --now keepalived");
    }

    private static String start(String text) {
        return says(text, "systemctl enable --now ninelives");
    }

    private static String says(String text, String command) {
        return steps(text).stream()
                .filter(step -> step.node().equals("master") && step.command().equals(command))
                .findFirst()
                .orElseThrow()
                .says();
    }

    private static List<String> commands(List<Step> steps, String node) {
        return steps.stream().filter(step -> step.node().equals(node)).map(Step::command).toList();
    }

    private static List<Step> steps(String text) {
        List<Statement> statements = ConfigurationText.statements(text);
        return new ChangeOver("k.conf", statements).steps();
    }
}
