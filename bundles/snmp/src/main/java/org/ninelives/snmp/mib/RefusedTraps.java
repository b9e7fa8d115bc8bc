package org.ninelives.snmp.mib;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.ninelives.api.management.Moment;
import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.net.IpAddress;
import org.ninelives.snmp.settings.SnmpSettings.Part;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Value;
import org.ninelives.snmp.wire.VarBind;

/**
 * The traps of refused adverts: vrrpTrapAuthFailure of RFC 2787, for virtual routers of version 2,
 * and vrrpv3ProtoError of RFC 6527, for all. For one thread.
 */
public final class RefusedTraps {

    /** vrrpTrapAuthErrorType. */
    private static final Map<String, Integer> AUTHENTICATION =
            Map.of("INVALID_AUTH_TYPE", 1, "AUTH_TYPE_MISMATCH", 2, "AUTH_FAILURE", 3);

    private final Set<Part> parts;
    private final Beans beans;
    private final LongSupplier clockNanos;
    private final RefusedNews news = new RefusedNews();

    /**
     * Tells nothing yet.
     *
     * @param parts what is served
     * @param clockNanos a monotonic clock
     */
    public RefusedTraps(Set<Part> parts, Beans beans, LongSupplier clockNanos) {
        this.parts = parts;
        this.beans = beans;
        this.clockNanos = clockNanos;
    }

    /** The traps of what was refused since the last look. */
    public List<List<VarBind>> look() {
        return Moment.at(this::lookNow);
    }

    private List<List<VarBind>> lookNow() {
        Map<String, List<RefusedAdvert>> refused = new HashMap<>();
        for (VrrpInstanceMXBean bean : beans.all(VrrpInstanceMXBean.class)) {
            List<RefusedAdvert> latest = bean.getRefusedAdverts();
            // The name is asked of the loop, so only where there is something to tell.
            if (!latest.isEmpty()) {
                refused.put(bean.getStatus().name(), latest);
            }
        }
        List<List<VarBind>> traps = new ArrayList<>();
        news.look(clockNanos.getAsLong(), refused)
                .forEach((instance, adverts) -> traps.addAll(traps(instance, adverts)));
        return traps;
    }

    private List<List<VarBind>> traps(String instance, List<RefusedAdvert> adverts) {
        return Scene.router(beans, instance).stream()
                .flatMap(router -> adverts.stream().flatMap(each -> trap(router, each).stream()))
                .toList();
    }

    private Optional<List<VarBind>> trap(Router router, RefusedAdvert advert) {
        Integer authentication = AUTHENTICATION.get(advert.reason());
        if (authentication == null) {
            return parts.contains(Part.RFC_3)
                    ? Optional.of(protocolError(router, advert))
                    : Optional.empty();
        }
        boolean told = parts.contains(Part.RFC_2) && router.status().version() == 2;
        return told ? Optional.of(authFailure(router, advert, authentication)) : Optional.empty();
    }

    private static List<VarBind> protocolError(Router router, RefusedAdvert advert) {
        return Mibs.trap(
                Oids.RFC_3.plus(0, 2),
                new VarBind(RfcMibs.protocolErrorReason(router), RfcMibs.protocolError(advert)));
    }

    /** Its objects have no instances in the MIB; keepalived gives them those of the router. */
    private static List<VarBind> authFailure(Router router, RefusedAdvert advert, int type) {
        Oid index = router.interfaceAndId();
        return Mibs.trap(
                Oids.RFC_2.plus(0, 2),
                new VarBind(
                        Oids.RFC_2.plus(1, 5).plus(index),
                        new Value.Ipv4(Values.octets(IpAddress.of(advert.source())))),
                new VarBind(Oids.RFC_2.plus(1, 6).plus(index), Value.number(type)));
    }
}
