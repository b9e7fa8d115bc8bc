package org.ninelives.ipvs.internal;

import java.util.Optional;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.Persistence;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.SyncDaemon;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.SystemException;

/**
 * Says to the operator what the kernel says in a number: ip_vs_ctl.c of net/netfilter/ipvs tells
 * which errno it has for what.
 */
final class Refusal {

    private static final String RIGHT = "needs CAP_NET_ADMIN";

    private static final String WITHOUT_IPV6 = "IPVS of this kernel is built without IPv6";

    private Refusal() {}

    /** The kernel has no IPVS; its first words are the ones that monitors look for. */
    static SystemException absent() {
        return new SystemException(
                "Can't initialize ipvs: Protocol not available; this kernel has no IPVS: 'modprobe"
                        + " ip_vs', or install the kernel's package of modules",
                "ENOENT");
    }

    /** A refused question. */
    static SystemException of(String what, String errno) {
        return errno.equals("ENOENT")
                ? absent()
                : new SystemException(what, errno, errno.equals("EPERM") ? RIGHT : "");
    }

    /** A refused change. */
    static SystemException of(IpvsChange change, String errno) {
        if (errno.equals("EPERM")) {
            return new SystemException(name(change), errno, RIGHT);
        }
        return switch (change) {
            case IpvsChange.AddService add -> service(add.service(), name(change), errno);
            case IpvsChange.EditService edit -> service(edit.service(), name(change), errno);
            case IpvsChange.DeleteService delete ->
                    new SystemException(name(change), errno, lostService(errno));
            case IpvsChange.AddDestination add -> destination(name(change), errno);
            case IpvsChange.EditDestination edit -> destination(name(change), errno);
            case IpvsChange.DeleteDestination delete -> destination(name(change), errno);
            case IpvsChange.Flush flush -> new SystemException(name(change), errno, "");
            case IpvsChange.SetTimeouts set ->
                    new SystemException(
                            name(change), errno, errno.equals("EINVAL") ? "0..2678400 s" : "");
            case IpvsChange.StartSync start -> start(start.daemon(), name(change), errno);
            case IpvsChange.StopSync stop ->
                    new SystemException(
                            name(change), errno, errno.equals("ESRCH") ? "it does not run" : "");
        };
    }

    private static String name(IpvsChange change) {
        return switch (change) {
            case IpvsChange.AddService add -> name(add.service().key());
            case IpvsChange.EditService edit -> name(edit.service().key());
            case IpvsChange.DeleteService delete -> name(delete.key());
            case IpvsChange.AddDestination add -> name(add.destination().key(), add.service());
            case IpvsChange.EditDestination edit -> name(edit.destination().key(), edit.service());
            case IpvsChange.DeleteDestination delete ->
                    name(delete.destination(), delete.service());
            case IpvsChange.Flush flush -> "removing all virtual servers";
            case IpvsChange.SetTimeouts set -> "lvs_timeouts";
            case IpvsChange.StartSync start -> name(start.daemon().role());
            case IpvsChange.StopSync stop -> name(stop.role());
        };
    }

    private static String name(SyncDaemon.Role role) {
        return switch (role) {
            case MASTER -> "lvs_sync_daemon, master";
            case BACKUP -> "lvs_sync_daemon, backup";
        };
    }

    private static String name(DestinationKey key, ServiceKey service) {
        return "real_server " + name(key.address(), key.port()) + " of " + name(service);
    }

    private static String name(ServiceKey key) {
        return switch (key) {
            case ServiceKey.Mark mark ->
                    "virtual_server fwmark "
                            + mark.mark()
                            + (mark.family() == IpAddress.Family.IPV6 ? " of IPv6" : "");
            case ServiceKey.Endpoint endpoint ->
                    "virtual_server "
                            + name(endpoint.address(), endpoint.port())
                            + switch (endpoint.protocol()) {
                                case TransportProtocol.TCP -> "";
                                case TransportProtocol.UDP -> " (UDP)";
                                case TransportProtocol.SCTP -> " (SCTP)";
                            };
        };
    }

    private static String name(IpAddress address, int port) {
        return address.family() == IpAddress.Family.IPV6
                ? "[" + address + "]:" + port
                : address + ":" + port;
    }

    private static SystemException service(IpvsService service, String name, String errno) {
        Optional<String> engine = service.persistence().flatMap(Persistence::engine);
        if (errno.equals("ENOENT")) {
            // The kernel does not tell which of the two it lacks.
            String scheduler = ": scheduler '" + service.scheduler() + "'";
            String other = engine.map(each -> " or persistence_engine '" + each + "'").orElse("");
            String load = "modprobe ip_vs_" + service.scheduler();
            String loadToo = engine.map(each -> "; modprobe ip_vs_pe_" + each).orElse("");
            return new SystemException(
                    name + scheduler + other + " is not in this kernel", errno, load + loadToo);
        }
        return new SystemException(
                name,
                errno,
                switch (errno) {
                    case "EEXIST" -> "another program has added it; 'ipvsadm -D' removes it";
                    case "EINVAL" ->
                            service.persistence().isPresent()
                                    ? "is persistence_granularity right? 1..32, IPv6 1..128"
                                    : "";
                    case "ERANGE" -> "names of schedulers and engines have 1..15 characters";
                    case "EAFNOSUPPORT" -> WITHOUT_IPV6;
                    case "EPROTONOSUPPORT" -> "IPVS of this kernel is built without the protocol";
                    default -> lostService(errno);
                });
    }

    private static String lostService(String errno) {
        return errno.equals("ESRCH") ? "another program has removed it" : "";
    }

    private static SystemException destination(String name, String errno) {
        return new SystemException(
                name,
                errno,
                switch (errno) {
                    case "EEXIST" -> "another program has added it; 'ipvsadm -d' removes it";
                    case "ENOENT" -> "another program has removed it";
                    case "ESRCH" -> "its virtual_server is not there";
                    case "EINVAL" ->
                            "its address has to be unicast, and of the same family as the virtual"
                                    + " server's unless forwarded with TUN and without sync daemon;"
                                    + " GUE needs a port";
                    case "ERANGE" -> "is the weight below 0, or lthreshold above uthreshold?";
                    case "EAFNOSUPPORT" -> WITHOUT_IPV6;
                    default -> "";
                });
    }

    private static SystemException start(SyncDaemon daemon, String name, String errno) {
        return new SystemException(
                name,
                errno,
                switch (errno) {
                    case "EEXIST" ->
                            "another program has started it; 'ipvsadm --stop-daemon' stops it";
                    case "ENODEV" -> "there is no interface " + daemon.interfaceName();
                    case "EINVAL" ->
                            "is the group a multicast address? Neither may a real server be of"
                                    + " another address family than its virtual server";
                    default -> "";
                });
    }
}
