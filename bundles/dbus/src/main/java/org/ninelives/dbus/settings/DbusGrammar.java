package org.ninelives.dbus.settings;

import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.regex.Pattern;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/** The keywords about the bus, which are keepalived's. */
public final class DbusGrammar {

    private static final int NAME_LENGTH_MAX = 255;
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z_-][A-Za-z0-9_-]*(\\.[A-Za-z_-][A-Za-z0-9_-]*)+");

    /** Nobody on the bus hears of us without it. */
    public static final Keyword<Boolean> ENABLE_DBUS =
            Keyword.value(
                    "enable_dbus", nothing(), false, "Shows virtual routers on the system bus.");

    static final Keyword<String> SERVICE_NAME =
            Keyword.value(
                    "dbus_service_name",
                    word("NAME").map(DbusGrammar::serviceName),
                    "org.keepalived.Vrrp1",
                    "Name of the daemon on the bus.");

    static final Keyword<String> NO_INTERFACE_NAME =
            Keyword.value(
                    "dbus_no_interface_name",
                    word("NAME"),
                    "none",
                    "Stands in the paths of virtual routers that have no interface.");

    /** In {@code global_defs}. */
    public static final BlockGrammar GLOBAL_DEFS =
            BlockGrammar.of(ENABLE_DBUS, SERVICE_NAME, NO_INTERFACE_NAME);

    private DbusGrammar() {}

    private static String serviceName(String text) {
        if (text.length() > NAME_LENGTH_MAX || !NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    text + " is no name on a bus, such as org.keepalived.Vrrp1");
        }
        return text;
    }
}
