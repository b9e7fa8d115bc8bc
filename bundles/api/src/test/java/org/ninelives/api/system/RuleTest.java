package org.ninelives.api.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;

class RuleTest {

    @Test
    void logsNameARuleAsIpDoes() {
        assertThat(
                        rule(RuleAction.Lookup.of(100))
                                .inverted()
                                .from(IpPrefix.of("10.9.0.0/16"))
                                .to(IpPrefix.of("10.8.0.0/16"))
                                .mark(new FirewallMark(24, 255))
                                .inputDevice(new InterfaceName("eth0"))
                                .outputDevice(new InterfaceName("eth1"))
                                .build())
                .hasToString(
                        "10: not from 10.9.0.0/16 to 10.8.0.0/16 fwmark 24 iif eth0 oif eth1"
                                + " lookup 100");
        assertThat(
                        rule(new RuleAction.Lookup(
                                        OptionalLong.empty(),
                                        RuleAction.Suppress.NOTHING,
                                        Realms.NONE))
                                .build())
                .hasToString("10: from all l3mdev");
        assertThat(rule(new RuleAction.Goto(20)).build()).hasToString("10: from all goto 20");
        assertThat(rule(new RuleAction.Nop()).build()).hasToString("10: from all nop");
        assertThat(rule(new RuleAction.Blackhole()).build()).hasToString("10: from all blackhole");
        assertThat(rule(new RuleAction.Unreachable()).build())
                .hasToString("10: from all unreachable");
        assertThat(rule(new RuleAction.Prohibit()).build()).hasToString("10: from all prohibit");
    }

    @Test
    void everywhereIsNoSelector() {
        assertThat(
                        rule(RuleAction.Lookup.of(100))
                                .from(IpPrefix.of("0.0.0.0/0"))
                                .to(IpPrefix.of("0.0.0.0/0"))
                                .build())
                .isEqualTo(rule(RuleAction.Lookup.of(100)).build());
    }

    @Test
    void whatTheKernelCannotHaveIsRefused() {
        refused(
                () -> rule(RuleAction.Lookup.of(1)).from(IpPrefix.of("2001:db8::/32")).build(),
                "from 2001:db8::/32 is not IPv4");
        refused(
                () -> rule(RuleAction.Lookup.of(1)).to(IpPrefix.of("10.9.0.5/16")).build(),
                "to 10.9.0.5/16 has bits behind its prefix length; write 10.9.0.0/16");
        refused(
                () -> rule(new RuleAction.Goto(10)).build(),
                "goto 10 does not lead to a rule behind preference 10");
        refused(() -> RuleAction.Lookup.of(0), "table 0 is not in 1..4294967295");
        refused(() -> new PortRange(0, 5), "port 0 is not in 1..65534");
        refused(() -> new PortRange(6, 5), "port 5 is not in 6..65534");
        refused(() -> new UserRange(6, 5), "user 5 is not in 6..4294967294");
        refused(() -> new Realms(0, 65_536), "realm 65536 is not in 0..65535");
        refused(() -> FirewallMark.of(-1), "fwmark -1 is not in 0..4294967295");
    }

    private static RuleBuilder rule(RuleAction action) {
        return RuleBuilder.of(IpAddress.Family.IPV4, 10, action);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
