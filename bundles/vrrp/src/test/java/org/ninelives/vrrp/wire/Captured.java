package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;

/**
 * Packets keepalived 2.2.7 sent in a network of two nodes, 198.51.100.1 and .2, as a sniffer saw
 * them: VRID 51, priority 150, one advert a second, password {@code secret}.
 */
enum Captured {
    /** Version 2 with auth_type PASS, its first. */
    PASS("45c0002800010000ff70b05dc6336401e0000012" + "213396010101e0e5c63364647365637265740000"),
    /** Version 2 with auth_type AH and two addresses, its first. */
    AH(
            "45c0004400010000ff33b07ec6336401e0000012"
                    + "70040000c633640100000001221531f60f6b201b8f1c835e"
                    + "213396020201f197c6336464c63364650000000000000000"),
    /** The next one of it. */
    AH_SECOND(
            "45c0004400020000ff33b07dc6336401e0000012"
                    + "70040000c6336401000000023cd4b8a1e854890abee0a54c"
                    + "213396020201f197c6336464c63364650000000000000000"),
    /** The first of its peer, of priority 100, taking over after the seventh. */
    AH_OF_PEER(
            "45c0004400010000ff33b07dc6336402e0000012"
                    + "70040000c6336402000000081e51b6e86d1bd1ba8fcdc648"
                    + "2133640202012398c6336464c63364650000000000000000"),
    /** Version 2 unicast with auth_type AH and TTL 64. */
    AH_UNICAST(
            "45c000400001000040332560c6336401c6336402"
                    + "70040000c633640100000001fca62d7de97ad8d87ce46e83"
                    + "2133960102011c32c63364640000000000000000"),
    /** Version 3 with two addresses. */
    VERSION_3("45c0002400010000ff70b061c6336401e0000012" + "313396020064d86cc6336464c6336465"),
    /** Version 3 unicast with TTL 64. */
    VERSION_3_UNICAST("45c000200001000040702543c6336401c6336402" + "313396010064b8e7c6336464"),
    /** Version 3 over IPv6; the kernel of the sender has chosen a flow label. */
    IPV6(
            "6c00e6a2002870fffe80000000000000000000fffe00000aff020000000000000000000000000012"
                    + "3133960200640cf4"
                    + "fe80000000000000000000000000010020010db8000000000000000000000100"),
    /** Version 3 unicast over IPv6 with hop limit 64. */
    IPV6_UNICAST(
            "6c04cb1d0028704020010db800000000000000000000000120010db8000000000000000000000002"
                    + "313396020064ae1e"
                    + "fe80000000000000000000000000010020010db8000000000000000000000100"),
    /** Version 2 over IPv6, which has no authentication data. */
    IPV6_VERSION_2(
            "6c00e6a2002870fffe80000000000000000000fffe00000aff020000000000000000000000000012"
                    + "2133960200011d57"
                    + "fe80000000000000000000000000010020010db8000000000000000000000100");

    private final String hex;

    Captured(String hex) {
        this.hex = hex;
    }

    ByteBuffer packet() {
        return Packets.ofHex(hex);
    }

    String hex() {
        return hex;
    }

    /** The format of these adverts. */
    AdvertFormat format() {
        return switch (this) {
            case PASS -> FormatBuilder.of(2, "198.51.100.100").password("secret").build();
            case AH, AH_SECOND, AH_OF_PEER ->
                    FormatBuilder.of(2, "198.51.100.100", "198.51.100.101").ah("secret").build();
            case AH_UNICAST ->
                    FormatBuilder.of(2, "198.51.100.100")
                            .ah("secret")
                            .to("198.51.100.2")
                            .timeToLive(64)
                            .build();
            case VERSION_3 -> FormatBuilder.of(3, "198.51.100.100", "198.51.100.101").build();
            case VERSION_3_UNICAST ->
                    FormatBuilder.of(3, "198.51.100.100").to("198.51.100.2").timeToLive(64).build();
            case IPV6 -> FormatBuilder.of(3, "fe80::100", "2001:db8::100").build();
            case IPV6_UNICAST ->
                    FormatBuilder.of(3, "fe80::100", "2001:db8::100")
                            .to("2001:db8::2")
                            .timeToLive(64)
                            .build();
            case IPV6_VERSION_2 -> FormatBuilder.of(2, "fe80::100", "2001:db8::100").build();
        };
    }
}
