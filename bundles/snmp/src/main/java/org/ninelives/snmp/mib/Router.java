package org.ninelives.snmp.mib;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.management.InterfaceStatus;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.api.management.VrrpCounters;
import org.ninelives.api.management.VrrpInstanceDetails;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.override.OverrideKind;
import org.ninelives.snmp.wire.Oid;

/**
 * A virtual router at one moment.
 *
 * @param refused the latest refused adverts, one for each reason
 * @param link the interface it runs on; empty where nothing is known of one
 */
record Router(
        VrrpInstanceMXBean bean,
        VrrpInstanceStatus status,
        VrrpInstanceDetails details,
        VrrpCounters counters,
        List<RefusedAdvert> refused,
        Optional<InterfaceStatus> link) {

    boolean isMaster() {
        return status.state().equals("MASTER");
    }

    /** The priority before trackers count: what was set, else what is configured. */
    int basePriority() {
        return priorityOverride().map(Integer::parseInt).orElse(status.configuredPriority());
    }

    Optional<String> priorityOverride() {
        return status.overrides().stream()
                .filter(each -> each.kind().equals(OverrideKind.PRIORITY.word()))
                .filter(each -> each.subject().equals(status.name()))
                .map(OverrideStatus::value)
                .findFirst();
    }

    /** The address of the master: the own one while this node is it; empty if none is known. */
    String masterAddress() {
        return isMaster() ? status.sourceAddress() : status.masterAddress();
    }

    /** Its family, as InetAddressType. */
    int addressType() {
        return details.addresses().stream()
                .map(each -> Values.addressType(Values.prefix(each.prefix()).address()))
                .findFirst()
                .orElse(Values.IPV4);
    }

    /** How many addresses its adverts tell. */
    int advertised() {
        return Math.toIntExact(
                details.addresses().stream().filter(each -> each.advertised()).count());
    }

    String mac() {
        return link.map(InterfaceStatus::mac).orElse("");
    }

    /** The index of the MIBs of the RFCs, without the family. */
    Oid interfaceAndId() {
        return Oid.of(link.map(InterfaceStatus::index).orElse(0), status.virtualRouterId());
    }
}
