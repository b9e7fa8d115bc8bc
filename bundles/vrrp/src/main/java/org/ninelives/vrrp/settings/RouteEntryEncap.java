package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.RouteEncap;
import org.ninelives.config.grammar.InvalidArgumentException;

/** The words after {@code encap}: a kind of tunnel and what it takes, up to a word it does not. */
final class RouteEntryEncap {

    private static final long BYTE_MAX = 0xff;
    private static final long SHORT_MAX = 0xffff;
    private static final long LABEL_MAX = (1 << 20) - 1;
    private static final int LOCATOR_GROUPS = 4;

    private final RoutingWords words;
    private long id;
    private Optional<IpAddress> destination = Optional.empty();
    private Optional<IpAddress> source = Optional.empty();
    private int tos;
    private int ttl;
    private int flags;

    private RouteEntryEncap(RoutingWords words) {
        this.words = words;
    }

    static RouteEncap parse(RoutingWords words) throws InvalidArgumentException {
        String kind = words.take("ip, ip6, mpls or ila");
        RouteEntryEncap encap = new RouteEntryEncap(words);
        return switch (kind) {
            case "ip" -> encap.ip();
            case "ip6" -> encap.ip6();
            case "mpls" -> encap.mpls();
            case "ila" -> encap.ila();
            default ->
                    throw new InvalidArgumentException(
                            "encap " + kind + " is none of ip, ip6, mpls, ila");
        };
    }

    private RouteEncap ip() throws InvalidArgumentException {
        takeTunnel(IpAddress.Family.IPV4, "tos", "ttl");
        return new RouteEncap.Ip(id, destination, source, tos, ttl, flags);
    }

    private RouteEncap ip6() throws InvalidArgumentException {
        takeTunnel(IpAddress.Family.IPV6, "tc", "hoplimit");
        return new RouteEncap.Ip6(id, destination, source, tos, ttl, flags);
    }

    private void takeTunnel(IpAddress.Family family, String tosWord, String ttlWord)
            throws InvalidArgumentException {
        while (true) {
            if (words.takeIf("id")) {
                id = words.number("encap id", 0, Long.MAX_VALUE);
            } else if (words.takeIf("dst")) {
                destination = Optional.of(words.address("encap dst", family));
            } else if (words.takeIf("src")) {
                source = Optional.of(words.address("encap src", family));
            } else if (words.takeIf(tosWord)) {
                tos = (int) words.number("encap " + tosWord, 0, BYTE_MAX);
            } else if (words.takeIf(ttlWord)) {
                ttl = (int) words.number("encap " + ttlWord, 0, BYTE_MAX);
            } else if (words.takeIf("flags")) {
                flags = (int) words.number("encap flags", 0, SHORT_MAX);
            } else {
                return;
            }
        }
    }

    private RouteEncap mpls() throws InvalidArgumentException {
        List<Integer> labels = new ArrayList<>();
        for (String label : words.take("labels such as 100/200").split("/", -1)) {
            labels.add((int) RoutingWords.number("encap mpls label", label, 0, LABEL_MAX));
        }
        return new RouteEncap.Mpls(labels);
    }

    /** Four groups of hexadecimal digits, as the upper half of an IPv6 address. */
    private RouteEncap ila() throws InvalidArgumentException {
        String word = words.take("a locator such as 2001:db8:0:1");
        String[] groups = word.split(":", -1);
        long locator = 0;
        for (String group : groups) {
            if (groups.length != LOCATOR_GROUPS || !group.matches("[0-9a-fA-F]{1,4}")) {
                throw new InvalidArgumentException(
                        "encap ila " + word + " is not a locator such as 2001:db8:0:1");
            }
            locator = locator << Short.SIZE | Integer.parseInt(group, 16);
        }
        return new RouteEncap.Ila(locator);
    }
}
