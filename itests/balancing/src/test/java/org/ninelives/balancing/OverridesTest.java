package org.ninelives.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ninelives.labs.Finished;
import org.ninelives.labs.Log;
import org.ninelives.labs.Router;

/** What an operator sets in place of the configuration, as the kernel and a client have it. */
@IpvsTest
class OverridesTest {
    private static final String FIRST = "10.1.0.11";
    private static final String SECOND = "10.1.0.12";

    @Test
    void aWeightOutlivesAReloadAndGoesWhenItsTimeIsUp() {
        try (Site site = new Site()) {
            Router director = startDirector(site);
            awaitRow(site, "10.0.0.11:80 +Route +3 ");

            assertThat(ctl(director, "weight", Site.DR + ":80", "10.0.0.11", "7", "--for", "1h"))
                    .containsPattern("weight .* 7 +3 +control at 127.0.0.1 ");
            awaitRow(site, "10.0.0.11:80 +Route +7 ");
            assertThat(site.answers(Site.DR, 16)).isEqualTo(Map.of("s1", 14L, "s2", 2L));

            site.reload(director, site.read("d1.conf").replace("weight 1", "weight 2"));
            awaitRow(site, "10.0.0.12:80 +Route +2 ");
            assertThat(rows(site, "10.0.0.11:80 +Route +7 ")).hasSize(1);
            assertThat(ctl(director, "servers", Site.DR))
                    .containsPattern("10.0.0.11.* 7 \\(file: 3\\)");

            ctl(director, "weight", Site.DR + ":80", "10.0.0.11", "7", "--for", "5s");
            director.log().await("Override: the time of weight of ");
            awaitRow(site, "10.0.0.11:80 +Route +3 ");
            assertThat(rows(site, "10.0.0.12:80 +Route +2 ")).hasSize(1);
            assertThat(ctl(director, "overrides")).isEqualTo("nothing is overridden\n");
        }
    }

    @Test
    void aDrainedServerServesItsDownloadToTheEndAndStaysOutUntilReverted() {
        try (Site site = new Site()) {
            Router director = startDirector(site);
            Log download = site.startDownload(Site.NAT);
            String serving = serving(site);

            ctl(director, "drain", Site.NAT + ":80", serving);
            awaitRow(site, serving + ":80 +Masq +0 +1 ");
            assertThat(download.text()).as("the download goes on").isEmpty();
            assertThat(site.answers(Site.NAT, 4)).isEqualTo(Map.of(other(serving), 4L));

            download.await(Site.wholeDownload("s1"));
            awaitNone(site, serving + ":80 ");
            site.reload(director, site.read("d1.conf").replace("weight 1", "weight 2"));
            awaitRow(site, "10.0.0.12:80 +Route +2 ");
            assertThat(rows(site, serving + ":80 ")).isEmpty();

            ctl(director, "revert", "--all");
            awaitRow(site, serving + ":80 +Masq +1 ");
            assertThat(site.answers(Site.NAT, 4)).isEqualTo(Map.of("s1", 2L, "s2", 2L));
        }
    }

    @Test
    void aDisabledServerIsOutAtOnceAndItsConnectionGoesOnWhenAllIsReverted() {
        try (Site site = new Site()) {
            Router director = startDirector(site);
            Log download = site.startDownload(Site.NAT);
            String serving = serving(site);

            ctl(director, "disable", Site.NAT + ":80", serving, "--for", "1h");
            awaitNone(site, serving + ":80 ");
            assertThat(site.answers(Site.NAT, 4)).isEqualTo(Map.of(other(serving), 4L));
            ctl(director, "weight", Site.DR, "10.0.0.12", "5");
            awaitRow(site, "10.0.0.12:80 +Route +5 ");
            ctl(director, "disable", Site.TUN);
            awaitNone(site, "TCP +" + Site.TUN + ":80 ");
            assertThat(ctl(director, "overrides").lines()).hasSize(4);

            assertThat(ctl(director, "revert", "--all")).isEqualTo("3 overrides reverted\n");
            awaitRow(site, serving + ":80 +Masq +1 ");
            awaitRow(site, "10.0.0.12:80 +Route +1 ");
            awaitRow(site, "TCP +" + Site.TUN + ":80 ");
            download.await(Site.wholeDownload("s1"));
        }
    }

    private static Router startDirector(Site site) {
        Router director = site.startDirector();
        site.lab().await("6 servers in the table", () -> rows(site, "-> 10\\.").size() == 6);
        director.log().await("JMX connector at ");
        return director;
    }

    /** The server behind the only connection. */
    private static String serving(Site site) {
        site.lab()
                .await(
                        "a connection through the director",
                        () -> !site.ipvs("d1", "-L -n -c", "ESTABLISHED").isEmpty());
        return site.ipvs("d1", "-L -n -c", FIRST + ":80").isEmpty() ? SECOND : FIRST;
    }

    /** The name that the other of the translated servers tells. */
    private static String other(String serving) {
        return serving.equals(FIRST) ? "s2" : "s1";
    }

    private static void awaitRow(Site site, String pattern) {
        site.lab().await(pattern + " in the table", () -> rows(site, pattern).size() == 1);
    }

    private static void awaitNone(Site site, String pattern) {
        site.lab().await("no " + pattern + " in the table", () -> rows(site, pattern).isEmpty());
    }

    /** The lines of the kernel's table in which this is found. */
    private static List<String> rows(Site site, String pattern) {
        return site.ipvs("d1", "-L -n", "").stream()
                .filter(line -> line.matches(".*" + pattern + ".*"))
                .toList();
    }

    private static String ctl(Router director, String... words) {
        Finished finished = director.ctl(words);
        assertThat(finished.status()).as("%s", finished).isZero();
        return finished.output();
    }
}
