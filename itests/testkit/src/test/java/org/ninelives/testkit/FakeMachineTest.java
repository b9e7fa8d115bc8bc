package org.ninelives.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.EchoProbe;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.FrameSocket;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.VirtualLink;
import org.ninelives.api.system.VirtualLinkKind;
import org.ninelives.api.system.VirtualLinkRequest;
import org.ninelives.testkit.contract.Frames;
import org.ninelives.testkit.contract.Packets;
import org.ninelives.testkit.contract.RecordingReceiver;
import org.ninelives.testkit.contract.RecordingTask;

class FakeMachineTest {

    private static final IpAddress GROUP = IpAddress.of("224.0.0.18");

    private static final KernelSetting ARP_IGNORE =
            new KernelSetting("net/ipv4/conf/eth0/arp_ignore");
    private static final VirtualLinkRequest VMAC =
            new VirtualLinkRequest(
                    List.of(new InterfaceName("vrrp.51")),
                    new InterfaceName("eth0"),
                    new VirtualLinkKind.Macvlan(new MacAddress(0x0000_5e00_0133L)),
                    false,
                    OptionalInt.empty());
    private static final FirewallState DROPPING =
            new FirewallState(
                    FirewallState.Options.DEFAULT,
                    Set.of(
                            new FirewallState.Dropped(
                                    IpAddress.of("10.0.0.5"), OptionalInt.empty())),
                    Set.of());

    private final FakeLan lan = new FakeLan();
    private final FakeMachine machine = new FakeMachine(lan, "a");
    private final FakeMachine other = new FakeMachine(lan, "b");
    private final RecordingTask task = new RecordingTask();
    private final Loop loop = machine.startLoop("vrrp", task);

    @Test
    void deadlinesOnTheWayAreMetExactly() {
        List<Long> times = new ArrayList<>();
        long start = machine.nowNanos();
        machine.startLoop("ticks", new Ticks(start, times));
        machine.advance(Duration.ofSeconds(3));
        assertThat(times)
                .containsExactly(start, start + second(1), start + second(2), start + second(3));
        assertThat(machine.nowNanos()).isEqualTo(start + second(3));
    }

    @Test
    void aTaskThatIsAlwaysDueIsNoticed() {
        machine.startLoop("stuck", new Ticks(0, new ArrayList<>()));
        assertThatThrownBy(() -> machine.settle()).hasMessageContaining("again and again");
    }

    @Test
    void whatWasDoneIsKeptInItsOrder() throws Exception {
        int eth0 = machine.addLink("eth0").index();
        AdvertSocket adverts = open(machine, loop, new RecordingReceiver());
        FrameSocket frames = loop.openFrameSocket();
        adverts.send(Packets.packet("10.0.0.1", "224.0.0.18", 1, 40), GROUP);
        loop.addresses().apply(List.of(new AddressChange.Add(address(eth0, "10.0.0.5/24"))));
        frames.send(eth0, ByteBuffer.allocate(42));
        machine.advance(Duration.ofSeconds(1));
        loop.addresses().apply(List.of(new AddressChange.Remove(address(eth0, "10.0.0.5/24"))));
        assertThat(machine.deeds())
                .extracting(deed -> deed.getClass().getSimpleName())
                .containsExactly("Advert", "AddressAdded", "Frame", "AddressRemoved");
        assertThat(machine.deeds().getLast().nanos() - machine.deeds().getFirst().nanos())
                .isEqualTo(second(1));
        assertThat(machine.addresses("eth0")).isEmpty();
        machine.clearDeeds();
        assertThat(machine.deeds()).isEmpty();
    }

    @Test
    void lostPacketsAreSentButDoNotArrive() throws Exception {
        machine.addLink("eth0");
        other.addLink("eth0");
        RecordingReceiver heard = new RecordingReceiver();
        open(other, other.startLoop("vrrp", new RecordingTask()), heard);
        AdvertSocket adverts = open(machine, loop, new RecordingReceiver());
        lan.lose(arrival -> arrival.from().equals(machine));
        adverts.send(Packets.packet("10.0.0.1", "224.0.0.18", 1, 40), GROUP);
        lan.settle();
        lan.loseNothing();
        adverts.send(Packets.packet("10.0.0.1", "224.0.0.18", 2, 40), GROUP);
        lan.settle();
        assertThat(machine.adverts()).hasSize(2);
        assertThat(heard.packets()).extracting(Packets::number).containsExactly(2);
    }

    @Test
    void acrossACutNeitherFramesNorEchoesArrive() throws Exception {
        Link eth0 = machine.addLink("eth0");
        other.addLink("eth0");
        other.addAddress("eth0", "10.0.0.2/24");
        List<Integer> heard = new ArrayList<>();
        List<EchoProbe.Outcome> outcomes = new ArrayList<>();
        loop.openNeighbourWatch(
                eth0, IpAddress.Family.IPV4, (now, link, frame) -> heard.add(Frames.number(frame)));
        FrameSocket frames = other.startLoop("vrrp", new RecordingTask()).openFrameSocket();
        EchoProbe.Question question =
                new EchoProbe.Question(
                        IpAddress.of("10.0.0.2"), Optional.of(eth0), Duration.ofSeconds(1));
        lan.lose(arrival -> true);
        frames.send(other.link("eth0").index(), Frames.arp(1));
        loop.echo().ask(question, outcomes::add);
        machine.advance(Duration.ofSeconds(2));
        lan.loseNothing();
        frames.send(other.link("eth0").index(), Frames.arp(2));
        machine.receiveFrame("eth0", Frames.arp(3));
        loop.echo().ask(question, outcomes::add);
        machine.settle();
        assertThat(heard).containsExactly(2, 3);
        assertThat(outcomes)
                .containsExactly(new EchoProbe.Outcome.Silent(), new EchoProbe.Outcome.Answered(0));
        assertThat(machine.deeds())
                .filteredOn(Deed.Echo.class::isInstance)
                .extracting(deed -> ((Deed.Echo) deed).target())
                .containsExactly(question.target(), question.target());
    }

