package org.ninelives.vrrp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ninelives.api.management.InterfaceMXBean;
import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpMXBean;
import org.ninelives.api.management.VrrpStaticMXBean;
import org.ninelives.api.management.VrrpSyncGroupMXBean;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.override.OptionalOverrides;
import org.ninelives.testkit.Attributes;
import org.ninelives.testkit.FakeLan;
import org.ninelives.testkit.FakeMachine;
import org.ninelives.vrrp.engine.Listener;
import org.ninelives.vrrp.engine.VrrpService;
import org.ninelives.vrrp.engine.Watchers;

/** Whoever still holds the bean of something that was just removed is answered. */
class GoneBeansTest {

    private static final Listener NOBODY =
            new Listener() {
                @Override
                public void added(String instance) {}

                @Override
                public void removed(String instance) {}

                @Override
                public void refused(String instance, RefusedAdvert advert) {}

                @Override
                public void happened(VrrpEvent event) {}
            };

    private final VrrpService service =
            new VrrpService(new FakeMachine(new FakeLan(), "a"), NOBODY, true, new Watchers());

    @Test
    void aVirtualRouterSaysThatItIsNotConfigured() {
        VrrpInstanceBean bean =
                new VrrpInstanceBean(
                        "VI_1", service, new OptionalOverrides(), new RefusedAdverts());

        assertThat(Attributes.flaws(VrrpInstanceMXBean.class, bean)).isEmpty();
        assertThat(bean.getStatus().reason()).contains("not configured any more");
    }

    @Test
    void aSyncGroupHasNoMembers() {
        SyncGroupBean bean = new SyncGroupBean("G", service);

        assertThat(Attributes.flaws(VrrpSyncGroupMXBean.class, bean)).isEmpty();
        assertThat(bean.getStatus().members()).isEmpty();
    }

    @Test
    void nothingWasHeard() {
        VrrpBean bean = new VrrpBean(service);

        assertThat(Attributes.flaws(VrrpMXBean.class, bean)).isEmpty();
        assertThat(bean.getUnknownVirtualRouterIds()).isZero();
    }

    @Test
    void nothingIsStatic() {
        StaticBean bean = new StaticBean(service);

        assertThat(Attributes.flaws(VrrpStaticMXBean.class, bean)).isEmpty();
        assertThat(bean.getAddresses()).isEmpty();
    }

    @Test
    void anInterfaceHasNoUsers() {
        InterfaceBean bean = new InterfaceBean("eth0", service);

        assertThat(Attributes.flaws(InterfaceMXBean.class, bean)).isEmpty();
        assertThat(bean.getStatus().usedBy()).isEmpty();
    }
}
