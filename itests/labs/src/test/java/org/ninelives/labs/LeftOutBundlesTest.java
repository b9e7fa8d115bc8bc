package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bundle can be left out: who does not use it notices nothing, and who does is told so. */
@LabTest
@ExtendWith(Evidence.class)
class LeftOutBundlesTest {
    private static final String VIP = "10.0.0.44";

    /** Without these there is no virtual router. */
    private static final Set<String> NEEDED =
            Set.of("api", "config", "daemon", "events", "linux", "vrrp");

    /** Other bundles need something of these, and say so where it is missing. */
    private static final Set<String> LIBRARIES = Set.of("http");

    private static Lab open() {
        return Labs.open("left-out", Labs.NINELIVES_ALONE);
    }

    private static Set<String> optional() {
        Set<String> optional = new TreeSet<>(LeanProduct.bundles());
        assertThat(optional).containsAll(NEEDED);
        optional.removeAll(NEEDED);
        return optional;
    }

    static Stream<String> leavable() {
        return optional().stream();
    }

    private static Router start(Lab lab, Set<String> leftOut, String configuration) {
        return new LeanProduct(lab.node("a"), leftOut).start(lab, "a", lab.file(configuration));
    }

    /** Without the warnings that a machine with much else to do earns with such short intervals. */
    private static String calmLog(Router router) {
        return router.log()
                .text()
                .lines()
                .filter(line -> !line.contains("stood still"))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("leavable")
    void whoDoesNotUseABundleDoesNotMissIt(String bundle) {
        try (Lab lab = open()) {
            Router a = start(lab, Set.of(bundle), "a.conf");
            lab.awaitMaster(a, VIP);
            a.log().await("Startup complete");

            assertThat(calmLog(a)).doesNotContain("Exception", "[error]", "[warning]");
            if (!LIBRARIES.contains(bundle)) {
                assertThat(a.log().text()).doesNotContain("does not start");
            }
        }
    }

    @Test
    void sixBundlesMakeAVirtualRouter() {
        try (Lab lab = open()) {
            Router a = start(lab, optional(), "a.conf");
            lab.awaitMaster(a, VIP);
            a.log().await("Startup complete");

            assertThat(calmLog(a))
                    .doesNotContain("Exception", "[error]", "[warning]", "does not start");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "config", "daemon", "events"})
    void withoutWhatRunsAConfigurationItEndsWithALineThatNamesIt(String bundle) {
        try (Lab lab = open()) {
            Router a = start(lab, Set.of(bundle), "a.conf");
            lab.await("it ended", () -> !a.isAlive());

            assertThat(a.log().text().lines())
                    .filteredOn(line -> line.contains(" runs a configuration: "))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains("org.ninelives." + bundle);
            assertThat(a.log().text()).doesNotContain("Exception", "Startup complete");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "vrrp"})
    void withoutWhatRunsAVirtualRouterOneLineNamesIt(String bundle) {
        try (Lab lab = open()) {
            Router a = start(lab, Set.of(bundle), "a.conf");
            a.log().await("Startup complete");

            assertThat(a.log().text().lines())
                    .filteredOn(line -> line.contains("vrrp_instance VI_1: no installed bundle"))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains("org.ninelives." + bundle);
            assertThat(a.log().text()).doesNotContain("Exception");
        }
    }

    @Test
    void eachKeywordWithoutItsBundleIsOneLineThatNamesIt() {
        try (Lab lab = open()) {
            Router a = start(lab, optional(), "uses-all.conf");
            lab.awaitMaster(a, VIP);
            a.log().await("Startup complete");

            for (String expected :
                    new String[] {
                        "script_user: line script",
                        "metrics_address: line metrics",
                        "status_page_address: line page",
                        "enable_snmp_vrrp: line snmp",
                        "enable_dbus: line dbus",
                        "notify_fifo: line notify.script and org.ninelives.script",
                        "json_dump_file: line dump",
                        "smtp_server: line notify.email",
                        "notify_webhook hook: block notify.webhook",
                        "bfd_instance peer: block bfd and org.ninelives.linux",
                        "vrrp_script chk: block track.script and org.ninelives.script",
                        "vrrp_track_process proc: block track.process",
                        "track_file maintenance: block track.file",
                        "virtual_server 10.0.0.44 80: block lvs and org.ninelives.ipvs and"
                                + " org.ninelives.check"
                    }) {
                int colon = expected.indexOf(": ");
                String[] kindAndBundles = expected.substring(colon + 2).split(" ", 2);
                String line =
                        "%s: no installed bundle handles it; the %s is skipped. It takes org.ninelives.%s: put the .jar that is missing back into the folder bundles and restart, or take this out"
                                .formatted(
                                        expected.substring(0, colon),
                                        kindAndBundles[0],
                                        kindAndBundles[1]);
                assertThat(a.log().count(line)).as(line).isOne();
            }
            for (String expected :
                    new String[] {
                        "notify_master: notify.script and org.ninelives.script",
                        "notify_backup: notify.script and org.ninelives.script",
                        "smtp_alert: notify.email"
                    }) {
                String line =
                        expected.replace(
                                ": ",
                                ": no installed bundle carries it out. It takes org.ninelives.");
                assertThat(a.log().count(line)).as(line).isOne();
            }
            assertThat(a.log().text()).doesNotContain("Exception", "unknown keyword");
        }
    }

    @Test
    void eachCheckWithoutItsCheckerNamesTheBundleAndTheServerCountsAsUnchecked() {
        try (Lab lab = open()) {
            Set<String> checkers = new TreeSet<>(optional());
            checkers.removeIf(bundle -> !bundle.startsWith("check."));
            assertThat(checkers).hasSize(9);
            Router a = start(lab, checkers, "uses-all.conf");
            lab.awaitMaster(a, VIP);
            a.log().await("Startup complete");

            for (String checker : checkers) {
                String keyword = checker.substring("check.".length()).toUpperCase(Locale.ROOT);
                keyword = keyword.equals("HTTP") ? "HTTP_GET" : keyword + "_CHECK";
                String line =
                        "%s: no checker of this name is installed (put the .jar of org.ninelives.%s back into the folder bundles); its block is skipped"
                                .formatted(keyword, checker);
                assertThat(a.log().count(line)).as(line).isOne();
            }
            assertThat(a.log().text()).doesNotContain("Exception");
        }
    }

    @Test
    void aBundleThatNeedsAnotherSaysWhatIsMissingInOneLine() {
        try (Lab lab = open()) {
            Router a = start(lab, LIBRARIES, "uses-all.conf");
            lab.awaitMaster(a, VIP);
            a.log().await("Startup complete");

            for (String bundle : new String[] {"metrics", "page"}) {
                String line =
                        "Bundle org.ninelives.%s does not start: no bundle here has the package org.ninelives.http; put the .jar with it back into the folder bundles, or take this one out"
                                .formatted(bundle);
                assertThat(a.log().count(line)).as(line).isOne();
            }
            assertThat(a.log().text()).doesNotContain("Exception");
            a.log().await("metrics_address: no installed bundle handles it");
        }
    }
}
