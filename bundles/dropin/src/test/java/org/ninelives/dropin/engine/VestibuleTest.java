package org.ninelives.dropin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

class VestibuleTest {

    @TempDir private Path base;
    private final List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
    private FolderRig rig;
    private BundleContext context;

    @BeforeEach
    void open() throws Exception {
        rig = new FolderRig(base, false);
        context = rig.framework.getBundleContext();
        Vestibule.open(context);
        context.addServiceListener(
                event -> heard.add(event.getType()), "(objectClass=java.lang.Runnable)");
        TestJar.named("b").write(rig.file("b.jar"));
        TestJar.named("a").activator(Activators.SlowMaker.class).write(rig.file("a.jar"));
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void nobodyMeetsAServiceThatIsNotMade() throws Exception {
        rig.start();

        assertThat(rig.state("a.jar")).isEqualTo("BLOCKED");
        assertThat(heard).isEmpty();
        BundleContext other =
                rig.installer.installed("b.jar").orElseThrow().bundle().getBundleContext();
        assertThat(other.getServiceReferences(Runnable.class, null)).isEmpty();

        Files.delete(rig.file("a.jar"));
        rig.awaitTold("a.jar is gone");
    }

    @Test
    void whatTheProductRegistersIsLeftAlone() throws Exception {
        Path shipped =
                TestJar.named("c")
                        .activator(Activators.SlowMaker.class)
                        .write(base.resolve("c.jar"));
        context.installBundle("reference:file:" + shipped).start();

        assertThat(context.getServiceReferences(Runnable.class, null)).hasSize(1);
        assertThat(heard).hasSize(1);
    }
}
