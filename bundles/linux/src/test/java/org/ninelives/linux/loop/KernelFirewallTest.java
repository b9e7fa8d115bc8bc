package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.FirewallState.Dropped;
import org.ninelives.api.system.FirewallState.Options;
import org.ninelives.api.system.Loop;
import org.ninelives.testkit.contract.RecordingTask;

/** What the kernel does with our tables, and what others do to them. */
@Tag("kernel")
class KernelFirewallTest {

    private static final String VIP = "10.9.0.5";
    private static final String VIP6 = "2001:db8::5";
    private static final String LINK_LOCAL = "fe80::5";

    private KernelRig rig;
    private Loop loop;

    @BeforeEach
    void start() throws Exception {
        rig = new KernelRig();
        loop = rig.start(new RecordingTask());
        rig.wire("eth0");
        rig.addAddress("eth0", VIP + "/24");
        rig.ip(
                List.of(
                        "addr add " + VIP6 + "/64 dev eth0 nodad",
                        "addr add " + LINK_LOCAL + "/64 dev eth0 nodad"));
        rig.addPeerAddress("eth0", "10.9.0.2/24");
        rig.peerCommand("ip", "addr", "add", "2001:db8::2/64", "dev", "eth0", "nodad");
        rig.peerCommand("ip", "addr", "add", "fe80::2/64", "dev", "eth0", "nodad");
        rig.until("the wire carries packets", () -> holds(() -> rig.answers(VIP6)));
    }

    @AfterEach
    void stop() {
        if (loop != null) {
            loop.close();
        }
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    void aDroppedAddressDoesNotAnswerUntilItIsNoMoreDropped() throws Exception {
        assertThat(rig.answers(VIP)).isTrue();
        apply(dropped(VIP));
        assertThat(rig.answers(VIP)).isFalse();
        assertThat(rig.answers(VIP6)).isTrue();
        apply(FirewallState.NONE);
        assertThat(rig.answers(VIP)).isTrue();
        assertThat(ruleset()).isBlank();
    }

    @Test
    void aDroppedAddressSendsNothing() throws Exception {
        Options counting = new Options("keepalived", -1, true);
        apply(new FirewallState(counting, dropped(VIP).dropped(), Set.of()));
        assertThat(rig.command("ping", "-c", "1", "-W", "1", "-I", VIP, "10.9.0.2"))
                .contains("100% packet loss");
        assertThat(ruleset()).contains("ip saddr @vips counter packets 1 ");
    }

    @Test
    void neighborDiscoveryPasses() throws Exception {
        apply(dropped(VIP6));
        rig.peerCommand("ip", "neigh", "flush", "all");
        assertThat(rig.answers(VIP6)).isFalse();
        assertThat(rig.peerCommand("ip", "neigh", "show", VIP6)).contains("lladdr");
    }

    @Test
    void aLinkLocalAddressIsDroppedOnItsInterfaceAlone() throws Exception {
        rig.addLink("eth1");
        int eth0 = index("eth0");
        int eth1 = index("eth1");
        apply(dropped(new Dropped(IpAddress.of(LINK_LOCAL), OptionalInt.of(eth1))));
        assertThat(rig.answers(LINK_LOCAL + "%eth0")).isTrue();
        apply(dropped(new Dropped(IpAddress.of(LINK_LOCAL), OptionalInt.of(eth0))));
        assertThat(rig.answers(LINK_LOCAL + "%eth0")).isFalse();
        assertThat(ruleset()).contains("elements = { " + LINK_LOCAL + " . \"eth0\" }");
    }

    @Test
    void theTableReadsAsTheOperatorKnowsIt() throws Exception {
        apply(dropped(VIP));
        assertThat(ruleset())
                .contains("table ip keepalived {", "set vips {", "type ipv4_addr")
                .contains("elements = { " + VIP + " }")
                .contains("hook input priority filter - 1; policy accept;")
                .contains("ip daddr @vips drop", "ip saddr @vips drop")
                .doesNotContain("ip6");
    }

    @Test
    void nameAndPriorityAndCountersCanBeChosenAndChanged() throws Exception {
        apply(dropped(VIP));
        Options other = new Options("vrrp", 5, true);
        apply(new FirewallState(other, dropped(VIP).dropped(), Set.of()));
        assertThat(ruleset())
                .contains("table ip vrrp {", "priority filter + 5;")
                .contains("ip daddr @vips counter packets 0 bytes 0 drop")
                .doesNotContain("keepalived");
        assertThat(rig.answers(VIP)).isFalse();
        assertThat(ruleset()).contains("ip daddr @vips counter packets 1 ");
    }

    @Test
    void aFlushedRulesetIsPutBack() throws Exception {
        apply(dropped(VIP, VIP6));
        rig.command("nft", "flush", "ruleset");
        rig.until("both tables are back", () -> both("table ip keepalived", "table ip6 keep"));
        assertThat(rig.answers(VIP)).isFalse();
        assertThat(rig.answers(VIP6)).isFalse();
    }

    @Test
    void aTableThatIsFlushedOrRemovedAgainAndAgainIsPutBack() throws Exception {
        apply(dropped(VIP));
        for (String harm :
                new String[] {
                    "flush table ip keepalived",
                    "flush set ip keepalived vips",
                    "delete table ip keepalived"
                }) {
            rig.command("nft", harm);
            rig.until(harm, () -> both("elements = { " + VIP + " }", "ip daddr @vips drop"));
        }
    }

    @Test
    void rulesThatOthersPutIntoOurTableAreTakenOut() throws Exception {
        apply(dropped(VIP));
        rig.command("nft", "insert rule ip keepalived in accept");
        rig.until("our rules alone are there", () -> !holds(() -> ruleset().contains("accept\n")));
    }

    @Test
    void whatOthersDoElsewhereIsTheirs() throws Exception {
        apply(dropped(VIP));
        rig.command("nft", "add table ip other");
        rig.command("nft", "add table inet keepalived");
        apply(FirewallState.NONE);
        assertThat(ruleset()).contains("table ip other", "table inet keepalived");
    }

    @Test
    void aChangeAfterTheTableWasRemovedMakesItAnew() throws Exception {
        apply(dropped(VIP));
        FirewallState more = dropped(VIP, "10.9.0.6");
        rig.on(
                loop,
                () -> {
                    // Within the turn, so that the loop cannot have heard of it.
                    rig.command("nft", "delete table ip keepalived");
                    loop.firewall().apply(more);
                    return null;
                });
        assertThat(ruleset()).contains(VIP + ", 10.9.0.6");
    }

    @Test
    void anEarlierRunsTableIsReplaced() throws Exception {
        rig.command("nft", "add table ip keepalived");
        rig.command("nft", "add chain ip keepalived leftover");
        apply(dropped(VIP));
        assertThat(ruleset()).doesNotContain("leftover").contains("ip daddr @vips drop");
    }

    @Test
    void closingTheLoopRemovesTheTables() throws Exception {
        apply(dropped(VIP, VIP6));
        loop.close();
        assertThat(ruleset()).isBlank();
    }

    @Test
    void closingTheLoopCanLeaveThem() throws Exception {
        apply(dropped(VIP));
        rig.on(
                loop,
                () -> {
                    loop.keepOnClose();
                    return null;
                });
        loop.close();
        assertThat(ruleset()).contains("elements = { " + VIP + " }");
    }

    @Test
    void tenThousandAddressesAreOneBatch() throws Exception {
        timed("10 000 addresses into a new table", many(10_000));
        timed("1 000 more into it", many(11_000));
        timed("1 000 out of it", many(10_000));
        assertThat(ruleset().split("10\\.8\\.")).hasSize(10_001);
        rig.command("nft", "delete table ip keepalived");
        rig.until("the table is back", () -> both("table ip keepalived", "10.8."));
        assertThat(ruleset().split("10\\.8\\.")).hasSize(10_001);
    }

    private void timed(String what, FirewallState state) throws Exception {
        long before = System.nanoTime();
        apply(state);
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - before);
        System.out.printf("firewall: %s: %d us%n", what, micros);
    }

