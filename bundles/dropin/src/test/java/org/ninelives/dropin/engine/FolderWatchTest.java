package org.ninelives.dropin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.dropin.core.Work;
import org.osgi.framework.Bundle;

class FolderWatchTest {

    @TempDir private Path base;
    private FolderRig rig;

    @BeforeEach
    void open() throws Exception {
        rig = new FolderRig(base, false);
    }

    @AfterEach
    void close() throws Exception {
        System.clearProperty(Activators.Stayer.STAYS);
        System.setProperty(Activators.Spawner.OVER, "yes");
        rig.close();
    }

    @Test
    void whatLiesThereStartsInTheOrderOfNames() throws Exception {
        TestJar.named("b").write(rig.file("1.jar"));
        TestJar.named("a").write(rig.file("2.jar"));
        rig.start();

        assertThat(Activators.take()).isEqualTo("b starts;a starts;");
        assertThat(rig.toldSince())
                .containsExactly("1.jar is started: b 0.0.0", "2.jar is started: a 0.0.0");
        assertThat(rig.status("1.jar").sha256()).hasSize(64);
        rig.look();
        assertThat(Activators.take()).isEmpty();
    }

    @Test
    void withoutAFolderThereIsNothingToDo() throws Exception {
        Files.delete(rig.folder);
        rig.start();

        assertThat(rig.watch.files()).isEmpty();
        assertThat(rig.watch.problem()).isEmpty();
    }

