package org.ninelives.dropin.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.management.BeanLookup;
import org.ninelives.api.management.BundleMXBean;
import org.ninelives.api.management.BundleStatus;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.dropin.engine.FolderRig;
import org.ninelives.dropin.engine.TestJar;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.util.promise.Promise;

class BundleBeanTest {

    @TempDir private Path base;
    private final List<ComponentConfigurationDTO> components = new ArrayList<>();
    private FolderRig rig;
    private BundleBeans beans;

    @BeforeEach
    void open() throws Exception {
        rig = new FolderRig(base, false);
        Path shipped = TestJar.named("org.ninelives.vrrp").write(base.resolve("vrrp.jar"));
        rig.framework.getBundleContext().installBundle("reference:file:" + shipped).start();
        beans =
                new BundleBeans(
                        rig.framework.getBundleContext(),
                        rig.installer,
                        rig.watch,
                        new Components(),
                        new DropInSettings(rig.folder, "optional", true));
        TestJar.named("a").header("Bundle-Version", "1.2").write(rig.file("a.jar"));
        rig.start();
    }

    @AfterEach
    void close() throws Exception {
        beans.close();
        rig.close();
    }

    @Test
    void oneThatWasDroppedInShowsItsFile() throws Exception {
        BundleStatus status = bean("a").getStatus();

        assertThat(status.symbolicName()).isEqualTo("a");
        assertThat(status.version()).isEqualTo("1.2.0");
        assertThat(status.state()).isEqualTo("ACTIVE");
        assertThat(status.shipped()).isFalse();
        assertThat(status.file()).isEqualTo("a.jar");
        assertThat(status.sha256()).isEqualTo(rig.status("a.jar").sha256()).hasSize(64);
        assertThat(status.problem()).isEmpty();
        assertThat(status.sinceMillis()).isPositive();
    }

    @Test
    void oneThatIsShippedIsNeverStopped() throws Exception {
        BundleMXBean shipped = bean("org.ninelives.vrrp");
        assertThat(shipped.getStatus().shipped()).isTrue();
        assertThat(shipped.getStatus().file()).isEqualTo(base.resolve("vrrp.jar").toString());

        assertThatThrownBy(shipped::stop)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "org.ninelives.vrrp is part of the product: it runs as long as the daemon"
                                + " does");
        assertThatThrownBy(shipped::start).isInstanceOf(IllegalArgumentException.class);
        assertThat(shipped.getState()).isEqualTo("ACTIVE");
    }

    @Test
    void anOperatorStopsAndStartsOneThatWasDroppedIn() throws Exception {
        rig.toldSince();
        bean("a").stop();
        assertThat(rig.told()).isEqualTo("a.jar is stopped");
        rig.look();
        assertThat(bean("a").getState()).isEqualTo("RESOLVED");
        assertThat(bean("a").getProblem()).isEqualTo("an operator stopped it");

        bean("a").start();
        assertThat(rig.told()).isEqualTo("a.jar is started: a 1.2.0");
    }

    @Test
    void aBeanGoesWithItsBundle() throws Exception {
        Files.delete(rig.file("a.jar"));
        rig.look();

        assertThat(beans("a")).isEmpty();
        assertThat(beans("org.ninelives.vrrp")).hasSize(1);
    }

    @Test
    void aComponentThatFailsOrWaitsIsAProblem() throws Exception {
        ComponentConfigurationDTO failed = new ComponentConfigurationDTO();
        failed.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
        failed.failure =
                "java.lang.reflect.InvocationTargetException\n\tat x\nCaused by:"
                        + " java.lang.IllegalStateException: broken\n\tat y\n";
        components.add(failed);
        ComponentConfigurationDTO waiting = new ComponentConfigurationDTO();
        waiting.state = ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
        UnsatisfiedReferenceDTO reference = new UnsatisfiedReferenceDTO();
        reference.name = "Clock";
        waiting.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {reference};
        components.add(waiting);

        assertThat(bean("a").getProblem())
                .isEqualTo(
                        "its component C does not start: java.lang.IllegalStateException: broken;"
                                + " its component C waits for Clock");
    }

    private BundleMXBean bean(String name) {
        return beans(name).getFirst();
    }

    private List<BundleMXBean> beans(String symbolicName) {
        String wanted = ObjectNames.bundle(symbolicName).toString();
        List<BundleMXBean> found = new ArrayList<>();
        new BeanLookup(rig.framework.getBundleContext())
                .forEach(
                        BundleMXBean.class,
                        (name, bean) -> {
                            if (name.equals(wanted)) {
                                found.add(bean);
                            }
                        });
        return found;
    }

    /** One component in each bundle, in the states that the test has set. */
    private final class Components implements ServiceComponentRuntime {

        @Override
        public Collection<ComponentDescriptionDTO> getComponentDescriptionDTOs(Bundle... bundles) {
            ComponentDescriptionDTO description = new ComponentDescriptionDTO();
            description.name = "C";
            return List.of(description);
        }

        @Override
        public ComponentDescriptionDTO getComponentDescriptionDTO(Bundle bundle, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Collection<ComponentConfigurationDTO> getComponentConfigurationDTOs(
                ComponentDescriptionDTO description) {
            return components;
        }

        @Override
        public boolean isComponentEnabled(ComponentDescriptionDTO description) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Promise<Void> enableComponent(ComponentDescriptionDTO description) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Promise<Void> disableComponent(ComponentDescriptionDTO description) {
            throw new UnsupportedOperationException();
        }
    }
}
