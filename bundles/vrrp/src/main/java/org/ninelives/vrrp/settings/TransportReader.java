package org.ninelives.vrrp.settings;

import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.vrrp.wire.AdvertFormat;

/** Reads on what adverts travel. */
final class TransportReader {

    /** An IPv6 header, VRRP header, AH header and trailer of {@code auth_hmac}, all at once. */
    private static final int BYTES_BESIDE_ADDRESSES_MAX = 40 + 8 + 24 + 28;

    private TransportReader() {}

    static TransportSettings read(InstanceScope scope, AdvertFormat advert, boolean unicast) {
        Optional<InterfaceName> vrf = scope.get(TransportGrammar.VRF);
        if (vrf.isPresent() && scope.isSet(InstanceGrammar.INTERFACE)) {
            scope.warn(
                    TransportGrammar.VRF, "has no effect with an interface, which is in its VRF");
            vrf = Optional.empty();
        }
        boolean onlyWithoutMulticast = unicast && scope.isStrict();
        if (onlyWithoutMulticast) {
            scope.warnOfStrictness(
                    scope.name()
                            + " has unicast peers, so it stays in fault on an interface that can"
                            + " multicast; write strict_mode off in it");
        }
        return new TransportSettings(
                receiveBuffer(scope, advert), vrf, onlyWithoutMulticast, scope.isStrict());
    }

    private static ReceiveBuffer receiveBuffer(InstanceScope scope, AdvertFormat advert) {
        int advertBytes =
                BYTES_BESIDE_ADDRESSES_MAX
                        + advert.addresses().stream().mapToInt(a -> a.family().bytes()).sum();
        return scope.get(TransportGrammar.KERNEL_RX_BUF_SIZE)
                .map(ReceiveBuffer::ofBytes)
                .orElseGet(
                        () ->
                                scope.getGlobal(GlobalGrammar.RX_BUFS_POLICY)
                                        .buffer(
                                                scope.getGlobal(GlobalGrammar.RX_BUFS_MULTIPLIER),
                                                advertBytes));
    }
}