    @Test
    void itIsTakenByItselfUpdatedWhenReplacedAndGoesWithItsFile() throws Exception {
        rig.start();
        TestJar.named("a").write(rig.file("a.jar"));
        assertThat(rig.told()).isEqualTo("a.jar is started: a 0.0.0");

        Path draft = TestJar.named("a").header("Bundle-Version", "2").write(base.resolve("draft"));
        Files.move(draft, rig.file("a.jar"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(rig.told()).isEqualTo("a.jar is updated to a 2.0.0");

        Files.delete(rig.file("a.jar"));
        assertThat(rig.told()).isEqualTo("a.jar is gone, and a 2.0.0 with it");
        assertThat(Activators.take()).isEqualTo("a starts;a stops;a starts;a stops;");
        assertThat(rig.framework.getBundleContext().getBundles()).hasSize(1);
    }

    @Test
    void aFileThatBecomesAnotherBundleReplacesTheFirst() throws Exception {
        TestJar.named("a").write(rig.file("x.jar"));
        rig.start();
        TestJar.named("b").write(rig.file("x.jar"));
        rig.look();

        assertThat(Activators.take()).isEqualTo("a starts;a stops;b starts;");
        assertThat(rig.status("x.jar").bundle()).isEqualTo("b 0.0.0");
    }

    @Test
    void whatIsTouchedButTheSameGoesOn() throws Exception {
        TestJar.named("a").write(rig.file("a.jar"));
        rig.start();
        FolderRig.chmod(rig.file("a.jar"), "r--r--r--");
        rig.look();

        assertThat(Activators.take()).isEqualTo("a starts;");
        assertThat(rig.state("a.jar")).isEqualTo("ACTIVE");
    }

    @Test
    void anUpdateThatIsNoBundleLeavesWhatRuns() throws Exception {
        TestJar.named("a").write(rig.file("a.jar"));
        rig.start();
        TestJar.named("a").withoutManifest().write(rig.file("a.jar"));
        rig.look();

        assertThat(Activators.take()).isEqualTo("a starts;");
        assertThat(rig.state("a.jar")).isEqualTo("REFUSED");
        assertThat(rig.status("a.jar").bundle()).isEqualTo("a 0.0.0");
        Files.delete(rig.file("a.jar"));
        rig.look();
        assertThat(Activators.take()).isEqualTo("a stops;");
    }

    @Test
    void oneThatThrowsInItsStartHasFailedAndIsTakenWhenItIsMended() throws Exception {
        TestJar.named("a").activator(Activators.Thrower.class).write(rig.file("a.jar"));
        rig.start();
        rig.look();
        assertThat(rig.toldSince())
                .containsExactly(
                        "a.jar does not start: java.lang.IllegalStateException: no such device");
        assertThat(rig.state("a.jar")).isEqualTo("FAILED");

        TestJar.named("a").write(rig.file("a.jar"));
        rig.look();
        assertThat(rig.told()).isEqualTo("a.jar is updated to a 0.0.0");
    }

    @Test
    void oneThatThrowsInItsStopIsUpdatedAndGoesAllTheSame() throws Exception {
        TestJar.named("a").activator(Activators.BadLoser.class).write(rig.file("a.jar"));
        rig.start();
        TestJar.named("a")
                .activator(Activators.BadLoser.class)
                .header("Bundle-Version", "2")
                .write(rig.file("a.jar"));
        rig.look();
        assertThat(rig.status("a.jar").bundle()).isEqualTo("a 2.0.0");

        Files.delete(rig.file("a.jar"));
        rig.look();
        assertThat(rig.watch.files()).isEmpty();
        assertThat(rig.framework.getBundleContext().getBundles()).hasSize(1);
    }

    @Test
    void aMissingPackageIsNamedAndTheBundleStartsWhenItCame() throws Exception {
        TestJar.named("a")
                .header("Import-Package", "org.osgi.framework,org.example.lib;version=\"[1,2)\"")
                .write(rig.file("a.jar"));
        rig.start();
        assertThat(rig.state("a.jar")).isEqualTo("WAITING");
        assertThat(rig.told())
                .isEqualTo(
                        "a.jar is not used yet: it needs package org.example.lib, which no bundle"
                                + " brings: put the bundle that brings it into the folder too");

        TestJar.named("lib")
                .header("Export-Package", "org.example.lib;version=\"2.1\"")
                .write(rig.file("lib.jar"));
        rig.look();
        assertThat(rig.status("a.jar").reason()).contains("there is version 2.1.0");

        TestJar.named("lib")
                .header("Export-Package", "org.example.lib;version=\"1.1\"")
                .write(rig.file("lib.jar"));
        rig.look();
        assertThat(rig.state("a.jar")).isEqualTo("ACTIVE");

        Files.delete(rig.file("lib.jar"));
        rig.look();
        rig.look();
        assertThat(rig.state("a.jar")).as("its package is gone").isEqualTo("WAITING");
    }

    @Test
    void aBundleForALaterJavaWaits() throws Exception {
        TestJar.named("a")
                .header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"")
                .write(rig.file("a.jar"));
        rig.start();

        assertThat(rig.told())
                .isEqualTo(
                        "a.jar is not used yet: it needs Java 99, and the daemon runs on Java "
                                + Runtime.version().feature());
    }

    @Test
    void ofTwoFilesWithOneNameTheFirstGoesOnUntilItGoes() throws Exception {
        TestJar.named("a").write(rig.file("1.jar"));
        TestJar.named("a").header("Bundle-Version", "2").write(rig.file("2.jar"));
        rig.start();
        assertThat(rig.state("1.jar")).isEqualTo("ACTIVE");
        assertThat(rig.state("2.jar")).isEqualTo("WAITING");
        assertThat(rig.status("2.jar").reason())
                .isEqualTo(
                        "its symbolic name a is that of 1.jar, which goes on; remove that file, and"
                                + " this one is used");

        Files.delete(rig.file("1.jar"));
        rig.look();
        assertThat(rig.status("2.jar").bundle()).isEqualTo("a 2.0.0");
    }

    @Test
    void aNameOfTheProductIsRefused() throws Exception {
        Path shipped = TestJar.named("org.ninelives.vrrp").write(base.resolve("vrrp.jar"));
        Bundle vrrp = rig.framework.getBundleContext().installBundle("reference:file:" + shipped);
        vrrp.start();
        TestJar.named("org.ninelives.vrrp")
                .header("Bundle-Version", "9")
                .write(rig.file("mine.jar"));
        rig.start();

        assertThat(rig.told())
                .isEqualTo(
                        "mine.jar is not used: its symbolic name org.ninelives.vrrp is that of a"
                                + " bundle of the product");
        assertThat(vrrp.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void oneThatHangsInItsStartIsInterruptedByItsRemovalAndHoldsNobodyUp() throws Exception {
        TestJar.named("a").activator(Activators.Sleeper.class).write(rig.file("a.jar"));
        TestJar.named("b").write(rig.file("b.jar"));
        rig.start();

        assertThat(Activators.take()).isEqualTo("a sleeps;b starts;");
        assertThat(rig.state("a.jar")).isEqualTo("BLOCKED");
        assertThat(rig.told()).startsWith("a.jar does not come to an end of having to be started");
        assertThat(rig.told()).isEqualTo("b.jar is started: b 0.0.0");
        Files.delete(rig.file("b.jar"));
        rig.look();
        assertThat(rig.told()).as("others go").startsWith("b.jar is gone");

        Files.delete(rig.file("a.jar"));
        assertThat(rig.told()).isEqualTo("a.jar is gone, and a 0.0.0 with it");
    }

    @Test
    void oneThatHangsInItsStopIsUpdatedWhenItCameBack() throws Exception {
        System.setProperty(Activators.Stayer.STAYS, "yes");
        TestJar.named("a").activator(Activators.Stayer.class).write(rig.file("a.jar"));
        rig.start();
        rig.toldSince();
        TestJar.named("a").write(rig.file("a.jar"));
        rig.look();
        assertThat(rig.state("a.jar")).isEqualTo("BLOCKED");
        TestJar.named("b").write(rig.file("b.jar"));
        rig.look();
        assertThat(rig.state("b.jar")).isEqualTo("ACTIVE");

        rig.toldSince();
        System.clearProperty(Activators.Stayer.STAYS);
        assertThat(rig.told()).isEqualTo("a.jar is updated to a 0.0.0");
    }

    @Test
    void theEndDoesNotWaitForOneThatDoesNotStop() throws Exception {
        System.setProperty(Activators.Stayer.STAYS, "yes");
        TestJar.named("a").activator(Activators.Stayer.class).write(rig.file("a.jar"));
        TestJar.named("b").write(rig.file("b.jar"));
        rig.start();
        Activators.take();

        new Farewell(rig.installer, rig.watch).run();

        assertThat(Activators.take()).isEqualTo("b stops;");
        System.clearProperty(Activators.Stayer.STAYS);
    }

    @Test
    void threadsThatItStartedAreCounted() throws Exception {
        System.clearProperty(Activators.Spawner.OVER);
        TestJar.named("a").activator(Activators.Spawner.class).write(rig.file("a.jar"));
        rig.start();

        // The thread that did the work is one more until it has ended.
        await().until(() -> rig.watch.threads("a.jar") == 5);
        assertThat(rig.watch.threads("b.jar")).isZero();
    }

    @Test
    void anOperatorStopsItAndStartsIt() throws Exception {
        TestJar.named("a").write(rig.file("a.jar"));
        rig.start();
        rig.toldSince();
        rig.watch.ask("a.jar", Work.STOP);
        assertThat(rig.told()).isEqualTo("a.jar is stopped");
        rig.look();
        assertThat(rig.state("a.jar")).isEqualTo("STOPPED");

        rig.watch.ask("a.jar", Work.TAKE);
        assertThat(rig.told()).isEqualTo("a.jar is started: a 0.0.0");
        assertThat(Activators.take()).isEqualTo("a starts;a stops;a starts;");
    }

    @Test
    void oneThatSomebodyElseStoppedIsStartedAgain() throws Exception {
        TestJar.named("a").write(rig.file("a.jar"));
        rig.start();
        rig.installer.installed("a.jar").orElseThrow().bundle().stop();
        rig.look();

        assertThat(Activators.take()).isEqualTo("a starts;a stops;a starts;");
    }

    @Test
    void aFolderThatIsNoneIsToldOnceAndItsBundlesStay() throws Exception {
        TestJar.named("a").write(rig.file("a.jar"));
        rig.start();
        rig.toldSince();
        Path aside = base.resolve("aside");
        Files.move(rig.folder, aside);
        Files.writeString(rig.folder, "");
        rig.look();
        rig.look();

        List<String> told = rig.toldSince();
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith(rig.folder + " cannot be read: ")
                .endsWith("; its bundles stay as they are");
        assertThat(rig.watch.problem()).isNotEmpty();
        Files.delete(rig.folder);
        Files.move(aside, rig.folder);
        rig.look();
        assertThat(rig.told()).isEqualTo(rig.folder + " can be read again");
        assertThat(Activators.take()).isEqualTo("a starts;");
    }
}
