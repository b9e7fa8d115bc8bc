package org.ninelives.vrrp.settings;

import java.util.Map;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.NetlinkBuffers;
import org.ninelives.api.system.ThreadSettings;

/**
 * What concerns all virtual routers together; defaults for single ones are in these already.
 *
 * @param logUnknownVrids whether adverts of unknown virtual routers are logged
 * @param delayAfterBootNanos time since the boot of the system before which no virtual router acts,
 *     0 for none; the start delay of the router settings counts from the start of the daemon, and
 *     the later end holds
 * @param pace how fast addresses are announced
 * @param debounce how long links of these interfaces must keep a state; all others not at all
 * @param firewall how our packet filter is built
 * @param suppressLocalIgmp the kernel sends no IGMP reports for groups of 224.0.0.0/24 ({@code
 *     disable_local_igmp})
 * @param thread how the kernel shall treat the loop's thread and the process
 * @param netlink how large the netlink buffers are
 */
public record GlobalSettings(
        boolean logUnknownVrids,
        long delayAfterBootNanos,
        PaceSettings pace,
        Map<InterfaceName, Debounce> debounce,
        FirewallState.Options firewall,
        boolean suppressLocalIgmp,
        ThreadSettings thread,
        NetlinkBuffers netlink) {

    /** What holds when nothing is written. */
    public static final GlobalSettings DEFAULT =
            new GlobalSettings(
                    false,
                    0,
                    PaceSettings.NONE,
                    Map.of(),
                    FirewallState.Options.DEFAULT,
                    false,
                    ThreadSettings.DEFAULT,
                    NetlinkBuffers.LARGE);

    public GlobalSettings {
        debounce = Map.copyOf(debounce);
    }
}
