package org.ninelives.dbus.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.dbus.core.ObjectPaths;
import org.ninelives.dbus.wire.Body;
import org.ninelives.dbus.wire.Decoder;
import org.ninelives.dbus.wire.Encoder;
import org.ninelives.dbus.wire.MalformedException;
import org.ninelives.dbus.wire.Message;
import org.ninelives.dbus.wire.Message.Field;

/** What callers are answered. */
class SwitchboardTest {

    private static final String ERRORS = "org.freedesktop.DBus.Error.";

    private final FakeNode node = new FakeNode();
    private OptionalInt user = OptionalInt.of(0);
    private final Switchboard switchboard =
            new Switchboard(node, connection -> user, () -> "0123456789abcdef", () -> 0);

    @BeforeEach
    void aMasterIsShown() {
        node.instances.add(FakeNode.instance("VI_1", 51, VrrpState.MASTER));
        switchboard.show(FakeNode.PATH, "VI_1");
    }

    private Message ask(String path, String type, String member, Body body) {
        return switchboard.answer(Message.call("org.keepalived.Vrrp1", path, type, member, body));
    }

    private static Body texts(String one, String other) {
        return new Body("ss", new Encoder().text(one).text(other).bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "PrintData, prints USR1",
        "PrintStats, prints USR2",
        "PrintStatsClear, prints STATS_CLEAR",
        "ReloadConfig, reloads",
    })
    void rootHasTheDaemonAct(String method, String deed) {
        for (String type : List.of(Introspection.VRRP, "")) {
            Message answer = ask(ObjectPaths.VRRP, type, method, Body.EMPTY);
            assertThat(answer.kind()).isEqualTo(Message.Kind.RETURN);
        }
        String expected = "root at D-Bus  " + deed;
        assertThat(node.deeds).containsExactly(expected, expected);
    }

    @Test
    void nobodyElseDoes() {
        for (OptionalInt other : List.of(OptionalInt.of(1000), OptionalInt.empty())) {
            user = other;
            Message answer = ask(FakeNode.PATH, Introspection.INSTANCE, "SendGarp", Body.EMPTY);
            assertThat(answer.field(Field.ERROR_NAME)).isEqualTo(ERRORS + "AccessDenied");
        }
        assertThat(node.deeds).isEmpty();
    }

    @Test
    void aMasterAloneAnnounces() throws MalformedException {
        ask(FakeNode.PATH, Introspection.INSTANCE, "SendGarp", Body.EMPTY);
        assertThat(node.deeds).containsExactly("root at D-Bus  announces VI_1");

        node.instances.set(0, FakeNode.instance("VI_1", 51, VrrpState.BACKUP));
        Message answer = ask(FakeNode.PATH, Introspection.INSTANCE, "SendGarp", Body.EMPTY);
        assertThat(answer.field(Field.ERROR_NAME)).isEqualTo(ERRORS + "Failed");
        assertThat(answer.values().text()).isEqualTo("VI_1 is not master");
    }

    @Test
    void propertiesTellNameAndState() throws MalformedException {
        Message state =
                ask(
                        FakeNode.PATH,
                        Introspection.PROPERTIES,
                        "Get",
                        texts(Introspection.INSTANCE, "State"));
        assertThat(state.field(Field.SIGNATURE)).isEqualTo("v");
        assertThat(state.body())
                .isEqualTo(new Encoder().signature("(us)").struct().word(2).text("Master").bytes());

        Message all =
                ask(
                        FakeNode.PATH,
                        Introspection.PROPERTIES,
                        "GetAll",
                        Body.of(Introspection.INSTANCE));
        assertThat(all.field(Field.SIGNATURE)).isEqualTo("a{sv}");
        Decoder values = all.values();
        assertThat(values.word()).isEqualTo(all.body().length - 8);
        assertThat(ask(ObjectPaths.VRRP, Introspection.PROPERTIES, "GetAll", Body.of("")).body())
                .isEqualTo(new byte[8]);
    }

    @ParameterizedTest
    @CsvSource({
        "/org/keepalived/Vrrp1/Vrrp, org.keepalived.Vrrp1.Vrrp, Explode, UnknownMethod",
        "/org/keepalived/Vrrp1/Vrrp, org.keepalived.Vrrp1.Instance, PrintData, UnknownMethod",
        "/org/keepalived/Vrrp1/Vrrp, org.keepalived.Vrrp1.Instance, SendGarp, UnknownMethod",
        "/org/keepalived/Vrrp1/Instance/eth0/51/IPv4, org.keepalived.Vrrp1.Vrrp, PrintData,"
                + " UnknownMethod",
        "/org/keepalived/Vrrp1/Instance/eth0/51/IPv6, org.keepalived.Vrrp1.Instance, SendGarp,"
                + " UnknownMethod",
        "/org, org.freedesktop.DBus.Properties, GetAll, UnknownMethod",
        "/nowhere, org.freedesktop.DBus.Introspectable, Introspect, UnknownMethod",
    })
    void whatIsNotThereIsAnErrorThatClientsKnow(
            String path, String type, String member, String error) {
        Message answer = ask(path, type, member, Body.EMPTY);
        assertThat(answer.field(Field.ERROR_NAME)).isEqualTo(ERRORS + error);
        assertThat(node.deeds).isEmpty();
    }

    @Test
    void noPropertyIsSetAndNoneIsInvented() {
        Message set =
                ask(FakeNode.PATH, Introspection.PROPERTIES, "Set", new Body("ssv", new byte[0]));
        assertThat(set.field(Field.ERROR_NAME)).isEqualTo(ERRORS + "PropertyReadOnly");
        Message get =
                ask(
                        FakeNode.PATH,
                        Introspection.PROPERTIES,
                        "Get",
                        texts(Introspection.INSTANCE, "Colour"));
        assertThat(get.field(Field.ERROR_NAME)).isEqualTo(ERRORS + "InvalidArgs");
    }

    @Test
    void bodiesThatAreCutAreAnswered() {
        Message get =
                ask(FakeNode.PATH, Introspection.PROPERTIES, "Get", new Body("ss", new byte[3]));
        assertThat(get.field(Field.ERROR_NAME)).isEqualTo(ERRORS + "Failed");
    }

    @Test
    void theTreeIsWalkedFromItsRoot() throws MalformedException {
        String path = "/";
        for (String name :
                List.of("org", "keepalived", "Vrrp1", "Instance", "eth0", "51", "IPv4")) {
            assertThat(introspect(path)).contains("<node name=\"" + name + "\"/>");
            path = (path.equals("/") ? path : path + "/") + name;
        }
        assertThat(introspect(path)).contains("<property type=\"(us)\" name=\"State\"");
        assertThat(introspect("/org/keepalived/Vrrp1")).contains("<node name=\"Vrrp\"/>");
        switchboard.hide(FakeNode.PATH);
        assertThat(introspect("/org/keepalived/Vrrp1")).doesNotContain("Instance");
    }

    private String introspect(String path) throws MalformedException {
        return ask(path, Introspection.INTROSPECTABLE, "Introspect", Body.EMPTY).values().text();
    }

    @Test
    void everyObjectIsAPeer() throws MalformedException {
        assertThat(ask("/any", Introspection.PEER, "Ping", Body.EMPTY).kind())
                .isEqualTo(Message.Kind.RETURN);
        assertThat(ask("/any", Introspection.PEER, "GetMachineId", Body.EMPTY).values().text())
                .isEqualTo("0123456789abcdef");
    }
}
