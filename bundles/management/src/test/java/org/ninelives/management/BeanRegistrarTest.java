package org.ninelives.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class BeanRegistrarTest {

    private static final String NAME = "org.ninelives:type=Lamp,name=\"hall\"";
    private static final List<String> AS_LAMP = List.of(LampMXBean.class.getName());

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final BeanRegistrar registrar = new BeanRegistrar(server, new EventNotifications());

    @Test
    void aBeanIsThereUntilItIsTakenOut() throws JMException {
        ObjectName name = registrar.register(NAME, new Lamp(), AS_LAMP).orElseThrow();

        assertThat(server.getAttribute(name, "Brightness")).isEqualTo(10);
        registrar.unregister(name);
        assertThat(server.isRegistered(name)).isFalse();
    }

    @Test
    void theFirstOfTwoWithOneNameStays() throws JMException {
        registrar.register(NAME, new Lamp(), AS_LAMP);
        Lamp second = new Lamp();
        second.setBrightness(99);

        assertThat(registrar.register(NAME, second, AS_LAMP)).isEmpty();

        assertThat(server.getAttribute(new ObjectName(NAME), "Brightness")).isEqualTo(10);
    }

    @Test
    void aNameThatIsNoneIsLeftOut() {
        assertThat(registrar.register("no name", new Lamp(), AS_LAMP)).isEmpty();
    }

    @Test
    void aServiceThatIsPublishedUnderNoMxBeanInterfaceIsLeftOut() {
        assertThat(registrar.register(NAME, new Lamp(), List.of("java.lang.Runnable"))).isEmpty();
        assertThat(registrar.register(NAME, "text", List.of("java.lang.CharSequence"))).isEmpty();
    }

    @Test
    void anInterfaceOfASuperclassCounts() {
        class Child extends Parent {}

        assertThat(registrar.register(NAME, new Child(), AS_LAMP)).isPresent();
    }

    @Test
    void takingOutTwiceHarmsNothing() {
        ObjectName name = registrar.register(NAME, new Lamp(), AS_LAMP).orElseThrow();

        registrar.unregister(name);
        registrar.unregister(name);

        assertThat(server.isRegistered(name)).isFalse();
    }

    private static class Parent implements LampMXBean {
        @Override
        public int getBrightness() {
            return 1;
        }

        @Override
        public void setBrightness(int percent) {}

        @Override
        public void flash(int seconds, boolean slowly) {}

        @Override
        public long getUndescribed() {
            return 0;
        }
    }
}
