package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.vrrp.wire.PacketPeek;
import org.ninelives.vrrp.wire.Verdict;

/** A refused packet in the words of the MIBs of VRRP (RFC 2787, RFC 6527). */
final class Refusal {

    private Refusal() {}

    /** What to tell of it; nothing where they have no word for what is wrong. */
    static Optional<RefusedAdvert> of(Verdict verdict, ByteBuffer packet, long epochMillis) {
        return reason(verdict)
                .map(
                        reason ->
                                new RefusedAdvert(
                                        reason, PacketPeek.source(packet).toString(), epochMillis));
    }

    private static Optional<String> reason(Verdict verdict) {
        return switch (verdict) {
            case WRONG_TTL, PEER_TTL -> Optional.of("TTL");
            case WRONG_VERSION -> Optional.of("VERSION");
            case WRONG_CHECKSUM -> Optional.of("CHECKSUM");
            case INVALID_AUTH_TYPE -> Optional.of("INVALID_AUTH_TYPE");
            case AUTH_TYPE_MISMATCH -> Optional.of("AUTH_TYPE_MISMATCH");
            case WRONG_PASSWORD, AH_WRONG_SPI, AH_WRONG_CODE, AH_REPLAYED ->
                    Optional.of("AUTH_FAILURE");
            case ACCEPTED,
                    IGNORED,
                    OTHER_VRID,
                    TRUNCATED,
                    MALFORMED,
                    WRONG_LENGTH,
                    WRONG_IP_LENGTH,
                    HMAC_UNEXPECTED,
                    HMAC_MISSING,
                    HMAC_MALFORMED,
                    HMAC_UNKNOWN_KEY,
                    HMAC_STALE,
                    HMAC_WRONG_MAC,
                    HMAC_REPLAYED,
                    INTERVAL_MISMATCH,
                    INVALID_TYPE,
                    WRONG_DESTINATION,
                    UNKNOWN_PEER ->
                    Optional.empty();
        };
    }
}
