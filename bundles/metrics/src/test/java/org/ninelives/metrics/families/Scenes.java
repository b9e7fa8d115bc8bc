package org.ninelives.metrics.families;

import java.util.List;
import java.util.Map;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.management.AdvertAges;
import org.ninelives.api.management.BfdSessionMXBean;
import org.ninelives.api.management.BundleMXBean;
import org.ninelives.api.management.CheckMXBean;
import org.ninelives.api.management.CheckReport;
import org.ninelives.api.management.CheckerTypeMXBean;
import org.ninelives.api.management.ChecksMXBean;
import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.InterfaceMXBean;
import org.ninelives.api.management.IpvsMXBean;
import org.ninelives.api.management.LatenessCount;
import org.ninelives.api.management.LoopMXBean;
import org.ninelives.api.management.LoopStatus;
import org.ninelives.api.management.MailMXBean;
import org.ninelives.api.management.NotifierMXBean;
import org.ninelives.api.management.OverridesMXBean;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.ScriptTrackerMXBean;
import org.ninelives.api.management.TrackerMXBean;
import org.ninelives.api.management.TrackerStatus;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.management.VirtualServerStatus;
import org.ninelives.api.management.VrrpCounters;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.management.VrrpMXBean;
import org.ninelives.api.management.VrrpSyncGroupMXBean;

/** Worlds to look at. */
public final class Scenes {

    private Scenes() {}

    /** One of everything. */
    public static FakeWorld oneOfEach() {
        FakeWorld world = new FakeWorld();
        for (Class<?> type :
                new Class<?>[] {
                    DaemonMXBean.class,
                    ConfigurationMXBean.class,
                    OverridesMXBean.class,
                    BundleMXBean.class,
                    VrrpMXBean.class,
                    VrrpSyncGroupMXBean.class,
                    InterfaceMXBean.class,
                    TrackerMXBean.class,
                    BfdSessionMXBean.class,
                    IpvsMXBean.class,
                    CheckerTypeMXBean.class,
                    ChecksMXBean.class,
                    NotifierMXBean.class,
                    MailMXBean.class
                }) {
            world.with(type, Map.of());
        }
        world.with(
                ScriptTrackerMXBean.class,
                Map.of(
                        "getStatus",
                        FakeWorld.sample(
                                TrackerStatus.class,
                                Map.of("kind", "script", "name", "chk", "state", "GOOD")),
                        "getRuns",
                        7L,
                        "getLastDurationMillis",
                        250.0));
        world.with(
                LoopMXBean.class,
                Map.of(
                        "getStatus",
                        new LoopStatus(
                                "vrrp",
                                40,
                                2_500_000,
                                5_030_060,
                                5_000_000,
                                List.of(
                                        new LatenessCount(100, 30),
                                        new LatenessCount(50_000, 1),
                                        new LatenessCount(LatenessCount.UNBOUNDED, 1)))));
        router(world, "VI_1", "MASTER");
        balance(world, 1, 1);
        return world;
    }

    /** A virtual router more. */
    public static void router(FakeWorld world, String name, String state) {
        world.with(
                VrrpInstanceMXBean.class,
                Map.of(
                        "getStatus",
                        FakeWorld.sample(
                                VrrpInstanceStatus.class,
                                Map.of(
                                        "name",
                                        name,
                                        "state",
                                        state,
                                        "interfaceName",
                                        "eth0",
                                        "virtualRouterId",
                                        51,
                                        "effectivePriority",
                                        150,
                                        "masterPriority",
                                        -1,
                                        "lastTransitionMillis",
                                        1_700_000_000_500L)),
                        "getCounters",
                        FakeWorld.sample(VrrpCounters.class, Map.of("advertSent", 12L)),
                        "getAdvertAges",
                        new AdvertAges(250_000, AdvertAges.NEVER)));
    }

    /** Virtual servers with so many real servers each, each with one check. */
    public static void balance(FakeWorld world, int virtualServers, int realServers) {
        for (int virtual = 0; virtual < virtualServers; virtual++) {
            String name = "[10.1.%d.%d]:tcp:80".formatted(virtual / 250, virtual % 250 + 1);
            world.with(
                    VirtualServerMXBean.class,
                    Map.of(
                            "getStatus",
                            FakeWorld.sample(
                                    VirtualServerStatus.class,
                                    Map.of("name", name, "state", "UP"))));
            for (int real = 0; real < realServers; real++) {
                server(world, name, "[192.168.%d.%d]:tcp:8080".formatted(virtual % 250, real + 1));
            }
        }
    }

    private static void server(FakeWorld world, String virtual, String real) {
        world.with(
                RealServerMXBean.class,
                Map.of(
                        "getStatus",
                        FakeWorld.sample(
                                RealServerStatus.class,
                                Map.of("virtualServer", virtual, "name", real, "state", "UP")),
                        "getCounters",
                        FakeWorld.sample(
                                IpvsCounters.class,
                                Map.of("connections", 123_456L, "bytesIn", 9_876_543_210L))));
        world.with(
                CheckMXBean.class,
                Map.of(
                        "getStatus",
                        FakeWorld.sample(
                                CheckReport.class,
                                Map.of(
                                        "virtualServer",
                                        virtual,
                                        "realServer",
                                        real,
                                        "keyword",
                                        "TCP_CHECK",
                                        "verdict",
                                        "PASSED",
                                        "ended",
                                        10L,
                                        "failures",
                                        3L))));
    }
}
