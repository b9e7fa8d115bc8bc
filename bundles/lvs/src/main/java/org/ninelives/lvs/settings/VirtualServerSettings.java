package org.ninelives.lvs.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.script.Script;

/**
 * A virtual server.
 *
 * @param name as logs and FIFOs call it, unique: {@code [10.0.0.1]:tcp:80}, {@code FWM 100}, {@code
 *     [GROUP]:0}
 * @param trackerName as {@code track_virtual_server} calls it, unique: {@code 10.0.0.1:80}, {@code
 *     [2001:db8::1]:80}, {@code 10.0.0.1:80/udp}, {@code fwmark:100}, the name of the group
 * @param services of the kernel that it stands for, more than one only with a group; equal but for
 *     their keys and the prefix length of the persistence
 * @param quorum weight of live servers that is needed, 1..2^32-1
 * @param hysteresis how much more to gain, or less to lose the quorum, 0..quorum-1
 * @param alpha whether it starts without its quorum
 * @param omega whether what is told of going down is told at the stop as well
 * @param haSuspend whether its checks rest while none of its addresses is on this machine
 * @param follows the virtual router without whose mastership it is not in the kernel
 * @param drainTimeout how long what is removed, a real server or all of it, keeps its connections;
 *     {@link Duration#ZERO} for not at all
 * @param defaults what it says for servers that say nothing
 */
public record VirtualServerSettings(
        String name,
        String trackerName,
        Optional<String> group,
        List<IpvsService> services,
        long quorum,
        long hysteresis,
        boolean alpha,
        boolean omega,
        boolean haSuspend,
        Optional<SorryServerSettings> sorryServer,
        Optional<Script> quorumUp,
        Optional<Script> quorumDown,
        Optional<Boolean> smtpAlert,
        Optional<String> snmpName,
        Optional<String> follows,
        Duration drainTimeout,
        ServerDefaults defaults,
        List<RealServerSettings> realServers) {

    public VirtualServerSettings {
        services = List.copyOf(services);
        realServers = List.copyOf(realServers);
    }

    /** The same for these services. */
    public VirtualServerSettings withServices(List<IpvsService> others) {
        return new VirtualServerSettings(
                name,
                trackerName,
                group,
                others,
                quorum,
                hysteresis,
                alpha,
                omega,
                haSuspend,
                sorryServer,
                quorumUp,
                quorumDown,
                smtpAlert,
                snmpName,
                follows,
                drainTimeout,
                defaults,
                realServers);
    }
}