    private static FirewallState many(int count) {
        Set<Dropped> all =
                IntStream.range(0, count)
                        .mapToObj(i -> IpAddress.ofIpv4(0x0a08_0000 + i))
                        .map(address -> new Dropped(address, OptionalInt.empty()))
                        .collect(Collectors.toSet());
        return new FirewallState(Options.DEFAULT, all, Set.of());
    }

    private static FirewallState dropped(String... addresses) {
        return dropped(
                Set.of(addresses).stream()
                        .map(address -> new Dropped(IpAddress.of(address), OptionalInt.empty()))
                        .toArray(Dropped[]::new));
    }

    private static FirewallState dropped(Dropped... dropped) {
        return new FirewallState(Options.DEFAULT, Set.of(dropped), Set.of());
    }

    private void apply(FirewallState state) throws Exception {
        rig.on(
                loop,
                () -> {
                    loop.firewall().apply(state);
                    return null;
                });
    }

    private String ruleset() throws Exception {
        return rig.command("nft", "list", "ruleset");
    }

    private boolean both(String one, String other) {
        return holds(() -> ruleset().contains(one) && ruleset().contains(other));
    }

    private int index(String link) throws Exception {
        String shown = rig.command("ip", "-o", "link", "show", link);
        return Integer.parseInt(shown.substring(0, shown.indexOf(':')));
    }

    /** Something that asks a program. */
    @FunctionalInterface
    private interface Question {
        boolean ask() throws Exception;
    }

    private static boolean holds(Question question) {
        try {
            return question.ask();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
