package org.ninelives.vrrp.settings;

import java.util.List;
import org.ninelives.api.configuration.DifferenceList;

/** What is different between two versions of what concerns all instances together. */
final class GlobalDifferences {

    private static final double SECOND_NANOS = 1e9;

    private GlobalDifferences() {}

    static List<String> between(GlobalSettings now, GlobalSettings next) {
        return new DifferenceList<>(now, next)
                .of("log_unknown_vrids", GlobalSettings::logUnknownVrids)
                .of(
                        "vrrp_delay_after_boot",
                        settings -> settings.delayAfterBootNanos() / SECOND_NANOS)
                .of(
                        "vrrp_garp_interval",
                        settings -> settings.pace().arpIntervalNanos() / SECOND_NANOS)
                .of(
                        "vrrp_gna_interval",
                        settings -> settings.pace().neighbourIntervalNanos() / SECOND_NANOS)
                .of("garp_group", settings -> settings.pace().groups())
                .of("interface_up_down_delays", GlobalSettings::debounce)
                .of("nftables", GlobalSettings::firewall)
                .of("disable_local_igmp", GlobalSettings::suppressLocalIgmp)
                .of("thread", GlobalSettings::thread)
                .of("netlink buffers", GlobalSettings::netlink)
                .list();
    }
}
