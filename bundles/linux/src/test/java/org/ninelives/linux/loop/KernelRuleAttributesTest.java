package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.FirewallMark;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.PortRange;
import org.ninelives.api.system.Realms;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleAction;
import org.ninelives.api.system.RuleBuilder;
import org.ninelives.api.system.RuleChange;
import org.ninelives.api.system.RuleFailure;
import org.ninelives.api.system.UserRange;
import org.ninelives.testkit.contract.RecordingTask;

/** Each attribute of a rule as ip(8) sees it in the kernel. */
@Tag("kernel")
class KernelRuleAttributesTest {

    private KernelRig rig;
    private Loop loop;

    @BeforeEach
    void start() throws Exception {
        rig = new KernelRig();
        loop = rig.start(new RecordingTask());
    }

    @AfterEach
    void stop() {
        if (loop != null) {
            loop.close();
            rig.close();
        }
    }

    @ParameterizedTest
    @MethodSource
    void theKernelHasWhatWasAsked(String shown, RuleBuilder builder) throws Exception {
        Rule rule = builder.build();
        assertThat(apply(new RuleChange.Add(rule))).isEmpty();
        assertThat(rules()).singleElement().asString().contains(shown);
        assertThat(rig.on(loop, () -> loop.rules().present(List.of(rule)))).containsExactly(rule);

        assertThat(apply(new RuleChange.Remove(rule))).isEmpty();
        assertThat(rules()).isEmpty();
    }

    static Stream<Arguments> theKernelHasWhatWasAsked() {
        return Stream.of(
                arguments("10: from all lookup 100 proto keepalived", to100()),
                arguments("from 10.9.0.0/16", to100().from(IpPrefix.of("10.9.0.0/16"))),
                arguments("to 10.9.0.1 ", to100().to(IpPrefix.of("10.9.0.1/32"))),
                arguments(
                        "from 2001:db8::/32 to 2001:db8:1::/48 lookup 100",
                        RuleBuilder.of(IpAddress.Family.IPV6, 10, RuleAction.Lookup.of(100))
                                .from(IpPrefix.of("2001:db8::/32"))
                                .to(IpPrefix.of("2001:db8:1::/48"))),
                arguments(
                        "not from 10.9.0.0/16",
                        to100().from(IpPrefix.of("10.9.0.0/16")).inverted()),
                arguments("tos 0x10", to100().tos(16)),
                arguments("fwmark 0x18 ", to100().mark(FirewallMark.of(24))),
                arguments("fwmark 0x18/0xff", to100().mark(new FirewallMark(24, 255))),
                arguments("lookup 100", to100().mark(FirewallMark.of(0))),
                arguments("iif lo", to100().inputDevice(new InterfaceName("lo"))),
                arguments("oif eth9", to100().outputDevice(new InterfaceName("eth9"))),
                arguments("tun_id 5", to100().tunnelId(5)),
                arguments("uidrange 5-10", to100().users(new UserRange(5, 10))),
                arguments("ipproto udp", to100().ipProtocol(17)),
                arguments("sport 10-20", to100().sourcePorts(new PortRange(10, 20))),
                arguments("dport 80 ", to100().destinationPorts(new PortRange(80, 80))),
                arguments("proto bird", to100().protocol(12)),
                arguments("lookup 70000", rule(RuleAction.Lookup.of(70_000))),
                arguments(
                        "suppress_prefixlength 24 realms 3/4",
                        rule(
                                new RuleAction.Lookup(
                                        OptionalLong.of(100),
                                        new RuleAction.Suppress(
                                                OptionalInt.of(24), OptionalInt.empty()),
                                        new Realms(3, 4)))),
                arguments(
                        "suppress_ifgroup 7",
                        rule(
                                new RuleAction.Lookup(
                                        OptionalLong.of(100),
                                        new RuleAction.Suppress(
                                                OptionalInt.empty(), OptionalInt.of(7)),
                                        Realms.NONE))),
                arguments(
                        "lookup [l3mdev-table]",
                        rule(
                                new RuleAction.Lookup(
                                        OptionalLong.empty(),
                                        RuleAction.Suppress.NOTHING,
                                        Realms.NONE))),
                arguments("goto 4294967295", rule(new RuleAction.Goto(4294967295L))),
                arguments("nop", rule(new RuleAction.Nop())),
                arguments("blackhole", rule(new RuleAction.Blackhole())),
                arguments("unreachable", rule(new RuleAction.Unreachable())),
                arguments("prohibit", rule(new RuleAction.Prohibit())),
                arguments(
                        "4294967295: ",
                        RuleBuilder.of(
                                IpAddress.Family.IPV4, 4294967295L, RuleAction.Lookup.of(1))));
    }

    @Test
    void theKernelSaysWhyItRefuses() throws Exception {
        assertThat(apply(new RuleChange.Add(to100().tos(3).build())))
                .extracting(failure -> failure.cause().getMessage())
                .singleElement()
                .asString()
                .startsWith("RTM_NEWRULE 10: from all lookup 100: EINVAL (");
    }

    private static RuleBuilder to100() {
        return rule(RuleAction.Lookup.of(100));
    }

    private static RuleBuilder rule(RuleAction action) {
        return RuleBuilder.of(IpAddress.Family.IPV4, 10, action);
    }

    private List<RuleFailure> apply(RuleChange change) throws Exception {
        return rig.on(loop, () -> loop.rules().apply(List.of(change)));
    }

    /** The rules that are not the kernel's own, blanks single. */
    private List<String> rules() throws Exception {
        return (rig.show("-d rule") + rig.show("-d -6 rule"))
                .lines()
                .map(line -> line.replaceAll("\\s+", " ") + " ")
                .filter(line -> !line.contains("proto kernel"))
                .toList();
    }
}
