package org.ninelives.vrrp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.override.OptionalOverrides;
import org.ninelives.testkit.FakeLan;
import org.ninelives.testkit.FakeMachine;
import org.ninelives.vrrp.engine.Listener;
import org.ninelives.vrrp.engine.VrrpService;
import org.ninelives.vrrp.engine.Watchers;

class VrrpInstanceBeanTest {

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

    @Test
    void whatChangesTheRouterIsAnOperationAndWhatTellsOfItAnAttribute() {
        VrrpService service =
                new VrrpService(new FakeMachine(new FakeLan(), "a"), NOBODY, true, new Watchers());
        VrrpInstanceBean bean =
                new VrrpInstanceBean(
                        "VI_1", service, new OptionalOverrides(), new RefusedAdverts());

        MBeanInfo info = new StandardMBean(bean, VrrpInstanceMXBean.class, true).getMBeanInfo();

        assertThat(info.getOperations())
                .extracting(MBeanOperationInfo::getName)
                .containsExactlyInAnyOrder(
                        "setPriority",
                        "overridePriority",
                        "overrideTrackerWeight",
                        "resign",
                        "sendGarp",
                        "standby",
                        "release",
                        "disable",
                        "enable",
                        "revertOverrides",
                        "explain");
        assertThat(info.getAttributes())
                .extracting(MBeanAttributeInfo::getName)
                .containsExactlyInAnyOrder(
                        "Status",
                        "State",
                        "EffectivePriority",
                        "Details",
                        "Routing",
                        "RefusedAdverts",
                        "Counters",
                        "AdvertAges");
    }
}
