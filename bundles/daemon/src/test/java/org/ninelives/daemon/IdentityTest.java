package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.management.ReloadReport;

/** Names as keepalived 2.2.7 makes them. */
class IdentityTest {

    private static final Set<Part> ROUTERS = Set.of(Part.WHOLE, Part.VRRP);

    private final TextSource source = new TextSource("");

    private Loader loader() {
        return new Loader(source, KnownKeywords.load());
    }

    private Identity identity(String text, String option) {
        source.edit(text.replace("; ", "\n"));
        Reading reading = loader().read(List.of(new DaemonSection(Optional.empty())));
        assertThat(reading.parsed().problems()).isEmpty();
        return Identity.of(reading.root(), Optional.ofNullable(option));
    }

    @ParameterizedTest
    @CsvSource({
        "use_pid_dir, , ninelived, /run/keepalived",
        "instance one, , ninelived_one, /run/keepalived",
        "net_namespace blue, , ninelived_blue, /run/keepalived/blue",
        "child_wait_time 1, blue, ninelived_blue, /run/keepalived/blue",
        "net_namespace green, blue, ninelived_blue, /run/keepalived/blue",
        "net_namespace blue; instance one, , ninelived_blue_one, /run/keepalived/blue",
        "$B=blue; net_namespace $B; @node instance one; @other instance two, ,"
                + " ninelived_blue_one, /run/keepalived/blue",
    })
    void namespaceAndInstanceStandInEachName(
            String text, String option, String logName, Path folder) {
        Identity identity = identity(text, option);
        String suffix = logName.endsWith("one") ? "_one" : "";

        assertThat(identity.logName()).isEqualTo(logName);
        assertThat(identity.pidFiles(ROUTERS))
                .isEqualTo(
                        Map.of(
                                Part.WHOLE, folder.resolve("keepalived" + suffix + ".pid"),
                                Part.VRRP, folder.resolve("vrrp" + suffix + ".pid")));
        assertThat(identity.folders()).startsWith(folder).endsWith(Path.of("/run/keepalived"));
    }

    @Test
    void withoutAnyThereIsOneFileOfOurOwn() {
        Identity identity = identity("child_wait_time 1", null);

        assertThat(identity.logName()).isEqualTo("ninelived");
        assertThat(identity.pidFiles(ROUTERS))
                .isEqualTo(Map.of(Part.WHOLE, Path.of("/run/ninelived.pid")));
        assertThat(identity.folders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "instance one, instance two, instance: cannot change from one to two",
        "instance one, use_pid_dir, instance: cannot change from one to none",
        "net_namespace blue, net_namespace green, net_namespace: cannot change from blue to green",
        "reload_repeat, net_namespace blue, net_namespace: cannot change from none to blue",
        "reload_repeat, use_pid_dir, use_pid_dir: cannot change from off to on",
    })
    void aReloadThatWouldChangeItIsRefused(String before, String after, String objection) {
        DaemonSection section = new DaemonSection(Optional.empty());
        RunningConfiguration configuration = start(section, before);

        source.edit(words(after));
        ReloadReport report = configuration.reload("test", reading -> Optional.empty());

        assertThat(report.result()).isEqualTo("REFUSED");
        assertThat(report.summary()).contains(objection, "while the daemon runs; restart it");
    }

    @Test
    void whatTheOptionSaysMakesTheKeywordFree() {
        RunningConfiguration configuration =
                start(new DaemonSection(Optional.of("blue")), "net_namespace green");

        source.edit("net_namespace red\nuse_pid_dir");

        assertThat(configuration.reload("test", reading -> Optional.empty()).result())
                .isNotEqualTo("REFUSED");
    }

    private RunningConfiguration start(DaemonSection section, String text) {
        source.edit(words(text));
        RunningConfiguration configuration =
                new RunningConfiguration(loader(), () -> List.of(section), new Told());
        configuration.start();
        return configuration;
    }

    private static String words(String text) {
        return text.equals("reload_repeat") ? "global_defs {\n  reload_repeat\n}\n" : text;
    }
}
