package org.ninelives.bfd.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ninelives.api.management.BfdDetails;
import org.ninelives.api.management.BfdSessionMXBean;
import org.ninelives.bfd.engine.BfdService;
import org.ninelives.testkit.Attributes;

/** Whoever still holds the bean of something that was just removed is answered. */
class GoneBeansTest {

    @Test
    void aSessionSaysThatItIsNotConfigured() {
        BfdSessionBean bean =
                new BfdSessionBean(
                        "S", new BfdService(null, null), new Followers(), any -> BfdDetails.none());

        assertThat(Attributes.flaws(BfdSessionMXBean.class, bean)).isEmpty();
        assertThat(bean.getStatus().lastDownReason()).contains("not configured any more");
    }
}
