package org.ninelives.lvs.settings;

import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;

/**
 * How connections are told to other directors: {@code lvs_sync_daemon}.
 *
 * @param instance the virtual router whose state decides who tells and who hears
 * @param id 0..255; the virtual router identifier of the instance when empty
 */
public record SyncSettings(
        InterfaceName interfaceName,
        Optional<String> instance,
        OptionalInt id,
        OptionalInt maxLength,
        OptionalInt port,
        OptionalInt ttl,
        Optional<IpAddress> group) {

    /**
     * As {@code lvs_sync_daemon_interface} of a virtual router asks for it. The identifier is 0, as
     * keepalived 2.2.7 has it: directors of both kinds hear each other only with the same one.
     */
    static SyncSettings ofOld(InterfaceName interfaceName, String instance) {
        return new SyncSettings(
                interfaceName,
                Optional.of(instance),
                OptionalInt.of(0),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }
}
