package org.ninelives.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ninelives.labs.Log;
import org.ninelives.labs.Router;

/** What a client gets of web servers behind a director. */
@IpvsTest
class TrafficTest {
    @Test
    void requestsAreSpreadAsTheSchedulerPromises() {
        try (Site site = new Site()) {
            site.startDirector();
            awaitServers(site, 6);

            assertThat(site.answers(Site.NAT, 20))
                    .as("round robin by NAT")
                    .isEqualTo(Map.of("s1", 10L, "s2", 10L));
            assertThat(site.answers(Site.DR, 20))
                    .as("weights 3 and 1 by direct routing")
                    .isEqualTo(Map.of("s1", 15L, "s2", 5L));
            assertThat(site.answers(Site.TUN, 10))
                    .as("one client, with persistence, by tunnel")
                    .hasSize(1)
                    .containsValue(10L);
        }
    }

    @Test
    void theSorryServerAnswersWhenAllOthersFail() {
        try (Site site = new Site()) {
            Router director = site.startDirector();
            awaitServers(site, 6);

            site.servers().stop("s1");
            director.log().await("Removing service [10.1.0.11]:tcp:80 from VS [10.0.0.50]:tcp:80");
            assertThat(site.answers(Site.NAT, 4)).isEqualTo(Map.of("s2", 4L));

            site.servers().stop("s2");
            director.log().await("Adding sorry server [10.1.0.19]:tcp:80 to VS [10.0.0.50]:tcp:80");
            assertThat(site.answers(Site.NAT, 4)).isEqualTo(Map.of("sorry", 4L));

            site.servers().start("s2");
            director.log().await("Adding service [10.1.0.12]:tcp:80 to VS [10.0.0.50]:tcp:80");
            site.lab()
                    .await(
                            "the sorry server has gone",
                            () -> site.ipvs("d1", "-L -n", "10.1.0.19").isEmpty());
            assertThat(site.answers(Site.NAT, 4)).isEqualTo(Map.of("s2", 4L));
        }
    }

    @Test
    void aRemovedServerServesItsDownloadsToTheirEnd() {
        try (Site site = new Site()) {
            Router director = site.startDirector();
            awaitServers(site, 6);
            Log download = site.startDownload(Site.NAT);
            site.lab()
                    .await(
                            "a connection through the director",
                            () -> !site.ipvs("d1", "-L -n -c", "ESTABLISHED").isEmpty());
            boolean isFirst = !site.ipvs("d1", "-L -n -c", "10.1.0.11:80").isEmpty();
            String serving = isFirst ? "10.1.0.11" : "10.1.0.12";

            site.reload(director, without(serving, site.read("d1.conf")));

            site.lab()
                    .await(
                            "the server has weight 0",
                            () ->
                                    site.ipvs("d1", "-L -n", serving + ":80").stream()
                                            .anyMatch(line -> line.matches(".* Masq +0 +1 .*")));
            assertThat(download.text()).as("the download goes on").isEmpty();
            assertThat(site.answers(Site.NAT, 4)).doesNotContainKey(isFirst ? "s1" : "s2");
            download.await(Site.wholeDownload("s1"));
            site.lab()
                    .await(
                            "the server has gone",
                            () -> site.ipvs("d1", "-L -n", serving + ":80").isEmpty());
        }
    }

    @Test
    void aConnectionOutlivesItsDirector() {
        try (Site site = new Site()) {
            Router first = site.startPeer("d1", 200);
            site.lab().awaitMaster(first, Site.PAIR);
            Router second = site.startPeer("d2", 100);
            site.lab().awaitBackup(second, first);
            site.lab()
                    .await(
                            "both have all servers",
                            () ->
                                    site.ipvs("d1", "-L -n", "Route").size() == 2
                                            && site.ipvs("d2", "-L -n", "Route").size() == 2);
            assertThat(site.ipvs("d1", "-L --daemon", "master sync daemon")).hasSize(1);
            assertThat(site.ipvs("d2", "-L --daemon", "backup sync daemon")).hasSize(1);
            Log download = site.startDownload(Site.PAIR);
            site.lab()
                    .await(
                            "the peer knows the connection",
                            () -> !site.ipvs("d2", "-L -n -c", "ESTABLISHED").isEmpty());

            site.lab().powerOff(first);

            site.lab().awaitMaster(second, Site.PAIR);
            download.await(Site.wholeDownload("s1"));
            assertThat(site.ipvs("d2", "-L --daemon", "master sync daemon")).hasSize(1);
        }
    }

    private static void awaitServers(Site site, int number) {
        site.lab()
                .await(
                        number + " servers in the table",
                        () -> site.ipvs("d1", "-L -n", "  -> 10.").size() == number);
    }

    /** Without the first block of this real server, which is that of the translated service. */
    private static String without(String server, String text) {
        int begin = text.indexOf("    real_server " + server);
        return text.substring(0, begin)
                + text.substring(text.indexOf("\n    }\n", begin) + "\n    }\n".length());
    }
}
