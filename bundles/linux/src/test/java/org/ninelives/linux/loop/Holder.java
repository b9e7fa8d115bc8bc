package org.ninelives.linux.loop;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteBuilder;
import org.ninelives.api.system.RouteChange;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleAction;
import org.ninelives.api.system.RuleBuilder;
import org.ninelives.api.system.RuleChange;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.VirtualLinkKind;
import org.ninelives.api.system.VirtualLinkRequest;
import org.ninelives.linux.companion.Companion;
import org.ninelives.linux.companion.Leftovers;
import org.ninelives.linux.safeguard.CompanionCommand;
import org.ninelives.testkit.contract.RecordingListener;

/** A program that holds addresses as the daemon does, for tests to kill. */
final class Holder {

    /** Of syslog.h: local7, which the system log of a test machine may drop. */
    private static final String FACILITY = "23";

    private Holder() {}

    /** The words that start the program. */
    static List<String> command() {
        return java(Holder.class);
    }

    /** The words that start the companion of this process. */
    static List<String> companionCommand() {
        return java(Companion.class, Long.toString(ProcessHandle.current().pid()), FACILITY);
    }

    /** The words that start the program that cleans up behind both. */
    static List<String> leftoversCommand() {
        return java(Leftovers.class);
    }

    private static CompanionCommand companion() {
        return new CompanionCommand(companionCommand(), Map.of(), true);
    }

    private static List<String> java(Class<?> program, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(System.getProperty("java.home") + "/bin/java");
        words.addAll(
                List.of(
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xms2m",
                        "-Xmx64m",
                        "-XX:-UsePerfData"));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        words.addAll(List.of(arguments));
        return words;
    }

    /**
     * Follows commands, a line each: {@code hold 2} adds that many addresses to eth0 and says
     * {@code holding}; {@code everything} holds one of each kind and says so; {@code release} takes
     * them off again; {@code end} ends in order and leaves what is held.
     */
    public static void main(String[] arguments) throws Exception {
        LinuxMachine machine = new LinuxMachine(Optional.of(companion()));
        Loop loop = machine.startLoop("holder", new Idle());
        loop.post(() -> watch(loop));
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<AddressChange> held = new ArrayList<>();
        for (String line = in.readLine(); !line.equals("end"); line = in.readLine()) {
            String[] words = line.split(" ", 2);
            loop.post(
                    () -> {
                        switch (words[0]) {
                            case "hold" -> hold(loop, Integer.parseInt(words[1]), held);
                            case "everything" -> holdEverything(loop);
                            default -> loop.addresses().apply(held);
                        }
                    });
        }
        loop.close();
    }

    private static void watch(Loop loop) {
        try {
            loop.links().watch(new RecordingListener());
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void hold(Loop loop, int count, List<AddressChange> held) {
        int link = loop.links().find(new InterfaceName("eth0")).orElseThrow().index();
        List<AddressChange> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            InterfaceAddress address = address(link, i);
            changes.add(new AddressChange.Add(address));
            held.add(new AddressChange.Remove(address));
        }
        List<AddressFailure> failures = loop.addresses().apply(changes);
        System.out.println(failures.isEmpty() ? "holding" : failures);
    }

    private static void holdEverything(Loop loop) {
        try {
            VirtualLinkRequest request =
                    new VirtualLinkRequest(
                            List.of(new InterfaceName("vrrp.51")),
                            new InterfaceName("eth0"),
                            new VirtualLinkKind.Macvlan(new MacAddress(0x0000_5e00_0133L)),
                            false,
                            OptionalInt.empty());
            int link = loop.virtualLinks().create(request).link().index();
            InterfaceAddress address = address(link, 1);
            loop.addresses().apply(List.of(new AddressChange.Add(address)));
            Route route = RouteBuilder.to("10.9.0.0/16").dev("vrrp.51").build();
            loop.routes().apply(List.of(new RouteChange.Add(route)));
            Rule rule =
                    RuleBuilder.of(IpAddress.Family.IPV4, 1_000, RuleAction.Lookup.of(100)).build();
            loop.rules().apply(List.of(new RuleChange.Add(rule)));
            loop.firewall()
                    .apply(
                            new FirewallState(
                                    FirewallState.Options.DEFAULT,
                                    Set.of(
                                            new FirewallState.Dropped(
                                                    address.prefix().address(),
                                                    OptionalInt.empty())),
                                    Set.of()));
            System.out.println("holding everything");
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InterfaceAddress address(int link, int i) {
        byte[] bytes = {10, (byte) (1 + (i >> 16)), (byte) (i >> 8), (byte) i};
        return InterfaceAddress.of(link, new IpPrefix(IpAddress.ofBytes(bytes), 32));
    }

    /** Wants nothing. */
    private static final class Idle implements LoopTask {

        @Override
        public long deadlineNanos() {
            return NEVER;
        }

        @Override
        public void due(long nowNanos) {}
    }
}
