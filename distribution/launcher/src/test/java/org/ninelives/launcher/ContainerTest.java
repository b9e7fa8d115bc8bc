package org.ninelives.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

class ContainerTest {

    @TempDir private Path folder;
    private File bundles;
    private Container container;

    @BeforeEach
    void makeFolders() throws IOException {
        bundles = Files.createDirectory(folder.resolve("bundles")).toFile();
        File storage = Files.createDirectory(folder.resolve("storage")).toFile();
        container = new Container(Map.of("ninelives.mode", "run"), storage);
        System.clearProperty(Probe.EVENTS);
    }

    @AfterEach
    void stop() throws InterruptedException {
        container.stop();
    }

    @Test
    void everyBundleStartsThenTheConditionHoldsAndTheExitIsOffered() throws Exception {
        TestBundle.write(bundles, "a", Probe.class);
        Exit exit = new Exit(() -> {});

        assertThat(container.start(bundles)).isZero();
        assertThat(events()).isEqualTo("started in mode run;");
        assertThat(container.handOver(exit)).as("somebody uses the exit").isTrue();
        assertThat(events()).contains("condition " + Container.STARTED);
        assertThat(exit.await()).as("status the bundle asked for").isEqualTo(7);
    }

    @Test
    void aBundleThatThrowsDoesNotKeepTheOthersFromStarting() throws Exception {
        TestBundle.write(bundles, "a", Thrower.class);
        TestBundle.write(bundles, "b", Probe.class);

        assertThat(container.start(bundles)).isEqualTo(1);
        assertThat(events()).contains("started in mode run");
    }

    @Test
    void aFileThatIsNoBundleIsCountedAndTheOthersStart() throws Exception {
        Files.writeString(bundles.toPath().resolve("a.jar"), "not a zip");
        TestBundle.write(bundles, "b", Probe.class);

        assertThat(container.start(bundles)).isEqualTo(1);
        assertThat(events()).contains("started in mode run");
    }

    @Test
    void nobodyUsesTheExitWhereNoBundleWantsIt() throws BundleException {
        container.start(bundles);

        assertThat(container.handOver(new Exit(() -> {}))).isFalse();
    }

    @Test
    void aSignalReachesTheServicesThatListenToIt() throws Exception {
        TestBundle.write(bundles, "a", Probe.class);
        container.start(bundles);

        container.signal("USR1");
        assertThat(events()).doesNotContain("signal HUP");
        container.signal("HUP");
        assertThat(events()).contains("signal HUP");
    }

    @Test
    void aSignalThatNobodyHeardIsRepeatedOnce() throws Exception {
        container.signal("HUP");
        TestBundle.write(bundles, "a", Probe.class);
        container.start(bundles);
        assertThat(events()).doesNotContain("signal HUP");

        container.repeatEarlySignals();
        container.repeatEarlySignals();

        assertThat(events()).containsOnlyOnce("signal HUP");
    }

    @Test
    void theConfigurationInForceIsTold() throws Exception {
        TestBundle.write(bundles, "a", Probe.class);
        container.start(bundles);
        CountDownLatch told = new CountDownLatch(1);
        container.whenConfigured(told::countDown);
        assertThat(told.getCount()).isOne();

        container.handOver(new Exit(() -> {}));

        assertThat(told.getCount()).isZero();
    }

    @Test
    void stoppingStopsTheBundles() throws Exception {
        TestBundle.write(bundles, "a", Probe.class);
        container.start(bundles);

        container.stop();

        assertThat(events()).contains("stopped");
    }

    @Test
    void othersJoinBeforeAllAreSaidToHaveStarted() throws Exception {
        TestBundle.write(bundles, "a", Joiner.class);
        TestBundle.write(bundles, "b", Probe.class);
        dropIn(Stayer.class);
        container.start(bundles);
        assertThat(events()).isEqualTo("started in mode run;");

        container.letOthersJoin();

        assertThat(events()).isEqualTo("started in mode run;joined;");
    }

    @Test
    void nobodyIsWaitedForWhereNobodyLetsOthersJoin() throws Exception {
        TestBundle.write(bundles, "b", Probe.class);
        container.start(bundles);
        container.letOthersJoin();

        assertThat(events()).isEqualTo("started in mode run;");
    }

    @Test
    void oneThatJoinedAndDoesNotStopKeepsNobodyFromIt() throws Exception {
        TestBundle.write(bundles, "a", Joiner.class);
        TestBundle.write(bundles, "b", Probe.class);
        dropIn(Stayer.class);
        container.start(bundles);
        container.letOthersJoin();
        System.setProperty(Stayer.STAYS, "yes");
        try {
            container.stop();
            assertThat(events()).endsWith("stopped;");
        } finally {
            System.clearProperty(Stayer.STAYS);
        }
    }

    @Test
    void aSlowStopIsWaitedForWhereNobodyJoined() throws Exception {
        TestBundle.write(bundles, "a", Stayer.class);
        container.start(bundles);
        System.clearProperty(Stayer.LEFT);
        System.setProperty(Stayer.STAYS, "yes");
        Thread release =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    LockSupport.parkNanos(1_500_000_000);
                                    System.clearProperty(Stayer.STAYS);
                                });

        container.stop();

        assertThat(System.getProperty(Stayer.LEFT)).as("it has stopped").isEqualTo("yes");
        release.join();
    }

    private void dropIn(Class<?> activator) throws IOException {
        TestBundle.write(folder.toFile(), "joins", activator);
        System.setProperty(Joiner.FILE, folder.resolve("joins.jar").toString());
    }

    @Test
    void aMissingFolderIsNamed() {
        File missing = new File(bundles, "missing");

        assertThatThrownBy(() -> container.start(missing))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining(missing.getPath());
    }

    private static String events() {
        return System.getProperty(Probe.EVENTS, "");
    }
}
