package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Loop;
import org.ninelives.linux.companion.Companion;
import org.ninelives.testkit.contract.RecordingListener;
import org.ninelives.testkit.contract.RecordingTask;

/** A daemon that is killed or hangs strands no address. */
@Tag("kernel")
class KernelCompanionTest {

    @TempDir private Path folder;
    private Path said;
    private KernelRig rig;
    private Loop watcher;
    private Process holder;
    private ProcessHandle companion;

    @BeforeEach
    void start() throws Exception {
        rig = new KernelRig();
        rig.addLink("eth0");
        rig.addAddress("eth0", "10.0.0.1/24");
        watcher = rig.start(new RecordingTask());
        rig.on(
                watcher,
                () -> {
                    watcher.links().watch(new RecordingListener());
                    return null;
                });
        said = folder.resolve("said");
        holder =
                rig.start(
                        new ProcessBuilder(Holder.command())
                                .redirectErrorStream(true)
                                .redirectOutput(said.toFile()));
        companion = awaitCompanion();
    }

    @AfterEach
    void stop() throws Exception {
        if (holder != null) {
            holder.destroyForcibly().waitFor();
        }
        if (watcher != null) {
            watcher.close();
            rig.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void addressesOfAKilledDaemonAreTakenBack(int count) throws Exception {
        hold(count);
        signal("KILL");
        rig.until("they are gone", () -> addresses() == 1);
        rig.until("it is told", () -> isSaid("] was killed; taken back: " + count + " address"));
        rig.until("the companion ends", () -> !companion.isAlive());
    }

    @Test
    void everythingAKilledDaemonHeldIsTakenBack() throws Exception {
        rig.write("/proc/sys/net/ipv4/conf/all/rp_filter", "1");
        String before = everything();
        tell("everything");
        rig.until("everything is held", () -> said().contains("holding everything"));
        assertThat(everything()).contains("vrrp.51", "10.1.0.1/32", "10.9.0.0/16", "1000:\tfrom");
        assertThat(rig.command("nft", "list", "tables")).contains("keepalived");
        signal("KILL");
        rig.until("the companion ends", () -> !companion.isAlive());
        assertThat(everything()).isEqualTo(before);
        assertThat(said()).last(STRING).contains("1 address, 1 route, 1 rule, 1 interface, 1 nft");
        assertThat(said()).last(STRING).doesNotContain("refused", "gone");
    }

    /** All that a daemon changes, as the tools of the machine show it. */
    private String everything() throws Exception {
        String settings =
                "cd /proc/sys/net/ipv4/conf; for i in all eth0; do"
                        + " cat $i/rp_filter $i/arp_ignore $i/arp_filter; done";
        return rig.command("ip", "-brief", "link")
                + rig.command("ip", "-4", "-o", "address")
                + rig.command("ip", "-4", "route", "show", "table", "all")
                + rig.command("ip", "rule")
                + rig.command("nft", "list", "ruleset")
                + rig.command("sh", "-c", settings);
    }

    @Test
    void addressesAreTakenBackEvenIfTheDaemonIsKilledWhileTheCompanionStarts() throws Exception {
        companion.destroyForcibly();
        awaitCompanion(companion);
        hold(1);
        signal("KILL");
        rig.until("they are gone", () -> addresses() == 1);
    }

    @Test
    void addressesOfADaemonThatHangsAreTakenBackAndItsLaterOnesToo() throws Exception {
        hold(3);
        signal("STOP");
        rig.until("they are gone", () -> addresses() == 1);
        // A look that is late itself makes it more, and nothing makes it less.
        String told = ".* has not answered for (0\\.9|[1-9]\\d*\\.\\d) s; taken back: 3 addr.*";
        rig.until("it is told", () -> said().stream().anyMatch(line -> line.matches(told)));
        signal("CONT");
        rig.until("it is told", () -> isSaid("] answers again after "));
        hold(2);
        signal("KILL");
        rig.until("they are gone", () -> addresses() == 1);
        rig.until("it is told", () -> isSaid("] was killed; taken back: 2 addresses"));
    }

    @Test
    void aDaemonThatEndsInOrderDecidesItselfWhatStays() throws Exception {
        hold(2);
        tell("end");
        assertThat(holder.waitFor()).isZero();
        rig.until("the companion ends", () -> !companion.isAlive());
        assertThat(addresses()).isEqualTo(3);
        assertThat(isSaid("taken back")).isFalse();
    }

    @Test
    void whatTheDaemonTookBackItselfIsNoMatterAnyMore() throws Exception {
        hold(1);
        tell("release");
        rig.until("it is gone", () -> addresses() == 1);
        rig.addAddress("eth0", "10.1.0.0/32"); // The same, but of another owner now.
        rig.until("it is there", () -> addresses() == 2);
        signal("KILL");
        rig.until("the companion ends", () -> !companion.isAlive());
        assertThat(addresses()).isEqualTo(2);
    }

    @Test
    void aCompanionThatDiedIsFollowedByOneThatKnowsEverything() throws Exception {
        hold(2);
        companion.destroyForcibly();
        awaitCompanion(companion);
        signal("KILL");
        rig.until("they are gone", () -> addresses() == 1);
        rig.until("it is told", () -> isSaid("taken back: 2 addresses"));
    }

    @Test
    void whatEndsTheDaemonsGroupDoesNotEndTheCompanion() throws Exception {
        hold(1);
        rig.until("it has a session of its own", () -> sessionOf(companion) == companion.pid());
        for (String signal : List.of("HUP", "INT", "TERM")) {
            signal(signal, companion);
        }
        signal("KILL");
        rig.until("they are gone", () -> addresses() == 1);
    }

    private void hold(int count) throws Exception {
        tell("hold " + count);
        rig.until("addresses are held", () -> said().contains("holding"));
        rig.until("they are seen", () -> addresses() == count + 1);
    }

    private void tell(String command) throws Exception {
        holder.outputWriter().append(command).append('\n').flush();
    }

    private void signal(String name) throws Exception {
        signal(name, holder.toHandle());
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        String pid = Long.toString(process.pid());
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
    }

    /** By the holder and by its companion. */
    private List<String> said() {
        try {
            return Files.readAllLines(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isSaid(String text) {
        return said().stream().anyMatch(line -> line.contains(text));
    }

    /** Another companion than one that is known; it may still be starting. */
    private ProcessHandle awaitCompanion(ProcessHandle... known) throws Exception {
        AtomicReference<ProcessHandle> found = new AtomicReference<>();
        rig.until(
                "a companion runs",
                () -> {
                    holder.children()
                            .filter(KernelCompanionTest::isCompanion)
                            .filter(child -> !List.of(known).contains(child))
                            .findFirst()
                            .ifPresent(found::set);
                    return found.get() != null;
                });
        return found.get();
    }

    private static boolean isCompanion(ProcessHandle process) {
        try {
            String command = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
            return command.contains(Companion.class.getName());
        } catch (IOException e) {
            return false; // It has ended meanwhile.
        }
    }

    private static long sessionOf(ProcessHandle process) {
        try {
            String status = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            // proc_pid_stat(5): behind the name in parentheses, the session is the fourth.
            return Long.parseLong(status.substring(status.lastIndexOf(')') + 2).split(" ", 5)[3]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int addresses() {
        try {
            return rig.on(
                    watcher,
                    () -> {
                        Link eth0 = watcher.links().find(new InterfaceName("eth0")).orElseThrow();
                        return (int)
                                watcher.links().addresses(eth0.index()).stream()
                                        .filter(address -> isIpv4(address.prefix()))
                                        .count();
                    });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isIpv4(IpPrefix prefix) {
        return prefix.address().family() == IpAddress.Family.IPV4;
    }
}
