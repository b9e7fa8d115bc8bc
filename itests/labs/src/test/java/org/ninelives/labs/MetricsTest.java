package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Metrics as a Prometheus on the node reads them, and as if they were not there. */
@LabTest
@ExtendWith(Evidence.class)
class MetricsTest {
    private static final String VIP = "10.0.0.44";
    private static final String URL = "http://127.0.0.1:9650/metrics";
    private static final String OPEN_METRICS = "application/openmetrics-text;version=1.0.0";
    private static final Path PARSER =
            Path.of("/usr/lib/python3/dist-packages/prometheus_client/openmetrics/parser.py");

    /** Seconds without an advert, of which there is one a second, that say that one is missing. */
    private static final double ADVERTS_MISSED = 2.5;

    private static final Path ALERTS =
            Path.of("../../distribution/doc/alerts.yml").toAbsolutePath();

    @BeforeAll
    static void needAParser() {
        assumeTrue(
                Files.exists(PARSER), "the strict parser of python3-prometheus-client is missing");
    }

    private static Lab open() {
        return Labs.open("metrics", Labs.NINELIVES_ALONE);
    }

    private static Router start(Lab lab, String node, UnaryOperator<String> edit) {
        return lab.startDirector(node, Labs.edited(lab, node, edit));
    }

