package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reloads that others ask for, wait for, or take back. */
@LabTest
class ManagedReloadTest {
    private static final String VIP = "10.0.0.44";
    private static final String SECOND = "10.0.0.45";

    @ParameterizedTest
    @ValueSource(strings = {"", "@"})
    void theServiceManagerHearsTheTruth(String kind) throws IOException {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Node node = lab.node("a");
            String socket =
                    kind.isEmpty() ? node.folder().resolve("notify").toString() : "@ninelives-lab";
            Log manager = ServiceManagers.listen(node, socket);

            Router a =
                    lab.start(
                            "a",
                            Labs.edited(lab, "a", text -> text),
                            List.of("env", "NOTIFY_SOCKET=" + socket));
            manager.await("READY=1|MAINPID=" + a.pid() + "|STATUS=Running, started: 1 change");
            lab.awaitMaster(a, VIP);

            Labs.edited(lab, "a", ManagedReloadTest::withSecond);
            a.reload();
            manager.await("READY=1|STATUS=Running, reloaded: 1 change|ERRNO=0");
            lab.await("the address is there", () -> node.owns(SECOND));
            verifyTimeOfReload(manager);

            Labs.edited(lab, "a", text -> text.replace("priority 100", "priority high"));
            a.reload();
            manager.await("READY=1|STATUS=Reload refused, what ran runs on: vrrp_instance VI_1");
            assertThat(manager.text().lines().toList().getLast())
                    .contains("priority: high is not a whole number")
                    .endsWith("|ERRNO=22");
            assertThat(manager.count("RELOADING=1")).isEqualTo(2);

            a.term();
            manager.await("STOPPING=1");
        }
    }

    /** It lies between the message before and the moment at which it was heard. */
    private static void verifyTimeOfReload(Log manager) {
        List<String> lines = manager.text().lines().toList();
        int at = 0;
        while (!lines.get(at).contains("RELOADING=1")) {
            at++;
        }
        long said = Long.parseLong(lines.get(at).replaceFirst(".*MONOTONIC_USEC=(\\d+).*", "$1"));
        assertThat(said).isBetween(micros(lines.get(at - 1)), micros(lines.get(at)));
    }

    private static long micros(String line) {
        return Long.parseLong(line.split(" ", 2)[0]);
    }

    @Test
    void aReloadComesAtItsTime() throws IOException {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Path time = lab.node("a").folder().resolve("reload-time");
            Path marker = lab.node("a").folder().resolve("reloading");
            Router a = lab.start("a", Labs.edited(lab, "a", text -> with(text, time, marker)));
            lab.awaitMaster(a, VIP);

            Labs.edited(lab, "a", text -> withSecond(with(text, time, marker)));
            Files.writeString(marker, "written by who edits the file");
            Files.writeString(
                    time,
                    DateTimeFormatter.ofPattern("HH:mm:ss'Z'")
                            .withZone(ZoneOffset.UTC)
                            .format(Instant.now().plusSeconds(15)));
            a.log().await("Scheduling reload for ");
            assertThat(a.node().owns(SECOND)).isFalse();

            a.log().await("Reload finished");
            lab.await("the address is there", () -> a.node().owns(SECOND));
            assertThat(time).doesNotExist();
            lab.await("the marker is gone", () -> !Files.exists(marker));
        }
    }

    @Test
    void aReloadThatBringsAFaultIsTakenBack() throws IOException {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a", Labs.edited(lab, "a", ManagedReloadTest::guarded));
            lab.awaitMaster(a, VIP);
            a.node().ip("link add idle0 type veth peer name idle1");
            a.log().await("JMX connector");

            Path file =
                    Labs.edited(
                            lab,
                            "a",
                            text ->
                                    guarded(text)
                                            .replace(
                                                    "advert_int 1",
                                                    "advert_int 1\ntrack_interface {\nidle0\n}"));
            String onDisk = Files.readString(file);
            a.reload();
            a.log().await("Entering FAULT STATE");
            a.log().await("because vrrp_instance VI_1 was MASTER and is in FAULT");
            lab.await("a is master again", () -> a.log().count("Entering MASTER STATE") == 2);

            assertThat(a.node().owns(VIP)).isTrue();
            assertThat(Files.readString(file)).isEqualTo(onDisk);
            try (Beans beans = a.beans()) {
                CompositeData last = beans.lastReload();
                assertThat(last.get("result")).isEqualTo("APPLIED");
                assertThat((String) last.get("summary"))
                        .contains("went back to number 1", "which is not what the files hold");
                assertThat(beans.plan().get("result")).isEqualTo("PLANNED");
                assertThat(beans.latestReload()).isEqualTo(3);
            }
        }
    }

    private static String with(String text, Path time, Path marker) {
        return global(
                text,
                Map.of("reload_time_file", time.toString(), "reload_file", marker.toString()));
    }

    private static String guarded(String text) {
        return global(text, Map.of("reload_guard", "20 fault"));
    }

    private static String global(String text, Map<String, String> keywords) {
        StringBuilder lines = new StringBuilder("global_defs {\n");
        keywords.forEach((keyword, value) -> lines.append(keyword + " " + value + "\n"));
        return text.replaceFirst("global_defs \\{\n", lines.toString());
    }

    private static String withSecond(String text) {
        return text.replace("eth0:1\n", "eth0:1\n" + SECOND + "/24\n");
    }
}
