package org.ninelives.labs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scripts of tutorials: they stop the daemon when the server that it makes available has gone. */
@LabTest
@ExtendWith(Evidence.class)
class TutorialScriptsTest {
    private static final String VIP = "10.0.0.44";

    @EachPairing
    void theSocketsAreLookedAtEveryOtherSecondWithAWeight(Pairing pairing) throws Exception {
        stopsWhenNginxHasGone(pairing, "chk_nginx_proxy.sh", 2, "    weight 2\n");
    }

    @EachPairing
    void thePageIsAskedForEachSecondWithoutWeight(Pairing pairing) throws Exception {
        stopsWhenNginxHasGone(pairing, "check_web_service.sh", 1, "");
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
