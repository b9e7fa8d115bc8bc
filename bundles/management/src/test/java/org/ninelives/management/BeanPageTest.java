package org.ninelives.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.BfdSessionMXBean;
import org.ninelives.api.management.BundleFolderMXBean;
import org.ninelives.api.management.BundleMXBean;
import org.ninelives.api.management.CheckMXBean;
import org.ninelives.api.management.CheckerTypeMXBean;
import org.ninelives.api.management.ChecksMXBean;
import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.FileTrackerMXBean;
import org.ninelives.api.management.InterfaceMXBean;
import org.ninelives.api.management.IpvsMXBean;
import org.ninelives.api.management.LoopMXBean;
import org.ninelives.api.management.MailMXBean;
import org.ninelives.api.management.NotifierMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.OverridesMXBean;
import org.ninelives.api.management.ProcessTrackerMXBean;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.api.management.ScriptTrackerMXBean;
import org.ninelives.api.management.TrackerMXBean;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpMXBean;
import org.ninelives.api.management.VrrpStaticMXBean;
import org.ninelives.api.management.VrrpSyncGroupMXBean;

/** The page about the beans says what the beans say. */
class BeanPageTest {

    private static final Path PAGE = Path.of("../../distribution/doc/beans.md");
    private static final String VIRTUAL = "[10.0.0.1]:tcp:443";
    private static final String REAL = "[192.168.0.2]:tcp:443";

    private static SequencedMap<ObjectName, Class<?>> beans() {
        SequencedMap<ObjectName, Class<?>> beans = new LinkedHashMap<>();
        beans.put(ObjectNames.daemon(), DaemonMXBean.class);
        beans.put(ObjectNames.configuration(), ConfigurationMXBean.class);
        beans.put(ObjectNames.vrrp(), VrrpMXBean.class);
        beans.put(ObjectNames.vrrpInstance("VI_1"), VrrpInstanceMXBean.class);
        beans.put(ObjectNames.vrrpSyncGroup("VG_1"), VrrpSyncGroupMXBean.class);
        beans.put(ObjectNames.vrrpStatic(), VrrpStaticMXBean.class);
        beans.put(ObjectNames.networkInterface("eth0"), InterfaceMXBean.class);
        beans.put(ObjectNames.tracker("file", "maintenance"), FileTrackerMXBean.class);
        beans.put(ObjectNames.tracker("process", "nginx"), ProcessTrackerMXBean.class);
        beans.put(ObjectNames.tracker("other", "of a plug-in"), TrackerMXBean.class);
        beans.put(ObjectNames.tracker("script", "chk_nginx"), ScriptTrackerMXBean.class);
        beans.put(ObjectNames.bfdSession("spine"), BfdSessionMXBean.class);
        beans.put(ObjectNames.virtualServer(VIRTUAL), VirtualServerMXBean.class);
        beans.put(ObjectNames.realServer(VIRTUAL, REAL), RealServerMXBean.class);
        beans.put(ObjectNames.check(VIRTUAL, REAL, "1 TCP_CHECK"), CheckMXBean.class);
        beans.put(ObjectNames.checks(), ChecksMXBean.class);
        beans.put(ObjectNames.checkerType("TCP_CHECK"), CheckerTypeMXBean.class);
        beans.put(ObjectNames.ipvs(), IpvsMXBean.class);
        beans.put(ObjectNames.notifier("mail"), MailMXBean.class);
        beans.put(ObjectNames.notifier("scripts"), NotifierMXBean.class);
        beans.put(ObjectNames.overrides(), OverridesMXBean.class);
        beans.put(ObjectNames.loop("vrrp"), LoopMXBean.class);
        beans.put(ObjectNames.bundle("org.example.redis"), BundleMXBean.class);
        beans.put(ObjectNames.bundleFolder(), BundleFolderMXBean.class);
        return beans;
    }

    @Test
    void itIsUpToDate() throws IOException {
        String page = BeanPage.of(beans());
        if (System.getProperty("beans.page", "").equals("renew")) {
            Files.writeString(PAGE, page);
        }

        assertThat(page)
                .as("run this test with -Dbeans.page=renew and look at the difference")
                .isEqualTo(Files.readString(PAGE));
    }

    @Test
    void noBeanIsLeftOut() throws IOException {
        Path sources = Path.of("../api/src/main/java/org/ninelives/api/management");
        try (var files = Files.list(sources)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.endsWith("MXBean.java"))
                    .isSubsetOf(
                            beans().values().stream()
                                    .map(type -> type.getSimpleName() + ".java")
                                    .toList());
        }
    }
}