    @Test
    void refusalsHappenAsAskedFor() throws Exception {
        int eth0 = machine.addLink("eth0").index();
        RecordingReceiver receiver = new RecordingReceiver();
        AdvertSocket adverts = open(machine, loop, receiver);
        machine.refusals().changes(change -> true, "EPERM");
        machine.refusals().adverts("ENOBUFS");
        machine.refusals().sockets("EPERM");
        AddressChange add = new AddressChange.Add(address(eth0, "10.0.0.5/24"));
        assertThat(loop.addresses().apply(List.of(add)))
                .singleElement()
                .satisfies(
                        failure ->
                                assertThat(failure.cause())
                                        .hasMessage("RTM_NEWADDR 10.0.0.5/24 on eth0: EPERM"));
        adverts.send(Packets.packet("10.0.0.1", "224.0.0.18", 1, 40), GROUP);
        machine.settle();
        assertThat(receiver.failures())
                .extracting(SystemException::errno)
                .containsExactly("ENOBUFS");
        assertThatThrownBy(loop::openFrameSocket).isInstanceOf(SystemException.class);
        assertThat(machine.deeds()).isEmpty();
    }

    @Test
    void aFailureOfACalleeComesOut() {
        loop.post(
                () -> {
                    throw new IllegalStateException("asked to fail");
                });
        assertThatThrownBy(machine::settle).hasMessage("asked to fail");
    }

    @Test
    void aPortCalledByAnotherThreadIsNoticed() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> loop.addresses().apply(List.of()));
        thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
        thread.start();
        thread.join();
        assertThat(thrown.get()).hasMessageContaining("not by the loop's thread");
    }

    private static AdvertSocket open(FakeMachine on, Loop loop, AdvertSocket.Receiver receiver)
            throws SystemException {
        return loop.openAdvertSocket(
                new AdvertSocket.Options(
                        IpAddress.Family.IPV4,
                        Optional.of(on.link("eth0")),
                        Optional.of(GROUP),
                        OptionalInt.empty()),
                receiver);
    }

    private static InterfaceAddress address(int link, String prefix) {
        return InterfaceAddress.of(link, IpPrefix.of(prefix));
    }

    private static long second(int count) {
        return Duration.ofSeconds(count).toNanos();
    }

    /** Due each second from a start; always due when that start is 0. */
    private static final class Ticks implements LoopTask {

        private final List<Long> times;
        private long next;

        Ticks(long start, List<Long> times) {
            next = start;
            this.times = times;
        }

        @Override
        public long deadlineNanos() {
            return next;
        }

        @Override
        public void due(long nowNanos) {
            times.add(nowNanos);
            next = next == 0 ? 0 : next + second(1);
        }

        @Override
        public void turnEnded(long nowNanos) {
            // Nothing to publish.
        }
    }

    @Test
    void whatIsRefusedIsRefusedAndNotDone() {
        machine.addLink("eth0");
        machine.refusals().virtualLinks("EPERM");
        machine.refusals().settings(setting -> setting.equals(ARP_IGNORE), "EROFS");
        machine.refusals().firewall("EOPNOTSUPP");
        assertThatThrownBy(() -> loop.virtualLinks().create(VMAC))
                .hasMessage("RTM_NEWLINK vrrp.51: EPERM");
        assertThatThrownBy(() -> loop.kernelSettings().hold(ARP_IGNORE, 1))
                .hasMessage("net/ipv4/conf/eth0/arp_ignore = 1: EROFS");
        assertThatThrownBy(() -> loop.firewall().apply(DROPPING))
                .hasMessage("NFT_MSG_NEWTABLE: EOPNOTSUPP");
        assertThat(machine.deeds()).isEmpty();
        assertThat(machine.firewall()).isEqualTo(FirewallState.NONE);
    }

    @Test
    void virtualInterfacesAndSettingsAndTheFirewallAreDeeds() throws Exception {
        machine.addLink("eth0");
        VirtualLink made = loop.virtualLinks().create(VMAC);
        loop.kernelSettings().hold(ARP_IGNORE, 1).close();
        loop.firewall().apply(DROPPING);
        loop.firewall().apply(DROPPING);
        assertThat(machine.firewall()).isEqualTo(DROPPING);
        loop.virtualLinks().remove(made);
        assertThat(machine.deeds())
                .extracting(deed -> deed.getClass().getSimpleName())
                .containsExactly(
                        "VirtualLinkMade",
                        "SettingChanged",
                        "SettingChanged",
                        "FirewallChanged",
                        "VirtualLinkRemoved");
        loop.close();
        assertThat(machine.firewall()).isEqualTo(FirewallState.NONE);
    }
}
