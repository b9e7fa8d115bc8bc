package org.ninelives.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.management.VrrpRoutingDetails;
import org.ninelives.api.management.VrrpStaticMXBean;
import org.ninelives.snmp.mib.Table.Row;
import org.ninelives.snmp.wire.Oid;

/**
 * Who has routes and rules.
 *
 * @param place in the configuration, 1 for the first virtual router; 0 for what is static
 * @param set whether they are on the machine now
 */
record Owner(int place, boolean set, VrrpRoutingDetails routing) {

    /** What is static, then the virtual routers. */
    static List<Owner> all(Scene scene, Beans beans) {
        List<Owner> owners = new ArrayList<>();
        beans.all(VrrpStaticMXBean.class)
                .forEach(bean -> owners.add(new Owner(0, true, bean.getRouting())));
        for (Router router : scene.routers()) {
            owners.add(
                    new Owner(
                            router.details().place(),
                            router.isMaster(),
                            router.bean().getRouting()));
        }
        return owners;
    }

    /** Something of an owner, with what is known of the owner. */
    record Owned<T>(Owner owner, T thing) {}

    /** Rows of what it has, counted from 1. */
    <T> List<Row<Owned<T>>> rows(List<T> things) {
        List<Row<Owned<T>>> rows = new ArrayList<>();
        for (T thing : things) {
            rows.add(new Row<>(Oid.of(place, rows.size() + 1), new Owned<>(this, thing)));
        }
        return rows;
    }
}
