package org.ninelives.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.management.Attribute;
import javax.management.JMX;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.TabularType;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.Description;

class DescribedTypesTest {

    private final DescribedMXBean bean = AuditedMXBean.of(new Hall(), HallMXBean.class);
    private final MBeanInfo info = bean.getMBeanInfo();

    /** A bulb. */
    public record Bulb(@Description("Power, 1..100 W") int watts, String colour) {}

    /** Several bulbs. */
    public record Lights(
            @Description("The large one") Bulb large,
            @Description("The others") List<Bulb> small) {}

    /** A bean with records within records. */
    public interface HallMXBean {
        Lights getLights();

        Map<String, Bulb> getTable();

        Bulb[] getRow();

        int[] getNumbers();

        Bulb find(String name);
    }

    private static final class Hall implements HallMXBean {
        private static final Bulb BULB = new Bulb(60, "white");

        @Override
        public Lights getLights() {
            return new Lights(BULB, List.of(BULB));
        }

        @Override
        public Map<String, Bulb> getTable() {
            return Map.of("one", BULB);
        }

        @Override
        public Bulb[] getRow() {
            return new Bulb[] {BULB};
        }

        @Override
        public int[] getNumbers() {
            return new int[] {1};
        }

        @Override
        public Bulb find(String name) {
            return BULB;
        }
    }

    private Object openType(String attribute) {
        for (MBeanAttributeInfo each : info.getAttributes()) {
            if (each.getName().equals(attribute)) {
                return each.getDescriptor().getFieldValue(JMX.OPEN_TYPE_FIELD);
            }
        }
        throw new AssertionError(attribute);
    }

    @Test
    void componentsAreDescribedHoweverDeepTheyAre() {
        CompositeType lights = (CompositeType) openType("Lights");

        assertThat(lights.getDescription("small")).isEqualTo("The others");
        assertThat(((CompositeType) lights.getType("large")).getDescription("watts"))
                .isEqualTo("Power, 1..100 W");
        ArrayType<?> small = (ArrayType<?>) lights.getType("small");
        assertThat(((CompositeType) small.getElementOpenType()).getDescription("watts"))
                .isEqualTo("Power, 1..100 W");
    }

    @Test
    void rowsOfATableAndElementsOfAnArrayAreDescribed() {
        TabularType table = (TabularType) openType("Table");
        ArrayType<?> row = (ArrayType<?>) openType("Row");

        assertThat(((CompositeType) table.getRowType().getType("value")).getDescription("watts"))
                .isEqualTo("Power, 1..100 W");
        assertThat(((CompositeType) row.getElementOpenType()).getDescription("watts"))
                .isEqualTo("Power, 1..100 W");
    }

    @Test
    void theAnswerOfAnOperationIsDescribed() {
        CompositeType answer =
                (CompositeType)
                        info.getOperations()[0].getDescriptor().getFieldValue(JMX.OPEN_TYPE_FIELD);

        assertThat(answer.getDescription("watts")).isEqualTo("Power, 1..100 W");
    }

    @Test
    void whatHasNoDescriptionKeepsThePlatformsText() {
        CompositeType lights = (CompositeType) openType("Lights");

        assertThat(((CompositeType) lights.getType("large")).getDescription("colour"))
                .isEqualTo("colour");
        assertThat(((ArrayType<?>) openType("Numbers")).isPrimitiveArray()).isTrue();
    }

    @Test
    void valuesAreOfTheDescribedType() throws Exception {
        for (Object each : bean.getAttributes(new String[] {"Lights"})) {
            CompositeData lights = (CompositeData) ((Attribute) each).getValue();
            assertThat(lights.getCompositeType()).isEqualTo(openType("Lights"));
        }
    }

    @Test
    void beansOfOneClassShareTheirInfo() {
        assertThat(AuditedMXBean.of(new Hall(), HallMXBean.class).getMBeanInfo()).isSameAs(info);
    }
}
