package org.ninelives.linux.rtnetlink;

import static org.ninelives.linux.libc.Constants.AF_UNSPEC;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.NextHop;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteTable;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;

/**
 * Asks the kernel for the numbers behind names of interfaces, each name once. To be used at once
 * and thrown away: the numbers change when interfaces come and go.
 */
final class NameLookup {

    private static final int IFLA_LINKINFO = 18;
    private static final int IFLA_INFO_KIND = 1;
    private static final int IFLA_INFO_DATA = 2;
    private static final int IFLA_VRF_TABLE = 1;

    /**
     * What is known of an interface.
     *
     * @param index its number
     * @param vrfTable the table of a VRF; 0 for other kinds
     */
    private record Found(int index, long vrfTable) {}

    private final Requests requests;
    private final Map<InterfaceName, Optional<Found>> known = new HashMap<>();

    NameLookup(Requests requests) {
        this.requests = requests;
    }

    /**
     * Puts numbers to the names in a route.
     *
     * @throws SystemException ENODEV when there is no interface of a name, EINVAL when it should be
     *     a VRF and is not
     */
    ResolvedRoute resolve(Route route, String what) throws SystemException {
        long table =
                switch (route.table()) {
                    case RouteTable.Numbered numbered -> numbered.number();
                    case RouteTable.OfVrf of -> vrfTable(of.vrf(), what);
                };
        List<Integer> indices = new ArrayList<>();
        for (NextHop hop : route.nextHops()) {
            indices.add(hop.device().isEmpty() ? 0 : find(hop.device().get(), what).index());
        }
        return new ResolvedRoute(route, table, indices);
    }

    private long vrfTable(InterfaceName vrf, String what) throws SystemException {
        long table = find(vrf, what).vrfTable();
        if (table == 0) {
            throw new SystemException(what, "EINVAL", "interface " + vrf + " is not a VRF");
        }
        return table;
    }

    private Found find(InterfaceName name, String what) throws SystemException {
        Optional<Found> found = known.get(name);
        if (found == null) {
            found = ask(name);
            known.put(name, found);
        }
        return found.orElseThrow(
                () -> new SystemException(what, "ENODEV", "there is no interface " + name));
    }

    private Optional<Found> ask(InterfaceName name) throws SystemException {
        AtomicReference<Found> found = new AtomicReference<>();
        try {
            requests.ask(
                    "RTM_GETLINK " + name,
                    (writer, sequence) -> writeRequest(writer, name, sequence),
                    message -> found.set(read(message)));
        } catch (SystemException e) {
            if (!e.errno().equals("ENODEV")) {
                throw e;
            }
        }
        return Optional.ofNullable(found.get());
    }

    private static void writeRequest(NetlinkWriter writer, InterfaceName name, int sequence) {
        writer.begin(Rtnetlink.RTM_GETLINK, Netlink.NLM_F_REQUEST, sequence)
                .putInt(AF_UNSPEC)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .attributeText(Rtnetlink.IFLA_IFNAME, name.name())
                .attributeInt(Rtnetlink.IFLA_EXT_MASK, Rtnetlink.RTEXT_FILTER_SKIP_STATS)
                .end();
    }

    private static Found read(NetlinkReader message) throws NetlinkFormatException {
        AttributeReader attributes = message.attributes(Rtnetlink.IFINFOMSG);
        long table = 0;
        while (attributes.next()) {
            if (attributes.type() == IFLA_LINKINFO) {
                table = vrfTable(attributes.nested());
            }
        }
        return new Found(message.body().getInt(4), table);
    }

    private static long vrfTable(AttributeReader info) throws NetlinkFormatException {
        boolean vrf = false;
        while (info.next()) {
            // The kernel tells the kind before its data.
            if (info.type() == IFLA_INFO_KIND) {
                vrf = info.asText().equals("vrf");
            } else if (info.type() == IFLA_INFO_DATA && vrf) {
                AttributeReader data = info.nested();
                while (data.next()) {
                    if (data.type() == IFLA_VRF_TABLE) {
                        return Integer.toUnsignedLong(data.asInt());
                    }
                }
            }
        }
        return 0;
    }
}
