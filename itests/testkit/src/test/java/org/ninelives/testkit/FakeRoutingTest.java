package org.ninelives.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteBuilder;
import org.ninelives.api.system.RouteChange;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleAction;
import org.ninelives.api.system.RuleBuilder;
import org.ninelives.api.system.RuleChange;

class FakeRoutingTest {

    private static final Route ROUTE = RouteBuilder.to("10.9.0.0/16").dev("eth0").build();
    private static final Rule RULE =
            RuleBuilder.of(IpAddress.Family.IPV4, 10, RuleAction.Lookup.of(100)).build();

    private final FakeMachine machine = new FakeMachine();
    private final Loop loop = machine.startLoop("test", new Idle());

    /** Has no deadline. */
    private static final class Idle implements LoopTask {

        @Override
        public long deadlineNanos() {
            return NEVER;
        }

        @Override
        public void due(long nowNanos) {
            throw new AssertionError("never due");
        }
    }

    @Test
    void changesAreDeeds() {
        machine.addLink("eth0");
        loop.routes().apply(List.of(new RouteChange.Add(ROUTE), new RouteChange.Add(ROUTE)));
        loop.rules().apply(List.of(new RuleChange.Add(RULE), new RuleChange.Remove(RULE)));
        loop.routes().apply(List.of(new RouteChange.Remove(ROUTE), new RouteChange.Remove(ROUTE)));

        long now = machine.nowNanos();
        assertThat(machine.deeds())
                .containsExactly(
                        new Deed.RouteAdded(now, ROUTE),
                        new Deed.RuleAdded(now, RULE),
                        new Deed.RuleRemoved(now, RULE),
                        new Deed.RouteRemoved(now, ROUTE));
    }

    @Test
    void changesAreRefusedWhenATestWantsIt() {
        machine.addLink("eth0");
        machine.refusals().routes(change -> true, "EPERM");
        machine.refusals().rules(change -> change instanceof RuleChange.Remove, "ENOMEM");

        assertThat(loop.routes().apply(List.of(new RouteChange.Add(ROUTE))))
                .extracting(failure -> failure.cause().getMessage())
                .containsExactly("RTM_NEWROUTE 10.9.0.0/16 dev eth0: EPERM");
        assertThat(
                        loop.rules()
                                .apply(
                                        List.of(
                                                new RuleChange.Add(RULE),
                                                new RuleChange.Remove(RULE))))
                .extracting(failure -> failure.cause().getMessage())
                .containsExactly("RTM_DELRULE 10: from all lookup 100: ENOMEM");
        assertThat(machine.routing().routes()).isEmpty();
        assertThat(machine.routing().rules()).containsExactly(RULE);
    }
}
