package org.ninelives.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import org.junit.jupiter.api.Test;

class DescribedMXBeanTest {

    private final MBeanInfo info = AuditedMXBean.of(new Lamp(), LampMXBean.class).getMBeanInfo();

    @Test
    void theBeanIsDescribedByItsInterface() {
        assertThat(info.getDescription()).isEqualTo("A lamp in the hall");
    }

    @Test
    void anAttributeIsDescribedByItsGetter() {
        assertThat(attribute("Brightness").getDescription()).isEqualTo("Brightness, 0..100");
    }

    @Test
    void anAttributeWithoutDescriptionKeepsThePlatformsText() {
        assertThat(attribute("Undescribed").getDescription()).isEqualTo("Undescribed");
    }

    @Test
    void anOperationAndItsParametersHaveNamesAndHelp() {
        MBeanOperationInfo flash = info.getOperations()[0];

        assertThat(flash.getDescription()).isEqualTo("Lights it for a while");
        assertThat(flash.getSignature()[0].getName()).isEqualTo("seconds");
        assertThat(flash.getSignature()[0].getDescription()).isEqualTo("how long");
        assertThat(flash.getSignature()[1].getName()).isEqualTo("slowly");
    }

    @Test
    void notificationsGoThrough() {
        Lamp lamp = new Lamp();
        List<String> heard = new ArrayList<>();
        AuditedMXBean.of(lamp, LampMXBean.class)
                .addNotificationListener(
                        (notification, handback) -> heard.add(notification.getMessage()),
                        null,
                        null);

        lamp.flash(3, false);

        assertThat(heard).containsExactly("flashed 3 s");
        assertThat(info.getNotifications()[0].getDescription()).isEqualTo("it flashed");
    }

    @Test
    void anInterfaceWithATypeThatCannotCrossIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditedMXBean.of(new Leaky(), LeakyMXBean.class));
    }

    private MBeanAttributeInfo attribute(String name) {
        return Arrays.stream(info.getAttributes())
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Its attribute type has a cycle, which no open type can express. */
    public interface LeakyMXBean {
        Node getNode();
    }

    /** A type that contains itself. */
    public interface Node {
        Node getNext();
    }

    private static final class Leaky implements LeakyMXBean {
        @Override
        public Node getNode() {
            return () -> null;
        }
    }
}
