package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The options for those who look for a fault of the daemon itself. */
@LabTest
class FaultFindingOptionsTest {
    private static final String VIP = "10.0.0.44";
    private static final String MODULES =
            "java.se,jdk.attach,jdk.crypto.ec,jdk.management.agent,jdk.naming.rmi,jdk.net,jdk.unsupported";
    private static final String CORE_PATTERN = "/proc/sys/kernel/core_pattern";

    private static Lab open(Implementation implementation) {
        return Labs.open("seed-pair", new Pairing(implementation, implementation));
    }

    /** Starts it where files go to the folder of the node, and its core dumps have names there. */
    private static Router start(Lab lab, String... options) {
        Path folder = lab.node("a").folder();
        String program =
                "mount --bind %s %s && TMPDIR=%s exec \"$@\""
                        .formatted(folder.resolve("pattern"), CORE_PATTERN, folder);
        try {
            Files.writeString(folder.resolve("pattern"), "before\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Router router =
                lab.start(
                        "a",
                        lab.file("a.conf"),
                        List.of("unshare", "--mount", "sh", "-c", program, "sh"),
                        options);
        lab.awaitMaster(router, VIP);
        return router;
    }

    private static void end(Lab lab, Router router) {
        router.term();
        lab.await("it ended", () -> !router.isAlive());
    }

    @ParameterizedTest
    @EnumSource
    void coreDumpsHaveAnyLengthAndTheNameThatIsAskedFor(Implementation implementation)
            throws IOException {
        try (Lab lab = open(implementation)) {
            start(lab, "-Mcore.%p");
            Path folder = lab.node("a").folder();
            // Whoever writes to the file of the kernel replaces all of it, and keepalived relies on
            // that.
            assertThat(folder.resolve("pattern")).content().contains("core.%p");
            for (String file : List.of("parent.pid", "vrrp.pid")) {
                String pid = Files.readString(folder.resolve(file)).strip();
                assertThat(Path.of("/proc", pid, "limits"))
                        .content()
                        .containsPattern("Max core file size +unlimited +unlimited ");
            }
        }
    }

    @Test
    void coreDumpsHaveTheNamesOfBeforeAtTheEnd() {
        try (Lab lab = open(Implementation.NINELIVES)) {
            end(lab, start(lab, "-M"));
            assertThat(lab.node("a").folder().resolve("pattern")).hasContent("before\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "run", "end"})
    void aRunIsRecordedFromTheMomentThatIsAskedFor(String from) throws IOException {
        try (Lab lab = open(Implementation.NINELIVES)) {
            Instant started = Instant.now();
            Router router = start(lab, "--perf=" + from);
            Instant master = Instant.now();
            Path folder = lab.node("a").folder();
            String pid = Files.readString(folder.resolve("parent.pid")).strip();
            end(lab, router);

            Path file = folder.resolve("ninelived_perf." + pid + ".jfr");
            List<RecordedEvent> events = RecordingFile.readAllEvents(file);
            Instant first =
                    events.stream()
                            .map(RecordedEvent::getStartTime)
                            .min(Instant::compareTo)
                            .orElseThrow();
            assertThat(first).isBetween(from.equals("end") ? master : started, Instant.now());
            assertThat(threads(events)).contains("vrrp");
            // All of it begins before the thread of the virtual routers does.
            assertThat(begun(events).contains("vrrp")).isEqualTo(from.equals("all"));
            assertThat(router.log().text()).contains("--perf: " + file + " can be read by jfr");
        }
    }

    @Test
    void nothingIsRecordedWhereSomebodyHasPutSomething() throws IOException {
        try (Lab lab = open(Implementation.NINELIVES)) {
            Router router = start(lab, "--perf=end");
            Path folder = lab.node("a").folder();
            String pid = Files.readString(folder.resolve("parent.pid")).strip();
            Path file = folder.resolve("ninelived_perf." + pid + ".jfr");
            Files.createSymbolicLink(file, folder.resolve("pattern"));
            end(lab, router);

            assertThat(router.log().text()).contains("--perf: nothing is recorded to " + file);
            assertThat(folder.resolve("pattern")).hasContent("before\n");
        }
    }

    @Test
    void aJavaWithoutFlightRecorderRunsAllTheSame() {
        try (Lab lab = open(Implementation.NINELIVES)) {
            Router router =
                    lab.start(
                            "a",
                            lab.file("a.conf"),
                            List.of("env", "NINELIVES_JAVA_OPTS=--limit-modules " + MODULES),
                            "--perf");
            lab.awaitMaster(router, VIP);
            end(lab, router);

            assertThat(router.log().text())
                    .contains(
                            "--perf: nothing is recorded, as this Java has no module jdk.jfr\n",
                            "Stopped ")
                    .doesNotContain("Exception", "NoClassDefFoundError");
        }
    }

    /** The threads in which something was seen. */
    private static Set<String> threads(List<RecordedEvent> events) {
        return events.stream()
                .flatMap(event -> Stream.ofNullable(event.getThread()))
                .flatMap(thread -> Stream.ofNullable(thread.getJavaName()))
                .collect(Collectors.toSet());
    }

    private static Set<String> begun(List<RecordedEvent> events) {
        return threads(
                events.stream()
                        .filter(event -> event.getEventType().getName().equals("jdk.ThreadStart"))
                        .toList());
    }
}
