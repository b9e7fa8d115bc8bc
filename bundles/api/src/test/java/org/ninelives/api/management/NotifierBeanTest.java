package org.ninelives.api.management;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotifierBeanTest {

    private final NotifierBean bean = new NotifierBean("scripts", () -> 1_234);

    @Test
    void whatWaitsIsToldOrDropped() {
        bean.add();
        bean.add();
        bean.add();
        bean.tell();
        bean.drop("no such file");

        assertThat(bean.getStatus())
                .isEqualTo(new NotifierStatus("scripts", 1, 1, 1, "no such file", 1_234));
    }

    @Test
    void theAttributesAreThoseOfTheStatus() {
        bean.add();
        bean.tell();
        bean.add();
        bean.drop("why");
        bean.add();

        assertThat(bean.getQueued()).isEqualTo(bean.getStatus().queued());
        assertThat(bean.getTold()).isEqualTo(bean.getStatus().told());
        assertThat(bean.getDropped()).isEqualTo(bean.getStatus().dropped());
    }

    @Test
    void whereNothingFailedThereIsNoError() {
        assertThat(bean.getStatus()).isEqualTo(new NotifierStatus("scripts", 0, 0, 0, "", 0));
    }
}
