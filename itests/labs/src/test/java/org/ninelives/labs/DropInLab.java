package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The lab {@code drop-in} with a daemon that runs, and servers that answer. */
final class DropInLab implements AutoCloseable {

    /** Looks at the web server take 0.2 s; so many of them are as good as three seconds. */
    private static final int LOOKS = 15;

    private static final Duration TWO_LOOKS_AT_THE_FOLDER = Duration.ofMillis(2500);

    private final Lab lab;
    private final Path folder;
    private Router router;
    private Beans beans;

    DropInLab() throws IOException {
        this("");
    }

    /**
     * Builds it; the servers run.
     *
     * @param settings more lines of the settings file
     */
    DropInLab(String settings) throws IOException {
        lab = Labs.open("drop-in", Labs.NINELIVES_ALONE);
        Path etc = Files.createDirectories(lab.node("a").settings());
        folder = Files.createDirectory(lab.node("a").folder().resolve("bundles.d"));
        Files.writeString(
                etc.resolve("ninelives.properties"),
                "jmx.port=0\nbundles.folder=" + folder + "\n" + settings);
        lab.node("b").start("redis", JavaProgram.command(RedisServer.class));
        lab.node("b").log("redis").await("ready");
    }

    Path folder() {
        return folder;
    }

    /** Starts the daemon, and waits until it runs and the web server is up. */
    Router start() {
        return startIn();
    }

    /** Starts it by a program with arguments. */
    Router startIn(String... wrapper) {
        String pidFile = lab.node("a").folder().resolve("checkers.pid").toString();
        router = lab.start("a", lab.file("a.conf"), List.of(wrapper), "-C", "-c", pidFile);
        awaitLog("Startup complete");
        awaitLog("TCP connection to [10.0.0.2]:tcp:8080 success.");
        beans = router.beans();
        return router;
    }

    Beans beans() {
        return beans;
    }

    String log() {
        return router.log().text();
    }

    void awaitLog(String words) {
        router.log().await(words);
    }

    void await(String expectation, BooleanSupplier condition) {
        lab.await(expectation, condition);
    }

    void stays(String expectation, Duration time, BooleanSupplier condition) {
        lab.stays(expectation, time, condition);
    }

    /** The sentence, which begins with the file, is in the log once, and its state in the table. */
    void tells(String sentence, String state) {
        awaitLog(sentence);
        stays("told once", TWO_LOOKS_AT_THE_FOLDER, () -> router.log().count(sentence) == 1);
        String file = sentence.substring(0, sentence.indexOf(' '));
        // While what failed is tried again, it is on its way for a moment.
        await(file + " is " + state, () -> beans.bundleFile(file).startsWith(state + " "));
    }

    /** The looks at the web server went on, and it was never out. */
    void assertNobodyNoticed() {
        long looks = ended();
        lab.await("looks go on", () -> ended() > looks + LOOKS);
        assertThat(log().lines())
                .as("the web server was never out")
                .noneMatch(line -> line.matches(".*8080.*(fail|timeout|Removing|Disabling).*"));
    }

    private long ended() {
        return Long.parseLong(beans.checker("TCP_CHECK", "Ended"));
    }

    @Override
    public void close() {
        if (beans != null) {
            beans.close();
        }
        lab.close();
    }
}
