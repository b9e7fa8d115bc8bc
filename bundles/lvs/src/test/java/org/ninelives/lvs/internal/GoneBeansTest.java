package org.ninelives.lvs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ninelives.api.management.IpvsMXBean;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.override.OptionalOverrides;
import org.ninelives.lvs.engine.LvsService;
import org.ninelives.lvs.engine.Surroundings;
import org.ninelives.testkit.Attributes;
import org.ninelives.testkit.FakeLan;
import org.ninelives.testkit.FakeMachine;

/** Whoever still holds the bean of something that was just removed is answered. */
class GoneBeansTest {

    private final LvsService service =
            new LvsService(
                    new FakeMachine(new FakeLan(), "a"),
                    new Surroundings(null, null, null, null, true));

    @Test
    void aVirtualServerIsDownAndHasNoServers() {
        VirtualServerBean bean = new VirtualServerBean("VS", service, new OptionalOverrides());

        assertThat(Attributes.flaws(VirtualServerMXBean.class, bean)).isEmpty();
        assertThat(bean.getState()).isEqualTo("DOWN");
    }

    @Test
    void aRealServerSaysThatItIsNotConfigured() {
        RealServerBean bean = new RealServerBean("VS", "RS", service, new OptionalOverrides());

        assertThat(Attributes.flaws(RealServerMXBean.class, bean)).isEmpty();
        assertThat(bean.getStatus().reason()).contains("not configured any more");
    }

    @Test
    void theLoadBalancerOfTheKernelIsNotUsed() {
        IpvsBean bean = new IpvsBean(service);

        assertThat(Attributes.flaws(IpvsMXBean.class, bean)).isEmpty();
        assertThat(bean.isAvailable()).isFalse();
    }
}
