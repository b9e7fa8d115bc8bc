package org.ninelives.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.Caller;
import org.ninelives.management.audit.Operations;

class AuditedMXBeanTest {

    private static final String[] NONE = {};
    private static final String TEXT = "java.lang.String";

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final LogLines log = new LogLines();
    private ObjectName door;

    @BeforeEach
    void register() throws Exception {
        door = new ObjectName("org.ninelives:type=Door");
        server.registerMBean(AuditedMXBean.of(new Door(), DoorMXBean.class), door);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aChangeIsToldWithWhoAndWhatAndWhatBecameOfIt() throws Exception {
        new Caller("control", "192.0.2.7")
                .call(
                        () ->
                                server.invoke(
                                        door,
                                        "open",
                                        new Object[] {30, "bring it\nin", "sesame"},
                                        new String[] {"int", TEXT, TEXT}));

        assertThat(log.all())
                .containsExactly(
                        "INFO JMX audit: control at 192.0.2.7: org.ninelives:type=Door:"
                                + " open(degrees=30, note=(11 characters), password=***): done,"
                                + " answered 0; Angle 0 -> 30, State CLOSED -> OPEN");
    }

    @Test
    void whoAttachedByProcessIdIsToldToo() throws Exception {
        server.invoke(door, "shut", new Object[0], NONE);

        assertThat(log.all())
                .containsExactly("INFO JMX audit: local: org.ninelives:type=Door: shut(): done");
    }

    @Test
    void anOperationThatOnlyReadsIsNotToldAndSaysSoInItsDescription() throws Exception {
        assertThat(server.invoke(door, "look", new Object[0], NONE)).isEqualTo("a door");

        assertThat(log.all()).isEmpty();
        MBeanInfo info = server.getMBeanInfo(door);
        assertThat(Operations.find(info, "look", null).orElseThrow().getImpact())
                .isEqualTo(MBeanOperationInfo.INFO);
        assertThat(Operations.find(info, "shut", NONE).orElseThrow().getImpact())
                .isEqualTo(MBeanOperationInfo.ACTION);
        assertThat(Operations.find(info, "shut", new String[] {"int"})).isEmpty();
    }

    @Test
    void whatTheBeanRefusesIsToldWithItsReason() {
        assertThatThrownBy(
                        () ->
                                server.invoke(
                                        door,
                                        "open",
                                        new Object[] {400, "", null},
                                        new String[] {"int", TEXT, TEXT}))
                .isInstanceOf(RuntimeMBeanException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);

        assertThat(log.all())
                .containsExactly(
                        "WARNING JMX audit: local: org.ninelives:type=Door: open(degrees=400,"
                                + " note=\"\", password=null): refused: 400 is not in 0..180");
    }

    @Test
    void aReportOfARefusalIsOne() throws Exception {
        server.invoke(door, "lockUp", new Object[0], NONE);

        assertThat(log.all())
                .containsExactly(
                        "WARNING JMX audit: local: org.ninelives:type=Door: lockUp(): refused:"
                                + " answered {errors=2, result=\"REFUSED\"}");
    }

    @Test
    void anExceptionOfTheBeansOwnReachesTheClientInOneOfTheJdk() {
        assertThatThrownBy(() -> server.invoke(door, "kick", new Object[0], NONE))
                .isInstanceOf(RuntimeMBeanException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("it holds");
    }

    @Test
    void anAttributeIsToldWithItsOldValue() throws Exception {
        server.setAttribute(door, new Attribute("Locked", true));

        assertThat(log.all())
                .containsExactly(
                        "INFO JMX audit: local: org.ninelives:type=Door: Locked = true: done,"
                                + " was false");
    }

    @Test
    void ofSeveralAttributesEachIsTold() {
        AttributeList values =
                new AttributeList(
                        List.of(new Attribute("Locked", true), new Attribute("NoSuch", 1)));

        AttributeList set = AuditedMXBean.of(new Door(), DoorMXBean.class).setAttributes(values);

        assertThat(set).containsExactly(new Attribute("Locked", true));
        assertThat(log.all())
                .hasSize(2)
                .anyMatch(line -> line.contains("Locked = true: done"))
                .anyMatch(line -> line.contains("NoSuch = 1: refused: "));
    }

    @Test
    void anAttributeThatIsNoneIsRefusedAsJmxHasIt() {
        assertThatThrownBy(() -> server.setAttribute(door, new Attribute("NoSuch", 1)))
                .isInstanceOf(AttributeNotFoundException.class);
    }
}