    private static Finished curl(Node node, String... options) {
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "-m", "30"));
        command.addAll(List.of(options));
        return node.run(command, "");
    }

    /** What a node tells, in one line each; nothing while it tells nothing. */
    private static List<String> scrape(Lab lab, Node node, String accept, String parser) {
        Finished page = curl(node, "-f", "--compressed", "-H", "Accept: " + accept, URL);
        if (page.status() != 0) {
            return List.of();
        }
        Finished parsed =
                node.run(
                        List.of("/usr/bin/python3", lab.file("parse.py").toString(), parser),
                        page.output());
        assertThat(parsed.status()).as("%s", parsed).isZero();
        return parsed.lines();
    }

    private static void awaitMetric(Lab lab, Node node, String line) {
        lab.await(
                node.name() + " tells " + line,
                () -> scrape(lab, node, OPEN_METRICS, "openmetrics").contains(line));
    }

    private static String listening(Node node) {
        return node.run(List.of("netstat", "-ltn"), "").output();
    }

    @Test
    void aFailoverIsSeenOnBothNodes() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            Router b = start(lab, "b", text -> text);
            lab.awaitBackup(b, a);
            awaitMetric(lab, a.node(), state("MASTER", 1));
            awaitMetric(lab, b.node(), state("BACKUP", 1));
            awaitMetric(
                    lab,
                    b.node(),
                    "ninelives_vrrp_instance_master_priority vrrp_instance=VI_1 = 110");

            awaitAge(lab, a, "sent", age -> age < ADVERTS_MISSED);
            awaitAge(lab, b, "received", age -> age < ADVERTS_MISSED);
            assertThat(age(lab, a, "received")).as("a has heard nobody").isEmpty();
            assertThat(age(lab, b, "sent")).as("b was never master").isEmpty();

            lab.cut("a", "eth0");
            awaitMetric(lab, a.node(), state("FAULT", 1));
            awaitMetric(lab, b.node(), state("MASTER", 1));
            assertThat(scrape(lab, b.node(), OPEN_METRICS, "openmetrics"))
                    .contains(
                            state("BACKUP", 0),
                            "ninelives_vrrp_instance_became_master_total vrrp_instance=VI_1 = 1");
            awaitAge(lab, a, "sent", age -> age > ADVERTS_MISSED);
            awaitAge(lab, b, "received", age -> age > ADVERTS_MISSED);
            awaitAge(lab, b, "sent", age -> age < ADVERTS_MISSED);

            lab.mend("a", "eth0");
            awaitMetric(lab, a.node(), state("MASTER", 1));
            awaitMetric(
                    lab,
                    a.node(),
                    "ninelives_vrrp_instance_became_master_total vrrp_instance=VI_1 = 2");
            awaitAge(lab, a, "sent", age -> age < ADVERTS_MISSED);
            awaitAge(lab, b, "received", age -> age < ADVERTS_MISSED);
            awaitAge(lab, b, "sent", age -> age > ADVERTS_MISSED);
        }
    }

    private static void awaitAge(Lab lab, Router router, String way, DoublePredicate expected) {
        lab.await(
                router.node().name() + " tells when an advert was " + way,
                () -> age(lab, router, way).stream().anyMatch(expected));
    }

    /** Seconds since the latest advert was sent or received; empty if there is none. */
    private static OptionalDouble age(Lab lab, Router router, String way) {
        return number(
                lab, router, "ninelives_vrrp_advert_" + way + "_age_seconds vrrp_instance=VI_1 = ");
    }

    private static OptionalDouble number(Lab lab, Router router, String metric) {
        return scrape(lab, router.node(), OPEN_METRICS, "openmetrics").stream()
                .filter(line -> line.startsWith(metric))
                .mapToDouble(line -> Double.parseDouble(line.substring(metric.length())))
                .findFirst();
    }

    /** Held still until the other is master, its deadlines are late by more than a second. */
    @Test
    void aLoopThatStoodStillIsSeen() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            Router b = start(lab, "b", text -> text);
            lab.awaitBackup(b, a);
            String late = "ninelives_loop_lateness_seconds_";
            String inTime = late + "bucket le=0.5 loop=vrrp = ";
            String all = late + "count loop=vrrp = ";
            lab.await("deadlines are counted", () -> sure(number(lab, a, inTime)) > 0);

            a.pause();
            lab.awaitMaster(b, VIP);
            a.resume();
            lab.await("it was late", () -> sure(number(lab, a, late + "max loop=vrrp = ")) > 1);
            lab.await(
                    "the late one is in none of the lower buckets",
                    () -> sure(number(lab, a, all)) > sure(number(lab, a, inTime)));
            assertThat(sure(number(lab, a, late + "sum loop=vrrp = "))).isGreaterThan(1);
            assertThat(scrape(lab, a.node(), OPEN_METRICS, "openmetrics"))
                    .anyMatch(line -> line.startsWith(all.replace("vrrp", "lvs")));
        }
    }

    private static double sure(OptionalDouble number) {
        return number.orElse(0);
    }

    private static String state(String state, int value) {
        return "ninelives_vrrp_instance_state state=%s vrrp_instance=VI_1 = %d"
                .formatted(state, value);
    }

    @Test
    void bothFormatsSayTheSameToStrictParsers() {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            String server = "virtual_server=[10.0.0.44]:tcp:80";
            awaitMetric(
                    lab,
                    a.node(),
                    "ninelives_real_server_up real_server=[10.0.0.1]:tcp:80 " + server + " = 1");
            awaitMetric(
                    lab,
                    a.node(),
                    "ninelives_real_server_up real_server=[10.0.0.2]:tcp:80 " + server + " = 0");
            awaitMetric(
                    lab,
                    a.node(),
                    "ninelives_tracker_state kind=script state=GOOD tracker=chk = 1");

            assertThat(names(scrape(lab, a.node(), "text/plain", "text")))
                    .isEqualTo(names(scrape(lab, a.node(), OPEN_METRICS, "openmetrics")))
                    .contains(
                            "ninelives_build_info",
                            "ninelives_track_script_last_duration_seconds",
                            "ninelives_check_looks_total",
                            "ninelives_virtual_server_live_weight",
                            "ninelives_configuration_last_reload_successful",
                            "process_cpu_seconds_total");
            assertThat(curl(a.node(), "-D-", "-o/dev/null", URL).output())
                    .contains("text/plain; version=0.0.4");
        }
    }

    @Test
    void promtoolFindsNothingWrongInThePageAndInTheRulesForAlerts() {
        assumeTrue(LabNeeds.isOnPath("promtool"), "promtool of the package prometheus is missing");
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            awaitMetric(lab, a.node(), state("MASTER", 1));
            String page = curl(a.node(), "-f", "-H", "Accept: text/plain", URL).output();
            assertThat(page).contains("ninelives_check");

            Finished metrics = a.node().run(List.of("promtool", "check", "metrics"), page);
            assertThat(metrics.output()).isEmpty();
            assertThat(metrics.status()).isZero();
            Finished rules =
                    a.node().run(List.of("promtool", "check", "rules", ALERTS.toString()), "");
            assertThat(rules.status()).as("%s", rules).isZero();
        }
    }

    /** Stories of numbers, and whom they wake: alerts.yml of the lab tells them. */
    @Test
    void alertsAreRaisedWhenTheyShouldAndOnlyThen() throws IOException {
        assumeTrue(LabNeeds.isOnPath("promtool"), "promtool of the package prometheus is missing");
        try (Lab lab = open()) {
            Path stories = lab.node("a").folder().resolve("alerts.yml");
            Files.writeString(
                    stories,
                    Files.readString(lab.file("alerts.yml")).replace("RULES", ALERTS.toString()));

            Finished told =
                    lab.node("a").run(List.of("promtool", "test", "rules", stories.toString()), "");
            assertThat(told.status()).as("%s", told).isZero();
        }
    }

    private static List<String> names(List<String> lines) {
        return lines.stream().map(line -> line.split(" ", 2)[0]).distinct().sorted().toList();
    }

    @Test
    void nothingIsServedUnlessAskedFor() throws IOException {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text.replaceAll("(?m)^ *metrics_address.*$", ""));
            lab.awaitMaster(a, VIP);

            assertThat(listening(a.node())).doesNotContain(":9650");
            assertThat(threads(a)).isNotEmpty().noneMatch(name -> name.startsWith("metrics"));
        }
    }

    private static List<String> threads(Router router) throws IOException {
        try (var tasks = Files.list(Path.of("/proc", Long.toString(router.pid()), "task"))) {
            return tasks.map(task -> task.resolve("comm")).map(MetricsTest::text).toList();
        }
    }

    /** Nothing for one that has just ended. */
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void aPortThatIsTakenIsOneErrorAndIsTakenWhenItIsFree() {
        try (Lab lab = open()) {
            Node node = lab.node("a");
            Process other =
                    node.start("other", List.of("nc", "-l", "-k", "-s", "127.0.0.1", "-p", "9650"));
            lab.await("the port is taken", () -> listening(node).contains("127.0.0.1:9650"));
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            a.log().await("Startup complete");
            a.log()
                    .await(
                            "No metrics: cannot listen at metrics_address 127.0.0.1:9650: Address"
                                    + " already in use");
            a.reload();
            a.log().await("Reload complete");

            other.destroy();
            a.log().await("Serving metrics at http://127.0.0.1:9650/metrics");
            awaitMetric(lab, node, state("MASTER", 1));
            assertThat(a.log().count("No metrics: ")).isEqualTo(1);
        }
    }

    @Test
    void aReloadMovesItEndsItAndIsRefusedWithABadAddress() throws IOException {
        try (Lab lab = open()) {
            Router a = start(lab, "a", text -> text);
            lab.awaitMaster(a, VIP);
            a.log().await("Startup complete");
            awaitMetric(lab, a.node(), state("MASTER", 1));

            Labs.edited(lab, "a", text -> text.replace(":9650", ":9651"));
            a.reload();
            a.log().await("Serving metrics at http://127.0.0.1:9651/metrics");
            assertThat(curl(a.node(), URL).status()).isNotZero();
            assertThat(curl(a.node(), "-f", URL.replace("9650", "9651")).status()).isZero();

            Labs.edited(lab, "a", text -> text.replace("127.0.0.1:9650", "10.0.0.1:9650"));
            a.reload();
            a.log()
                    .await(
                            "metrics_address: 10.0.0.1 is not a loopback address (127.0.0.0/8 or"
                                    + " ::1)");
            a.log().await("Reload refused: metrics_address 127.0.0.1:9651 would be removed");
            String moved = URL.replace("9650", "9651");
            lab.await(
                    "the refusal is told",
                    () -> {
                        String page = curl(a.node(), "-f", moved).output();
                        return page.contains("ninelives_configuration_last_reload_successful 0.0")
                                && page.contains("ninelives_reloads_total{result=\"REFUSED\"} 1.0");
                    });

            Labs.edited(lab, "a", text -> text.replaceAll("(?m)^ *metrics_address.*$", ""));
            a.reload();
            lab.await("no port", () -> !listening(a.node()).matches("(?s).*:965[01] .*"));
            assertThat(a.node().owns(VIP)).isTrue();
        }
    }

    /** The keyword is a warning of one line then; everything else goes on. */
    @Test
    void withoutTheBundleNothingOfItIsLeft() throws IOException {
        try (Lab lab = open()) {
            Router a =
                    new LeanProduct(lab.node("a"), List.of("metrics"))
                            .start(lab, "a", Labs.edited(lab, "a", text -> text));
            lab.awaitMaster(a, VIP);

            a.log().await("metrics_address: no installed bundle handles it");
            assertThat(listening(a.node())).doesNotContain(":9650");
            assertThat(threads(a)).isNotEmpty().noneMatch(name -> name.startsWith("metrics"));
        }
    }
}
