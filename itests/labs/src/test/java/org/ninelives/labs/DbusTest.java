package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Virtual routers on a bus, beside those of keepalived with the same configuration. */
@LabTest
@ExtendWith(Evidence.class)
class DbusTest {
    private static final String VIP = "10.0.0.44";
    private static final Pairing BOTH =
            new Pairing(Implementation.NINELIVES, Implementation.KEEPALIVED);

    private static Lab open(Pairing pairing) {
        Lab lab = Labs.open("dbus", pairing);
        lab.unplug("a");
        lab.unplug("b");
        return lab;
    }

    /** Makes a bus, and listens to it before the daemon is there. */
    private static SystemBus bus(Lab lab, String node) {
        SystemBus bus = SystemBus.start(lab, lab.node(node));
        bus.listen();
        return bus;
    }

    private static Router start(Lab lab, SystemBus bus, UnaryOperator<String> edit)
            throws IOException {
        Node node = bus.node();
        String text = Files.readString(lab.file("a.conf"));
        var file = node.folder().resolve("keepalived.conf");
        Files.writeString(file, edit.apply(text));
        return lab.start(node.name(), file, List.of("env", bus.variable()));
    }

    private static Router startMaster(Lab lab, SystemBus bus) throws IOException {
        Router router = start(lab, bus, text -> text);
        lab.awaitMaster(router, VIP);
        bus.awaitState(SystemBus.IPV4, "(us) 2 \"Master\"");
        bus.awaitState(SystemBus.IPV6, "(us) 2 \"Master\"");
        return router;
    }

    /** What each of the two answers, by its name. */
    private Map<String, List<String>> onBoth(Scene scene) throws IOException {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        try (Lab lab = open(BOTH)) {
            for (String name : List.of("a", "b")) {
                SystemBus bus = bus(lab, name);
                Router router = startMaster(lab, bus);
                answers.put(router.node().name(), scene.play(lab, bus, router));
            }
        }
        return answers;
    }

    private interface Scene {
        List<String> play(Lab lab, SystemBus bus, Router router) throws IOException;
    }

    @Test
    void whoLooksFindsTheSameObjectsAsWithKeepalived() throws IOException {
        Map<String, List<String>> found =
                onBoth(
                        (lab, bus, router) ->
                                List.of(
                                        bus.busctl("tree", SystemBus.NAME),
                                        bus.introspect(SystemBus.VRRP),
                                        bus.introspect(SystemBus.IPV4),
                                        bus.introspect(SystemBus.IPV6),
                                        bus.properties(SystemBus.IPV4),
                                        bus.properties(SystemBus.IPV6)));
        assertThat(found.get("a")).isEqualTo(found.get("b"));
        assertThat(found.get("a")).last().asString().contains("\"VI_6\"", "(us) 2 \"Master\"");
    }

    @Test
    void callsAreAnsweredAsByKeepalived() throws IOException {
        Map<String, List<String>> answers =
                onBoth(
                        (lab, bus, router) ->
                                List.of(
                                        bus.error(SystemBus.VRRP, "Vrrp", "Explode"),
                                        bus.error(SystemBus.VRRP, "Vrrp", "CreateInstance"),
                                        bus.error(SystemBus.IPV4 + "x", "Instance", "SendGarp"),
                                        bus.error(SystemBus.VRRP, "Vrrp", "PrintStats"),
                                        bus.error(SystemBus.IPV4, "Instance", "SendGarp"),
                                        bus.error(SystemBus.IPV6, "Instance", "SendGarp")));
        assertThat(answers.get("a")).isEqualTo(answers.get("b"));
    }

    @Test
    void aFailoverAndAReloadAreToldAsByKeepalived() throws IOException {
        Map<String, List<String>> told =
                onBoth(
                        (lab, bus, router) -> {
                            router.node().ip("link set eth0 down");
                            bus.awaitState(SystemBus.IPV4, "(us) 3 \"Fault\"");
                            router.node().ip("link set eth0 up");
                            bus.awaitState(SystemBus.IPV4, "(us) 2 \"Master\"");
                            bus.awaitState(SystemBus.IPV6, "(us) 2 \"Master\"");

                            var file = router.node().folder().resolve("keepalived.conf");
                            String other = Files.readString(file).replace("_id 52", "_id 62");
                            Files.writeString(file, other);
                            // keepalived at times begins before it has answered.
                            assertThat(bus.error(SystemBus.VRRP, "Vrrp", "ReloadConfig"))
                                    .matches("|Error org.freedesktop.DBus.Error.NoReply");
                            bus.awaitState(SystemBus.IPV6.replace("52", "62"), "(us) 2 \"Master\"");
                            String tree = bus.busctl("tree", SystemBus.NAME);
                            assertThat(tree).contains("/62/IPv6").doesNotContain("/52");

                            router.term();
                            bus.log().await("VrrpStopped");
                            return List.of(
                                    String.join("\n", bus.signals("/51/IPv4")),
                                    String.join("\n", bus.signals("/52/IPv6")),
                                    String.join("\n", bus.signals("/62/IPv6")),
                                    String.join("\n", bus.signals("/Vrrp:")));
                        });
        // keepalived begins to speak before it has its name, and who listens by that misses it.
        assertThat(told.get("a").stream().map(DbusTest::withoutStart).toList())
                .isEqualTo(told.get("b").stream().map(DbusTest::withoutStart).toList());
        assertThat(told.get("a").getFirst()).contains("uint32 3", "uint32 98");
    }

