package org.ninelives.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.management.CheckRow;
import org.ninelives.api.management.ChecksMXBean;
import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.OverridesMXBean;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.api.management.TrackerStatus;
import org.ninelives.api.management.TrackerUser;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.management.VrrpInstanceMXBean;

/** Commands against beans that answer what is wanted, over a real connector. */
class CommandsTest extends AtTheTerminal {

    private static final String WEB = "[10.0.0.1]:tcp:80";
    private static final String MAIL = "[10.0.0.1]:tcp:25";
    private static final String FIRST = "[192.168.0.2]:tcp:80";

    private void instance(String name, String state) {
        daemon.answer(
                DaemonMXBean.class,
                ObjectNames.daemon(),
                "getVirtualRouters",
                nothing -> Map.of(name, Samples.instance(name, state)));
        daemon.answer(
                VrrpInstanceMXBean.class,
                ObjectNames.vrrpInstance(name),
                "getStatus",
                nothing -> Samples.instance(name, state));
    }

    private void whole(String reloadResult) {
        daemon.answer(DaemonMXBean.class, ObjectNames.daemon(), "getVersion", nothing -> "1.2.3")
                .answer(DaemonMXBean.class, ObjectNames.daemon(), "getPid", nothing -> 4711L)
                .answer(
                        DaemonMXBean.class,
                        ObjectNames.daemon(),
                        "getUptimeMillis",
                        nothing -> 3_600_000L)
                .answer(
                        DaemonMXBean.class,
                        ObjectNames.daemon(),
                        "getVirtualServers",
                        nothing -> Map.of())
                .answer(
                        ConfigurationMXBean.class,
                        ObjectNames.configuration(),
                        "getLastReload",
                        nothing -> Samples.report(reloadResult))
                .answer(
                        OverridesMXBean.class,
                        ObjectNames.overrides(),
                        "getOverrides",
                        nothing -> List.of(Samples.override("priority", "VI_1", "150")));
    }

