package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scripts of tutorials: they stop the daemon when the server that it makes available has gone. */
@LabTest
@ExtendWith(Evidence.class)
class TutorialScriptsTest {
    private static final String VIP = "10.0.0.44";
    private static final String HAPROXY_VIP = "192.168.152.100";

    @EachPairing
    void theSocketsAreLookedAtEveryOtherSecondWithAWeight(Pairing pairing) throws Exception {
        stopsWhenNginxHasGone(pairing, "chk_nginx_proxy.sh", 2, "    weight 2\n");
    }

    @EachPairing
    void thePageIsAskedForEachSecondWithoutWeight(Pairing pairing) throws Exception {
        stopsWhenNginxHasGone(pairing, "check_web_service.sh", 1, "");
    }

    @EachPairing
    void theSocketOfHaproxyIsLookedForEachSecondAndAddressesStay(Pairing pairing) throws Exception {
        try (Lab lab = Labs.open("tutorial-haproxy", pairing)) {
            Process haproxy = startHaproxy(lab, "a");
            startHaproxy(lab, "b");
            Router a = startHaproxyPair(lab, "a");
            lab.awaitMaster(a, HAPROXY_VIP);
            Router b = startHaproxyPair(lab, "b");
            lab.awaitBackup(b, a);

            haproxy.destroy();

            lab.awaitMaster(b, HAPROXY_VIP);
            lab.await(
                    "a has stopped and owns nothing",
                    () -> !a.isAlive() && !a.node().owns(HAPROXY_VIP));

            startHaproxy(lab, "a");
            Router again = startHaproxyPair(lab, "a");
            lab.awaitBackup(again, b);
            assertThat(b.node().owns(HAPROXY_VIP)).isTrue();
        }
    }

    private static Process startHaproxy(Lab lab, String name) throws Exception {
        Node node = lab.node(name);
        Process haproxy =
                node.start(
                        "haproxy",
                        List.of("haproxy", "-db", "-f", lab.file("haproxy.cfg").toString()));
        lab.await(
                "haproxy listens on " + name,
                () ->
                        node.run(List.of("ss", "-Hltn", "sport", "=", "8066"), "")
                                .output()
                                .contains("8066"));
        return haproxy;
    }

    private static Router startHaproxyPair(Lab lab, String node) {
        ScriptFiles.copy(lab, node, "check_haproxy.sh");
        return ScriptFiles.start(lab, node);
    }

    private static void stopsWhenNginxHasGone(
            Pairing pairing, String script, int interval, String weight) throws Exception {
        try (Lab lab = Labs.open("tutorial-scripts", pairing)) {
            Process nginx = startNginx(lab, "a");
            startNginx(lab, "b");
            Router a = start(lab, "a", script, interval, weight);
            lab.awaitMaster(a, VIP);
            a.log().await("VRRP_Script(check) succeeded");
            Router b = start(lab, "b", script, interval, weight);
            lab.awaitBackup(b, a);

            nginx.destroy();

            lab.awaitMaster(b, VIP);
            lab.await("a has stopped and owns nothing", () -> !a.isAlive() && !a.node().owns(VIP));
        }
    }

    private static Router start(Lab lab, String node, String script, int interval, String weight) {
        ScriptFiles.copy(lab, node, script);
        Path file =
                Labs.edited(
                        lab,
                        node,
                        text ->
                                ScriptFiles.placed(lab, node, text)
                                        .replace("SCRIPT", script)
                                        .replace("interval 2", "interval " + interval)
                                        .replace("    weight 2\n", weight));
        return lab.start(node, file);
    }

    private static Process startNginx(Lab lab, String name) throws Exception {
        Node node = lab.node(name);
        Files.createDirectory(node.folder().resolve("html"));
        Files.writeString(node.folder().resolve("html/index.html"), name);
        String prefix = node.folder().toString();
        String configuration = lab.file("nginx.conf").toString();
        Process nginx =
                node.start(
                        "nginx",
                        List.of("nginx", "-e", "stderr", "-p", prefix, "-c", configuration));
        lab.await(
                "nginx listens on " + name,
                () -> node.run(List.of("curl", "-sf", "127.0.0.1"), "").status() == 0);
        return nginx;
    }
}