    private static String withoutStart(String lines) {
        return lines.replaceFirst("\\A.*(VrrpStarted|5[12]/.*uint32 1,).*\n", "");
    }

    @Test
    void rootAloneActsAndIsWrittenDown() throws IOException {
        try (Lab lab = open(Labs.NINELIVES_ALONE)) {
            SystemBus bus = bus(lab, "a");
            Router a = startMaster(lab, bus);
            try (Capture wire = lab.wire("eth0")) {
                int before = wire.announcementsOf(VIP).size();
                assertThat(bus.errorAs("nobody", SystemBus.IPV4, "Instance", "SendGarp"))
                        .contains("Access denied");
                a.log().await("D-Bus audit: uid 65534 at :1.");
                a.log().await("/51/IPv4: SendGarp(): refused: not root");
                assertThat(bus.errorAs("nobody", SystemBus.VRRP, "Vrrp", "ReloadConfig"))
                        .contains("Access denied");
                assertThat(bus.properties(SystemBus.IPV4)).contains("VI_1");

                lab.plug("a");
                assertThat(bus.error(SystemBus.IPV4, "Instance", "SendGarp")).isEmpty();
                lab.await(
                        "a announces its address once more",
                        () -> wire.announcementsOf(VIP).size() > before);
            }
            a.log().await("/51/IPv4: SendGarp(): done");
            assertThat(bus.error(SystemBus.VRRP, "Vrrp", "PrintData")).isEmpty();
            lab.await(
                    "data are printed",
                    () -> Files.exists(a.node().folder().resolve("keepalived.data")));
            assertThat(a.log().text()).contains("D-Bus audit: root at D-Bus :1.");
        }
    }

    @Test
    void aBusThatEndsIsOneLineAndFindsEverythingAgainWhenItIsBack() throws IOException {
        try (Lab lab = open(Labs.NINELIVES_ALONE)) {
            SystemBus bus = bus(lab, "a");
            Router a = startMaster(lab, bus);
            bus.kill();
            a.log().await("Not on D-Bus: the bus has ended; it is tried again");
            a.reload();
            a.log().await("Reload complete");
            assertThat(a.node().owns(VIP)).isTrue();

            SystemBus again = bus(lab, "a");
            a.log().await(2, "Acquired DBus bus org.keepalived.Vrrp1");
            again.awaitState(SystemBus.IPV4, "(us) 2 \"Master\"");
            assertThat(a.log().count("Not on D-Bus")).isEqualTo(1);
            a.node().ip("link set eth0 down");
            again.log().await("VrrpStatusChange (uint32 3,)");
        }
    }

    @Test
    void withoutABusEverythingElseGoesOnAndItIsJoinedWhenItComes() throws IOException {
        try (Lab lab = open(Labs.NINELIVES_ALONE)) {
            SystemBus bus = SystemBus.absent(lab.node("a"));
            Router a = start(lab, bus, text -> text);
            lab.awaitMaster(a, VIP);
            a.log().await("Not on D-Bus: ");
            bus(lab, "a").awaitState(SystemBus.IPV4, "(us) 2 \"Master\"");
            assertThat(a.log().count("Not on D-Bus")).isEqualTo(1);
        }
    }

    @Test
    void aBusThatStandsStillHoldsUpNothing() throws IOException {
        try (Lab lab = open(Labs.NINELIVES_ALONE)) {
            SystemBus bus = bus(lab, "a");
            Router a = startMaster(lab, bus);
            bus.pause();
            a.node().ip("link set eth0 down");
            a.log().await("(VI_1) Entering FAULT STATE");
            a.node().ip("link set eth0 up");
            lab.awaitMaster(a, VIP);
            a.reload();
            a.log().await("Reload complete");
            a.term();
            lab.await("a has ended", () -> !a.isAlive());
            assertThat(a.node().owns(VIP)).isFalse();
            bus.kill();
        }
    }
}
