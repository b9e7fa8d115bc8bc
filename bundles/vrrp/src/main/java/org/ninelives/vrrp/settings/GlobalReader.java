package org.ninelives.vrrp.settings;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.NetlinkBuffers;
import org.ninelives.config.grammar.Values;

/** Reads what concerns all virtual routers together. */
final class GlobalReader {

    private final Values globals;

    GlobalReader(Values globals) {
        this.globals = globals;
    }

    GlobalSettings read(PaceSettings pace, Map<InterfaceName, Debounce> debounce) {
        return new GlobalSettings(
                globals.get(MachineGrammar.LOG_UNKNOWN_VRIDS),
                globals.get(MachineGrammar.DELAY_AFTER_BOOT),
                pace,
                debounce,
                new FirewallState.Options(
                        globals.get(MachineGrammar.NFTABLES),
                        globals.get(MachineGrammar.NFTABLES_PRIORITY),
                        globals.get(MachineGrammar.NFTABLES_COUNTERS)),
                globals.get(MachineGrammar.DISABLE_LOCAL_IGMP),
                GlobalGrammar.THREAD.readWithProcess(globals),
                netlink());
    }

    /** A size that is written keeps to the limit of the system unless that is waived. */
    private NetlinkBuffers netlink() {
        Optional<Integer> monitor = globals.get(MachineGrammar.NETLINK_MONITOR_BYTES);
        Optional<Integer> command = globals.get(MachineGrammar.NETLINK_COMMAND_BYTES);
        return new NetlinkBuffers(
                optional(monitor),
                globals.get(MachineGrammar.NETLINK_MONITOR_FORCED).orElse(monitor.isEmpty()),
                optional(command),
                globals.get(MachineGrammar.NETLINK_COMMAND_FORCED).orElse(command.isEmpty()));
    }

    private static OptionalInt optional(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
