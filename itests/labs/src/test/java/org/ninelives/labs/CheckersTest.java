package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each checker of the product at a real server, which comes, goes and comes back. */
@LabTest
@ExtendWith(Evidence.class)
class CheckersTest {

    /** By the port of the real server: what the log says when it fails. */
    private static final Map<String, String> COMPLAINTS = new LinkedHashMap<>();

    static {
        COMPLAINTS.put("80", "TCP_CHECK on service [10.0.0.2]:tcp:80 failed after 1 retries.");
        COMPLAINTS.put("81", "HTTP_CHECK on service [10.0.0.2]:tcp:81 failed after 1 retries.");
        COMPLAINTS.put("443", "HTTP_CHECK on service [10.0.0.2]:tcp:443 failed after 1 retries.");
        COMPLAINTS.put("25", "SMTP_CHECK on service [10.0.0.2]:tcp:25 failed after 1 retries.");
        COMPLAINTS.put("53", "DNS_CHECK on service [10.0.0.2]:tcp:53 failed after 3 retries.");
        COMPLAINTS.put("54", "UDP_CHECK on service [10.0.0.2]:tcp:54 failed after 1 retries.");
        COMPLAINTS.put("7", "UDP_CHECK on service [10.0.0.2]:tcp:7 failed after 1 retries.");
        COMPLAINTS.put("1", "ICMP CHECK on service [10.0.0.2]:tcp:1 failed after 1 retries.");
        COMPLAINTS.put("2", "tracked file level holds 1, now FAULT state");
        COMPLAINTS.put("3", "BFD check of [B] is DOWN");
        COMPLAINTS.put("4", "/usr/bin/test");
    }

    @Test
    void eachServerIsUpWhileItsServerIs() throws IOException {
        try (Lab lab = Labs.open("checkers", Labs.NINELIVES_ALONE)) {
            Node node = lab.node("a");
            certify(lab);
            Path configuration =
                    Labs.edited(lab, "a", text -> text.replace("FOLDER", node.folder().toString()));
            ServerPark servers = new ServerPark(lab);
            Router a = lab.startDirector("a", configuration);
            a.log().await("Startup complete");

            try (Beans beans = a.beans()) {
                startAll(lab, servers);
                await(lab, beans, "UP");
                stopAll(lab, servers);
                await(lab, beans, "DOWN");
                COMPLAINTS.values().forEach(a.log()::await);
                startAll(lab, servers);
                await(lab, beans, "UP");
            }
            assertThat(a.isAlive()).isTrue();
        }
    }

    private static void certify(Lab lab) throws IOException {
        Certificates certificates = new Certificates(lab.node("b"));
        certificates.authority("authority");
        certificates.signed("authority", "server", "server.example");
        Files.copy(
                certificates.path("authority.pem"),
                lab.node("a").folder().resolve("authority.pem"));
    }

    private static void startAll(Lab lab, ServerPark servers) throws IOException {
        servers.startAll();
        Path folder = lab.node("a").folder();
        Files.writeString(folder.resolve("present"), "");
        Files.writeString(folder.resolve("level"), "0\n");
    }

    private static void stopAll(Lab lab, ServerPark servers) throws IOException {
        servers.stopAll();
        Path folder = lab.node("a").folder();
        Files.delete(folder.resolve("present"));
        Files.writeString(folder.resolve("level"), "1\n");
    }

    private static void await(Lab lab, Beans beans, String state) {
        for (String port : List.copyOf(COMPLAINTS.keySet())) {
            lab.await(
                    port + " is " + state,
                    () ->
                            beans.realServer(
                                            "[10.0.0.44]:tcp:80", "[10.0.0.2]:tcp:" + port, "State")
                                    .equals(state));
        }
    }
}