    @Test
    void statusShowsEverythingAndEndsWellIfAllIs() {
        whole("APPLIED");
        instance("VI_1", "MASTER");

        Ended ended = run("status");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isEqualTo(ExitStatus.DONE);
        assertThat(ended.out())
                .contains("Ninelives 1.2.3, process 4711, up 60 min")
                .containsPattern("VI_1 +MASTER .* this node")
                .containsPattern("priority +VI_1 +150 +100 +control at 127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({"MASTER, APPLIED, 0", "FAULT, APPLIED, 5", "BACKUP, REFUSED, 5"})
    void theStatusOfStatusTellsWhetherAllIsWell(String state, String reload, int status) {
        whole(reload);
        instance("VI_1", state);
        assertThat(run("status").status()).isEqualTo(status);
    }

    @Test
    void jsonHasTheFieldsOfTheBeans() {
        whole("APPLIED");
        instance("VI_1", "BACKUP");

        Ended ended = run("status", "--json");
        var instances =
                JsonParser.parseString(ended.out()).getAsJsonObject().getAsJsonArray("instances");
        assertThat(instances.get(0).getAsJsonObject().get("state").getAsString())
                .isEqualTo("BACKUP");
    }

    @Test
    void watchLooksAsOftenAsItIsTold() {
        whole("APPLIED");
        instance("VI_1", "MASTER");
        events(1, 3);

        Ended ended = run("watch", "--times", "2", "--every", "1s", "--json");
        assertThat(ended.status()).isEqualTo(ExitStatus.DONE);
        assertThat(ended.out().lines()).hasSize(2);

        assertThat(run("watch", "--times", "1").out()).contains("VI_1").contains("event 3");
    }

    @Test
    void explainFindsInstancesAndServersByTheWordsOfPeople() {
        daemon.answer(
                VrrpInstanceMXBean.class,
                ObjectNames.vrrpInstance("VI_1"),
                "explain",
                nothing -> List.of("MASTER for 74 s", "all is well"));
        daemon.answer(
                VirtualServerMXBean.class,
                ObjectNames.virtualServer(WEB),
                "explain",
                nothing -> List.of("UP with 2 of 2 servers"));
        realServer(WEB, FIRST);

        assertThat(run("explain", "VI_1").out()).isEqualTo("MASTER for 74 s\nall is well\n");
        assertThat(run("explain", "10.0.0.1:80").out()).isEqualTo("UP with 2 of 2 servers\n");
        assertThat(run("explain", "10.0.0.1", "192.168.0.2").out()).isEqualTo("it serves\n");
    }

    private void realServer(String virtual, String real) {
        realServer(virtual, real, "DRAINED");
    }

    private void realServer(String virtual, String real, String state) {
        var name = ObjectNames.realServer(virtual, real);
        daemon.answer(RealServerMXBean.class, name, "explain", nothing -> List.of("it serves"))
                .answer(RealServerMXBean.class, name, "drain", nothing -> null)
                .answer(RealServerMXBean.class, name, "getState", nothing -> state)
                .answer(
                        RealServerMXBean.class,
                        name,
                        "getStatus",
                        nothing -> Samples.server(virtual, real, state));
        daemon.answer(
                VirtualServerMXBean.class,
                ObjectNames.virtualServer(virtual),
                "getState",
                nothing -> "UP");
    }

    @Test
    void trackersTellWhoCountsThem() {
        TrackerStatus bad =
                new TrackerStatus(
                        "script",
                        "chk",
                        "BAD",
                        0,
                        0,
                        "chk failed",
                        List.of(
                                new TrackerUser("vrrp_instance", "VI_1", -20, false),
                                new TrackerUser("vrrp_sync_group", "G", 0, false)));
        daemon.answer(
                DaemonMXBean.class,
                ObjectNames.daemon(),
                "getTrackers",
                nothing -> Map.of("script chk", bad));

        Ended ended = run("trackers");
        assertThat(ended.status()).isEqualTo(ExitStatus.UNWELL);
        assertThat(ended.out()).containsPattern("chk +BAD .*VI_1 -20, G +chk failed");
    }

    @Test
    void checksAreATableThatEndsUnwellIfOneHasFailed() {
        CheckRow well = Samples.check(WEB, FIRST, "PASSED");
        CheckRow ill = Samples.check(MAIL, FIRST, "FAILED");
        realServer(WEB, FIRST);
        daemon.answer(
                ChecksMXBean.class,
                ObjectNames.checks(),
                "getTable",
                nothing -> Map.of(well.key(), well, ill.key(), ill));

        Ended all = run("checks");
        assertThat(all.status()).isEqualTo(ExitStatus.UNWELL);
        assertThat(all.out()).containsPattern("1 TCP_CHECK +FAILED +.* refused").hasLineCount(3);
        assertThat(run("checks", "10.0.0.1:80").status()).isEqualTo(ExitStatus.DONE);
        var failed = JsonParser.parseString(run("checks", "--failed", "--json").out());
        assertThat(failed.getAsJsonArray()).hasSize(1);
    }

    @Test
    void aWordThatMayMeanTwoServersIsRefusedWithBoth() {
        realServer(WEB, FIRST);
        realServer(MAIL, FIRST);

        Ended ended = run("drain", "10.0.0.1", "192.168.0.2");
        assertThat(ended.status()).isEqualTo(ExitStatus.UNKNOWN_OBJECT);
        assertThat(ended.err()).contains(WEB).contains(MAIL);
        assertThat(daemon.calls()).isEmpty();
    }

    @Test
    void drainTakesAsLongAsItIsAllowedAndWaitsIfAsked() {
        realServer(WEB, FIRST);

        Ended ended = run("drain", "10.0.0.1:80", "192.168.0.2:80", "--within", "10m", "--wait");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).containsPattern("192.168.0.2.*DRAINED");
        assertThat(daemon.calls()).containsExactly("drain[600]");
    }

    @Test
    void whoWaitsForADrainThatIsTakenBackIsTold() {
        realServer(WEB, FIRST, "UP");

        assertThat(run("drain", "10.0.0.1", "192.168.0.2", "--wait").status())
                .isEqualTo(ExitStatus.REFUSED);
        assertThat(run("drain", "10.0.0.1", "192.168.0.2").status()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() {
        instance("VI_1", "MASTER");
        instance("VI_2", "MASTER");

        Ended ended = run("priority", "VI_3", "100");
        assertThat(ended.status()).isEqualTo(ExitStatus.UNKNOWN_OBJECT);
        assertThat(ended.err()).contains("no virtual router 'VI_3'; there is VI_1, VI_2");
    }

    @ParameterizedTest
    @CsvSource({
        "priority VI_1 150 --for 10m, 'overridePriority[150, 600, UNTIL_RESTART]'",
        "priority VI_1 150 --until reload, 'overridePriority[150, 0, UNTIL_RELOAD]'",
        "priority VI_1 150 --until REVERTED, 'overridePriority[150, 0, UNTIL_REVERTED]'",
        "standby VI_1 --for 90, 'standby[90, UNTIL_RESTART]'",
        "disable VI_1, 'disable[0, UNTIL_RESTART]'",
    })
    void overridesSayHowLong(String words, String call) {
        instance("VI_1", "MASTER");
        for (String method : List.of("overridePriority", "standby", "disable")) {
            daemon.answer(
                    VrrpInstanceMXBean.class,
                    ObjectNames.vrrpInstance("VI_1"),
                    method,
                    nothing -> Samples.override("priority", "VI_1", "150"));
        }

        Ended ended = run(words.split(" "));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isEqualTo(ExitStatus.DONE);
        assertThat(ended.out()).contains("VI_1").contains("control at 127.0.0.1");
        assertThat(daemon.calls()).containsExactly(call);
    }

    @Test
    void whatTheDaemonRefusesIsToldInItsWords() {
        instance("VI_1", "MASTER");
        daemon.answer(
                VrrpInstanceMXBean.class,
                ObjectNames.vrrpInstance("VI_1"),
                "overridePriority",
                nothing -> {
                    throw new IllegalArgumentException("priority: 999 is not in 1..254");
                });

        Ended ended = run("priority", "VI_1", "999");
        assertThat(ended.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(ended.err()).isEqualTo("ninelivesctl: priority: 999 is not in 1..254\n");
    }

    @ParameterizedTest
    @CsvSource({"PLANNED, 0", "REFUSED, 1"})
    void aPlanThatWouldBeRefusedEndsSo(String result, int status) {
        daemon.answer(
                ConfigurationMXBean.class,
                ObjectNames.configuration(),
                "plan",
                nothing -> Samples.report(result));

        Ended ended = run("plan");
        assertThat(ended.status()).isEqualTo(status);
        assertThat(ended.out())
                .containsPattern("CHANGE +vrrp_instance +VI_1 +priority 100 -> 150")
                .contains("hash: 0123456789abcdef");
    }

    @ParameterizedTest
    @CsvSource({
        "reload, reload[]",
        "reload --expect 0123abcd, reload[0123abcd]",
        "'reload --guard 60s --against fault,quorum', 'reloadGuarded[fault quorum, 60]'",
        "rollback, rollback[]",
        "rollback 3, rollback[3]",
    })
    void reloadsAndRollbacksSayWhatIsWanted(String words, String call) {
        for (String method : List.of("reload", "reloadGuarded", "rollback")) {
            daemon.answer(
                    ConfigurationMXBean.class,
                    ObjectNames.configuration(),
                    method,
                    nothing -> Samples.report("APPLIED"));
        }

        assertThat(run(words.split(" ")).status()).isEqualTo(ExitStatus.DONE);
        assertThat(daemon.calls()).containsExactly(call);
    }

    @Test
    void aTextIsValidatedAsItIs() throws IOException {
        Path file = Files.writeString(etc.resolve("new.conf"), "vrrp_instance VI_1 {}\n");
        daemon.answer(
                ConfigurationMXBean.class,
                ObjectNames.configuration(),
                "validate",
                arguments -> {
                    assertThat(arguments).containsExactly("vrrp_instance VI_1 {}\n");
                    return Samples.report("PLANNED");
                });

        assertThat(run("validate", file.toString()).status()).isEqualTo(ExitStatus.DONE);
        Ended absent = run("validate", etc.resolve("none").toString());
        assertThat(absent.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(absent.err()).contains("none").contains("there is no such file");
    }

    private void events(long first, long last) {
        daemon.answer(
                DaemonMXBean.class,
                ObjectNames.daemon(),
                "eventsSince",
                arguments ->
                        Stream.iterate(first, next -> next <= last, next -> next + 1)
                                .filter(sequence -> sequence > (Long) arguments[0])
                                .map(Samples::event)
                                .toList());
    }

    @Test
    void eventsAreToldInOrderAndAGapIsTold() {
        events(7, 9);

        assertThat(run("events").out())
                .startsWith("... 6 events are no longer kept")
                .hasLineCount(4);
        assertThat(run("events", "--since", "3").out())
                .startsWith("... 3 events are no longer kept");
        List<String> lines = run("events", "--json", "--since", "8").out().lines().toList();
        assertThat(lines).hasSize(1);
        assertThat(JsonParser.parseString(lines.getFirst()).getAsJsonObject().get("sequence"))
                .hasToString("9");
    }

    @Test
    void anOverrideIsRevertedByTheWordsOfTheList() {
        daemon.answer(
                        OverridesMXBean.class,
                        ObjectNames.overrides(),
                        "revert",
                        arguments -> arguments[1].equals("VI_1"))
                .answer(OverridesMXBean.class, ObjectNames.overrides(), "revertAll", nothing -> 2);

        assertThat(run("revert", "priority", "VI_1").status()).isEqualTo(ExitStatus.DONE);
        assertThat(run("revert", "priority", "VI_2").status()).isEqualTo(ExitStatus.UNKNOWN_OBJECT);
        assertThat(run("revert", "--all").out()).isEqualTo("2 overrides reverted\n");
        assertThat(run("revert").status()).isEqualTo(ExitStatus.USAGE);
    }
}
