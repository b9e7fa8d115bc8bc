package org.ninelives.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.labs.Finished;
import org.ninelives.labs.Implementation;
import org.ninelives.labs.Lab;
import org.ninelives.labs.Pairing;
import org.ninelives.labs.Router;

/** The balancers that tutorials describe, from their file to a client's page. */
@IpvsTest
class SeedsTest {
    private static final String ROUTED = "192.168.126.100";
    private static final String TRANSLATED = "192.168.200.100";

    @Test
    void directRoutingKeepsAClientAtItsServerUntilThatFails() throws Exception {
        try (Lab lab = open()) {
            WebServers servers = serve(lab, "s1", "s2", "d");
            run(lab, "d", "sysctl -q -w net.ipv4.ip_forward=1");
            lab.node("d").ip("address add " + ROUTED + "/32 dev eth0");
            for (String server : List.of("s1", "s2")) {
                run(lab, server, "sysctl -q -w net.ipv4.conf.all.arp_ignore=1");
                run(lab, server, "sysctl -q -w net.ipv4.conf.all.arp_announce=2");
                lab.node(server).ip("address add " + ROUTED + "/32 dev lo");
            }
            Router director = lab.startDirector("d", lab.file("dr.conf"));
            director.log().await("Startup complete");
            assertThat(table(lab))
                    .contains("wrr persistent 50")
                    .containsPattern("192.168.126.138:80 +Route +2 ")
                    .containsPattern("192.168.126.139:80 +Route +1 ");

            lab.await("a page", () -> !page(lab, "http://" + ROUTED + "/").isEmpty());
            String first = page(lab, "http://" + ROUTED + "/");
            assertThat(first).isIn("s1", "s2");
            for (int i = 0; i < 5; i++) {
                assertThat(page(lab, "http://" + ROUTED + "/")).isEqualTo(first);
            }

            String other = first.equals("s1") ? "s2" : "s1";
            servers.stop(first);
            director.log().await("Removing service [" + lab.node(first).address() + "]:tcp:80");
            assertThat(page(lab, "http://" + ROUTED + "/")).isEqualTo(other);

            servers.stop(other);
            director.log().await("Adding sorry server [127.0.0.1]:tcp:80");
            lab.await("the sorry server answers", () -> isAnsweredBy(lab, "d"));

            servers.start(first);
            director.log().await("Removing sorry server [127.0.0.1]:tcp:80");
            lab.await("the first server answers again", () -> isAnsweredBy(lab, first));
        }
    }

    @Test
    void theDefaultFileBalancesPagesWithTheRightDigests() throws Exception {
        try (Lab lab = open()) {
            serve(lab, "s1").write("s1", "mrtg/index.html", "graphs\n");
            run(lab, "d", "sysctl -q -w net.ipv4.ip_forward=1");
            lab.node("d").ip("address add " + TRANSLATED + "/32 dev eth1");
            lab.node("s1").ip("route add default via 192.168.201.1");
            Path file = lab.node("d").folder().resolve("keepalived.conf");
            String text = Files.readString(lab.file("default.conf"));
            Files.writeString(file, text);
            Router director = lab.startDirector("d", file);

            director.log().await("Removing service [192.168.201.100]:tcp:443");
            assertThat(table(lab)).doesNotContain("192.168.201.100");

            Files.writeString(
                    file,
                    text.replace("ff20ad2481f97b1754ef3e12ecd3a9cc", digest("s1\n"))
                            .replace("9b3a0c85a887a256d6939da88aabd8cd", digest("graphs\n")));
            director.reload();

            director.log().await("Adding service [192.168.201.100]:tcp:443");
            assertThat(page(lab, "https://" + TRANSLATED + "/")).isEqualTo("s1");
            assertThat(page(lab, "https://" + TRANSLATED + "/mrtg/")).isEqualTo("graphs");
        }
    }

    private static Lab open() {
        return Lab.open(
                Path.of("src/test/resources/labs/seeds").toAbsolutePath(),
                new Pairing(Implementation.NINELIVES, Implementation.NINELIVES),
                Path.of("target/labs/seeds").toAbsolutePath());
    }

    /** Starts the servers of these nodes; each says its node's name, by TLS too. */
    private static WebServers serve(Lab lab, String... nodes) throws IOException {
        WebServers servers = new WebServers(lab);
        for (String node : nodes) {
            run(
                    lab,
                    node,
                    "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=lab -days 1"
                            + " -keyout server.key -out server.crt");
            servers.write(node, "index.html", node + "\n");
            servers.start(node);
        }
        return servers;
    }

    private static boolean isAnsweredBy(Lab lab, String server) {
        return page(lab, "http://" + ROUTED + "/").equals(server);
    }

    private static String page(Lab lab, String url) {
        List<String> command = List.of("curl", "-s", "-k", "--max-time", "10", url);
        return lab.node("client").run(command, "").output().strip();
    }

    private static String table(Lab lab) {
        return lab.node("d").run(List.of("ipvsadm", "-L", "-n"), "").output();
    }

    private static void run(Lab lab, String node, String line) {
        Finished finished = lab.node(node).run(List.of(line.split(" ", -1)), "");
        assertThat(finished.status()).as("%s: %s", line, finished).isZero();
    }

    private static String digest(String page) throws NoSuchAlgorithmException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    }
}
