package org.ninelives.dbus.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.testkit.ConfigurationText;

class DbusSettingsTest {

    private static ConfigurationText read(String... lines) {
        return ConfigurationText.of(
                "global_defs {\n" + String.join("\n", lines) + "\n}\n",
                BlockGrammar.none(),
                DbusGrammar.GLOBAL_DEFS);
    }

    @Test
    void nobodyIsOnTheBusWhoDoesNotAskForIt() {
        assertThat(DbusSettings.of(read("dbus_service_name org.example.A").globalDefs())).isEmpty();
    }

    @Test
    void namesAreThoseOfKeepalivedUnlessOthersAreGiven() {
        assertThat(DbusSettings.of(read("enable_dbus").globalDefs()))
                .contains(new DbusSettings("org.keepalived.Vrrp1", "none"));
        ConfigurationText read =
                read(
                        "enable_dbus",
                        "dbus_service_name org.example.A-1",
                        "dbus_no_interface_name x");
        assertThat(read.lines()).isEmpty();
        assertThat(DbusSettings.of(read.globalDefs()))
                .contains(new DbusSettings("org.example.A-1", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keepalived",
                "org..example",
                "org.1example",
                ":1.5",
                "org.example.",
                "a.b/c"
            })
    void whatNoBusTakesIsAnError(String name) {
        assertThat(read("dbus_service_name " + name).lines())
                .singleElement()
                .asString()
                .startsWith("ERROR test.conf:2: dbus_service_name: ")
                .contains("is no name on a bus");
    }
}
