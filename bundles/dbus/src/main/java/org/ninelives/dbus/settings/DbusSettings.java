package org.ninelives.dbus.settings;

import java.util.Optional;
import org.ninelives.config.grammar.Values;

/**
 * How the daemon appears on the bus.
 *
 * @param serviceName its name there
 * @param noInterfaceName stands in the paths of virtual routers that have no interface
 */
public record DbusSettings(String serviceName, String noInterfaceName) {

    /** What a configuration says; empty where it does not ask for the bus. */
    public static Optional<DbusSettings> of(Values globalDefs) {
        return globalDefs.get(DbusGrammar.ENABLE_DBUS)
                ? Optional.of(
                        new DbusSettings(
                                globalDefs.get(DbusGrammar.SERVICE_NAME),
                                globalDefs.get(DbusGrammar.NO_INTERFACE_NAME)))
                : Optional.empty();
    }
}
