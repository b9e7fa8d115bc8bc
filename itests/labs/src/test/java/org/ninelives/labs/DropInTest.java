package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A checker of somebody else joins the running daemon; servers of other checkers never notice. */
@LabTest
@ExtendWith(Evidence.class)
class DropInTest {
    private static final String ANSWERS = "Redis [10.0.0.2]:6379 answers +PONG";

    /** Looks at the web server take 0.2 s; so many of them are as good as three seconds. */
    private static final int LOOKS = 15;

    @Test
    void itIsKnownAfterAReloadUpdatedInPlaceAndKeepsItsLastResultWhenItLeaves() throws IOException {
        try (Lab lab = Labs.open("drop-in", Labs.NINELIVES_ALONE)) {
            Path folder = prepare(lab);
            Process servers = lab.node("b").start("redis", JavaProgram.command(RedisServer.class));
            lab.node("b").log("redis").await("ready");
            Router a = start(lab);
            a.log().await("Startup complete");
            a.log().await("REDIS_CHECK: no checker of this name is installed");

            RedisBundle.AS_BUILT.drop(folder);
            a.log().await("redis.jar is started");
            assertThat(a.log().count(ANSWERS)).as("known from a reload on").isZero();
            a.reload();
            a.log().await(ANSWERS);

            try (Beans beans = a.beans()) {
                RedisBundle.CHANGED.drop(folder);
                a.log().await("redis.jar is updated");
                a.log().await("Checker REDIS_CHECK is back");
                a.log().await("REDIS_CHECK on service [10.0.0.2]:tcp:6379 failed after 1 retries.");
                lab.await("it is out", () -> state(beans, "6379").equals("DOWN"));

                RedisBundle.AS_BUILT.drop(folder);
                a.log().await(3, ANSWERS);
                lab.await("it serves again", () -> state(beans, "6379").equals("UP"));

                Files.delete(folder.resolve("redis.jar"));
                a.log().await(3, "Checker REDIS_CHECK has left; 1 check keeps its last result");
                assertThat(beans.checker("REDIS_CHECK", "State")).isEqualTo("LEFT");
                servers.destroy();
                a.log().await("TCP_CHECK on service [10.0.0.2]:tcp:8080 failed");
                lab.await("the web server is out", () -> state(beans, "80").equals("DOWN"));
                assertThat(state(beans, "6379")).as("as it was left").isEqualTo("UP");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RedisBundle.class,
            names = {"THROWS", "HANGS", "LEAKS", "NEEDS_A_MISSING_PACKAGE"})
    void whateverIsWrongWithItNobodyElseNotices(RedisBundle bundle) throws IOException {
        try (Lab lab = Labs.open("drop-in", Labs.NINELIVES_ALONE)) {
            Path folder = prepare(lab);
            lab.node("b").start("redis", JavaProgram.command(RedisServer.class));
            lab.node("b").log("redis").await("ready");
            RedisBundle.AS_BUILT.drop(folder);
            Router a = start(lab);
            a.log().await(ANSWERS);
            a.log().await("TCP connection to [10.0.0.2]:tcp:8080 success.");

            try (Beans beans = a.beans()) {
                bundle.drop(folder);
                a.log().await(evidence(bundle));
                long looks = ended(beans);
                lab.await("looks go on", () -> ended(beans) > looks + LOOKS);

                RedisBundle.AS_BUILT.drop(folder);
                a.log().await(failsChecks(bundle) ? 2 : 1, ANSWERS);
                lab.await("all is well", () -> state(beans, "6379").equals("UP"));
                assertThat(state(beans, "80")).isEqualTo("UP");
            }
            assertThat(a.log().text().lines())
                    .as("the web server was never out")
                    .noneMatch(line -> line.matches(".*8080.*(fail|timeout|Removing|Disabling).*"));
        }
    }

    /** Whether the check fails by it; otherwise it stands as before, and nothing new is logged. */
    private static boolean failsChecks(RedisBundle bundle) {
        return bundle == RedisBundle.THROWS || bundle == RedisBundle.HANGS;
    }

    /** What the log says when the fault shows. */
    private static String evidence(RedisBundle bundle) {
        return switch (bundle) {
            case THROWS -> "REDIS_CHECK failed in itself: java.lang.IllegalStateException: broken";
            case HANGS -> "REDIS_CHECK of [10.0.0.2]:6379 does not end; it is left behind";
            case NEEDS_A_MISSING_PACKAGE -> "it needs package org.missing, which no bundle brings";
            default -> "redis.jar is updated";
        };
    }

    @Test
    void aFileThatOthersCanWriteToIsRefusedOnce() throws IOException {
        try (Lab lab = Labs.open("drop-in", Labs.NINELIVES_ALONE)) {
            Path folder = prepare(lab);
            RedisBundle.AS_BUILT.drop(folder);
            Files.setPosixFilePermissions(
                    folder.resolve("redis.jar"), PosixFilePermissions.fromString("rw-rw-rw-"));
            Router a = start(lab);
            a.log().await("Startup complete");

            lab.stays(
                    "it is told once",
                    Duration.ofSeconds(3),
                    () -> a.log().count("redis.jar is not used: others can write to") == 1);
            assertThat(a.log().text()).doesNotContain("redis.jar is started");
        }
    }

    @Test
    void checksAreMadeOnceOnTheCommandLine() throws IOException {
        try (Lab lab = Labs.open("drop-in", Labs.NINELIVES_ALONE)) {
            Path folder = prepare(lab);
            RedisBundle.AS_BUILT.drop(folder);
            Process servers = lab.node("b").start("redis", JavaProgram.command(RedisServer.class));
            lab.node("b").log("redis").await("ready");

            Finished good = once(lab, "10.0.0.100:6379", "10.0.0.2 6379");
            assertThat(good.output())
                    .contains(
                            "REDIS_CHECK of [10.0.0.2]:tcp:6379",
                            "connecting to [10.0.0.2]:6379",
                            "passed: " + ANSWERS,
                            "[10.0.0.2]:tcp:6379: 1 of 1 checks passed");
            assertThat(good.status()).isZero();

            servers.destroy();
            lab.await("the servers ended", () -> !servers.isAlive());
            Finished bad = once(lab, "10.0.0.100:6379", "10.0.0.2");
            assertThat(bad.output()).contains("FAILED: ", "0 of 1 checks passed");
            assertThat(bad.status()).isEqualTo(1);

            assertThat(once(lab, "10.0.0.100:6379", "10.0.0.3").output())
                    .contains("there is no real server '10.0.0.3'", "[10.0.0.2]:tcp:6379");
        }
    }

    /** A look of a JVM that has just begun at a server that has, so there is time. */
    private static Finished once(Lab lab, String virtualServer, String realServer) {
        Path configuration =
                Labs.edited(
                        lab,
                        "a",
                        text -> text.replace("connect_timeout 1\n", "connect_timeout 10\n"));
        List<String> command =
                List.of(
                        Implementation.NINELIVES.program().getFirst(),
                        "--check-once",
                        configuration.toString(),
                        virtualServer,
                        realServer);
        return lab.node("a").run(command, "");
    }

    /** The folder for bundles, and settings that name it. */
    private static Path prepare(Lab lab) throws IOException {
        Path settings = Files.createDirectories(lab.node("a").settings());
        Path folder = Files.createDirectory(lab.node("a").folder().resolve("bundles.d"));
        Files.writeString(
                settings.resolve("ninelives.properties"),
                "jmx.port=0\nbundles.folder=" + folder + "\n");
        return folder;
    }

    private static Router start(Lab lab) {
        String pidFile = lab.node("a").folder().resolve("checkers.pid").toString();
        return lab.start("a", lab.file("a.conf"), List.of(), "-C", "-c", pidFile);
    }

    private static String state(Beans beans, String port) {
        return beans.realServer(
                "[10.0.0.100]:tcp:" + port,
                port.equals("80") ? "[10.0.0.2]:tcp:8080" : "[10.0.0.2]:tcp:6379",
                "State");
    }

    private static long ended(Beans beans) {
        return Long.parseLong(beans.checker("TCP_CHECK", "Ended"));
    }
}
