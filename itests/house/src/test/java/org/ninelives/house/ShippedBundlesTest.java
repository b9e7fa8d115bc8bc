package org.ninelives.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.OverridesMXBean;
import org.ninelives.api.management.RealServerMXBean;
import org.osgi.framework.Bundle;

/** The bundles of the product run together, with a configuration that has nothing to run. */
class ShippedBundlesTest {

    @TempDir Path folder;

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private Path file;
    private Container container;

    @BeforeEach
    void start() throws Exception {
        file = Files.writeString(folder.resolve("k.conf"), "global_defs {\n    router_id a\n}\n");
        container = new Container(folder, file);
        await().until(() -> beans.isRegistered(ObjectNames.configuration()));
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    @Test
    void everyBundleIsActive() {
        assertThat(container.bundles())
                .hasSizeGreaterThan(6)
                .allSatisfy(bundle -> assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE));
        assertThat(container.exits()).isEmpty();
    }

    @Test
    void everyComponentHasWhatItNeeds() throws Exception {
        assertThat(container.unsatisfiedComponents()).isEmpty();
    }

    @Test
    void aComponentThatLacksSomethingIsNoticed() throws Exception {
        container.bundle("org.ninelives.daemon").stop();

        assertThat(container.unsatisfiedComponents())
                .anySatisfy(each -> assertThat(each).contains("ManagementComponent lacks"));
        assertThat(beans.isRegistered(ObjectNames.daemon())).isFalse();
        assertThat(folder.resolve("pid")).doesNotExist();
    }

    @Test
    void theBeansOfTheDaemonAnswer() throws Exception {
        DaemonMXBean daemon = JMX.newMXBeanProxy(beans, ObjectNames.daemon(), DaemonMXBean.class);
        ConfigurationMXBean configuration =
                JMX.newMXBeanProxy(beans, ObjectNames.configuration(), ConfigurationMXBean.class);

        assertThat(daemon.getPid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(daemon.getBundles())
                .anyMatch(each -> each.matches("org\\.ninelives\\.daemon [0-9.]+\\S* active"));
        assertThat(configuration.getEffective()).contains("router_id a");

        Files.writeString(file, "global_defs {\n    routr_id b\n}\n");
        assertThat(configuration.reload().problems())
                .isEqualTo(configuration.getLastProblems())
                .isEqualTo(
                        List.of(
                                file
                                        + ":2: routr_id: unknown keyword; did you mean"
                                        + " 'router_id'? [error]"));
    }

    @Test
    void whatOperatorsHaveSetOutlivesAnUpdateOfTheBundleThatKeepsIt() throws Exception {
        String virtual = "[10.0.0.1]:tcp:80";
        Files.writeString(
                file,
                """
                virtual_server 10.0.0.1 80 {
                    protocol TCP
                    real_server 192.168.0.2 80 {
                        weight 10
                    }
                    real_server 192.168.0.3 80 {
                        weight 10
                    }
                }
                """);
        ConfigurationMXBean configuration =
                JMX.newMXBeanProxy(beans, ObjectNames.configuration(), ConfigurationMXBean.class);
        assertThat(configuration.reload().result()).isEqualTo("APPLIED");
        RealServerMXBean longer = realServer(virtual, "[192.168.0.2]:tcp:80");
        RealServerMXBean shorter = realServer(virtual, "[192.168.0.3]:tcp:80");
        OverridesMXBean overrides =
                JMX.newMXBeanProxy(beans, ObjectNames.overrides(), OverridesMXBean.class);
        OverrideStatus set = longer.overrideWeight(5, 3600, "UNTIL_RESTART");
        shorter.overrideWeight(7, 10, "UNTIL_RESTART");

        Bundle keeper = container.bundle("org.ninelives.overrides");
        keeper.stop();
        assertThat(beans.isRegistered(ObjectNames.overrides())).isFalse();
        assertThat(longer.getEffectiveWeight()).as("while nobody keeps it").isEqualTo(5);
        try (InputStream anew =
                Files.newInputStream(
                        Path.of(keeper.getLocation().replace("reference:file:", "")))) {
            keeper.update(anew);
        }
        keeper.start();

        await().until(() -> beans.isRegistered(ObjectNames.overrides()));
        assertThat(overrides.getOverrides()).contains(set);
        assertThat(longer.getEffectiveWeight()).isEqualTo(5);
        await().atMost(Duration.ofMinutes(1)).until(() -> shorter.getEffectiveWeight() == 10);
        assertThat(overrides.getOverrides()).containsExactly(set);
        assertThat(overrides.revertAll()).isEqualTo(1);
        assertThat(longer.getEffectiveWeight()).isEqualTo(10);
    }

    /** Once it is there, which is a moment after the reload. */
    private RealServerMXBean realServer(String virtual, String real) {
        ObjectName name = ObjectNames.realServer(virtual, real);
        await().until(() -> beans.isRegistered(name));
        return JMX.newMXBeanProxy(beans, name, RealServerMXBean.class);
    }

    @Test
    void operationsTellWhatTheyDo() throws Exception {
        assertThat(beans.getMBeanInfo(ObjectNames.configuration()).getOperations())
                .filteredOn(operation -> operation.getName().equals("plan"))
                .singleElement()
                .extracting(operation -> operation.getDescription())
                .isEqualTo("What a reload would change; touches nothing");
    }

    @Test
    void beansComeAndGoWithTheirBundleAndWithManagement() throws Exception {
        await().until(() -> beans.isRegistered(ObjectNames.bundleFolder()) && hasBundleBeans());
        Set<ObjectName> all = ours();

        bundle("org.ninelives.management").stop();
        assertThat(ours()).isEmpty();
        bundle("org.ninelives.dropin").stop();
        bundle("org.ninelives.management").start();
        await().until(() -> beans.isRegistered(ObjectNames.checks()));
        assertThat(hasBundleBeans()).isFalse();

        bundle("org.ninelives.dropin").start();
        await().until(() -> ours().containsAll(all));
        bundle("org.ninelives.dropin").stop();
        assertThat(hasBundleBeans()).isFalse();
    }

    private Set<ObjectName> ours() throws MalformedObjectNameException {
        return beans.queryNames(new ObjectName("org.ninelives:*"), null);
    }

    private boolean hasBundleBeans() {
        return beans.isRegistered(ObjectNames.bundle("org.ninelives.vrrp"));
    }

    private Bundle bundle(String symbolicName) {
        return container.bundles().stream()
                .filter(each -> each.getSymbolicName().equals(symbolicName))
                .findFirst()
                .orElseThrow();
    }
}
