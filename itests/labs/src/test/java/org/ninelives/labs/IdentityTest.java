package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Several daemons on one machine, told from each other by network namespace and instance, in
 * keepalived's way.
 *
 * <pre>
 *   blue ── eth0 ══ eth0 ── green        eth0 ── (where they are started)
 * </pre>
 */
@LabTest
class IdentityTest {

    private static final String VIP = "10.0.0.44";

    @TempDir Path folder;

    private static String configuration(String head, int priority) {
        return head.replace("; ", "\n")
                + """

                global_defs {
                    data_use_instance
                }
                vrrp_instance VI_1 {
                    interface eth0
                    virtual_router_id 51
                    priority %d
                    advert_int 1
                    virtual_ipaddress {
                        %s/24
                    }
                }
                """
                        .formatted(priority, VIP);
    }

    @Test
    void twoDaemonsOfOneMachineAreMasterAndBackupOfEachOther() {
        try (PrivateHost host = new PrivateHost(folder)) {
            Process green =
                    host.start(
                            Implementation.NINELIVES,
                            configuration("net_namespace green; instance two", 100));
            host.await("green is master", () -> host.owns("green", VIP));

            Process blue =
                    host.start(Implementation.NINELIVES, configuration("", 150), "-s", "blue");
            host.await("blue is master", () -> host.owns("blue", VIP));
            host.await("green gave it back", () -> !host.owns("green", VIP));
            assertThat(host.run("ip", "-4", "address")).doesNotContain(VIP);
            assertThat(host.runFiles(".pid"))
                    .containsExactly(
                            "/run/keepalived/blue/keepalived.pid",
                            "/run/keepalived/blue/vrrp.pid",
                            "/run/keepalived/green/keepalived_two.pid",
                            "/run/keepalived/green/vrrp_two.pid");
            assertThat(host.run("cat", "/run/keepalived/blue/keepalived.pid"))
                    .isEqualTo(blue.pid() + "\n");
            assertThat(host.run("ip", "netns", "identify", green.pid() + "")).contains("green");

            assertThat(host.run("ip", "netns", "pids", "blue").lines())
                    .as("the daemon and its companion")
                    .hasSize(2)
                    .contains(blue.pid() + "");

            host.rewrite(0, configuration("net_namespace blue; instance two", 100));
            Command.run("kill -HUP " + green.pid());
            host.await(
                    "a refusal",
                    () ->
                            host.systemLog().stream()
                                    .anyMatch(
                                            line ->
                                                    line.startsWith("ninelived_green_two[")
                                                            && line.contains("Reload refused")
                                                            && line.contains(
                                                                    "from green to blue")));

            blue.destroyForcibly();
            host.await("green takes over", () -> host.owns("green", VIP));
            host.await("the companion takes it from blue", () -> !host.owns("blue", VIP));
            assertThat(host.stop(green)).isZero();
            assertThat(host.owns("green", VIP)).isFalse();
            assertThat(host.runFiles("green")).containsExactly("/run/netns/green");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "use_pid_dir",
                "instance one",
                "net_namespace blue",
                "net_namespace blue; instance one"
            })
    void filesAndLogHaveTheNamesOfKeepaliveds(String head) {
        try (PrivateHost host = new PrivateHost(folder)) {
            Names theirs = names(host, Implementation.KEEPALIVED, head);
            Names ours = names(host, Implementation.NINELIVES, head);

            assertThat(ours.pidFiles()).isEqualTo(theirs.pidFiles()).hasSize(2);
            // One process does the work of two, so it has one name for what has two there.
            assertThat(theirs.inLog()).containsAll(ours.inLog());
            assertThat(ours.inLog()).hasSizeGreaterThan(head.equals("use_pid_dir") ? 0 : 1);
            assertThat(host.run("find", "/run", "-name", "keepalived*")).isEmpty();
        }
    }

    private record Names(Set<String> pidFiles, Set<String> inLog) {}

    private static Names names(PrivateHost host, Implementation implementation, String head) {
        Set<String> before = host.namesInLog();
        Process daemon = host.start(implementation, configuration(head, 150));
        long masters = masters(host);
        host.await("it is master", () -> masters(host) > masters);
        Set<String> files = host.runFiles(".pid");
        assertThat(host.stop(daemon)).isZero();
        Set<String> names = new TreeSet<>(host.namesInLog());
        names.removeAll(before);
        return new Names(
                files,
                names.stream()
                        .map(name -> name.replaceFirst("^ninelived", "Keepalived"))
                        .collect(Collectors.toSet()));
    }

    private static long masters(PrivateHost host) {
        return host.systemLog().stream().filter(l -> l.contains("Entering MASTER STATE")).count();
    }

    @Test
    void aNamespaceThatIsNotThereEndsItWithOneSentence() {
        try (PrivateHost host = new PrivateHost(folder)) {
            int status =
                    host.end(
                            host.start(
                                    Implementation.NINELIVES,
                                    configuration("net_namespace blue", 100),
                                    "--namespace=red"));

            assertThat(status).isEqualTo(1);
            host.await(
                    "the sentence is in the log",
                    () ->
                            host.systemLog().stream()
                                    .anyMatch(line -> line.contains("Cannot run in")));
            assertThat(host.systemLog())
                    .filteredOn(line -> !line.matches(".*: (Starting|Stopped) .*"))
                    .singleElement()
                    .asString()
                    .contains("Cannot run in network namespace 'red'", "ip netns add red");
        }
    }
}
